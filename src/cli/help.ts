export const help = `Keystow finds API keys where they do not belong and moves them to .env.

keystow audit [PATH…]        audit files and folders (default: .)
  --format text|json         default: text; colours only on a terminal
  --output FILE              write the report there instead of to standard output
  --stdin --stdin-filename F one document from standard input
  --no-gitignore             also files that git ignores
  --severity LEVEL           fail from this level on: error (default), warning, info
  --config FILE              the policy, instead of .keystow.json; --no-config: none
keystow fix [PATH…]          print the plan: each key to .env, a lookup in its place
  --write                    carry it out
keystow rules [--format text|json]
  --explain FILE:LINE        why what stands there is taken for a key
keystow --version · --help

Exit codes: 0 nothing at or above the level · 1 findings, or something left · 2 wrong use, or something failed
`;
