export const help = `Keystow finds API keys where they do not belong and moves them to .env.

keystow audit [PATH…]        audit files and folders (default: .)
  --format FORMAT            text (default), json, sarif, markdown, html, github, gitlab
  --output FILE              write the report there instead of to standard output
  --staged                   what the next commit adds: the index of git, not the work tree
  --range A..B               what the commits of a range bring, also what a later one takes out
  --pre-push                 what a push brings, as git tells the hook pre-push on standard input
  --history                  every object of the repository, also what nothing refers to any more
  --stdin --stdin-filename F one document from standard input
  --no-gitignore             also files that git ignores
  --cache                    do not read again what held nothing and is as it was; kept in the folder of git
  --severity LEVEL           fail from this level on: error (default), warning, info
  --config FILE              the policy, instead of .keystow.json; --no-config: none
keystow fix [PATH…]          print the plan: each key to .env, a lookup in its place
  --write                    carry it out
keystow hook install [HOOK…]  guard commits (pre-commit, the default), merges (pre-merge-commit) or pushes (pre-push),
                             beside husky, lefthook, pre-commit, simple-git-hooks or what is there
  --with TOOL                also gitleaks, trufflehog or detect-secrets, through .pre-commit-config.yaml
  --global                   also where your git configuration names one folder of hooks for all repositories
keystow hook uninstall       take the guard out again, with --global out of a folder for all repositories too
keystow hook status          whether it would run, and if not, why
keystow accept FILE:LINE     let stand what is found there, in .keystow.json
  --reason TEXT              why; --expires YYYY-MM-DD: until when; --rule ID; --path GLOB
keystow policy check [FILE]  what the policy says, of a file too, and where
keystow policy import FILE   what detect-secrets or gitleaks have accepted
keystow ci init [github|gitlab]  write the check that CI runs: new keys fail a pull request
keystow rules [--format text|json]  every rule; what is off by default "severity" of .keystow.json turns on
  --explain FILE:LINE        why what stands there is taken for a key
keystow --version · --help

Exit codes: 0 nothing at or above the level · 1 findings, or something left · 2 wrong use, or something failed
`;
