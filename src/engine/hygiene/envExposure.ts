import type { HygieneRule } from './hygieneRule';

/** Who gets an env file, and whether a program does. */
export const envExposure: readonly HygieneRule[] = [
  {
    id: 'env-not-ignored',
    title: 'Env file not in .gitignore',
    severity: 'error',
    description:
      'Git would add an env file that holds values. A warning where code reads environment variables and no ignore entry exists yet. Judged as git judges it: nested files, negation, global excludes. The fix adds the entry.',
  },
  {
    id: 'env-tracked',
    title: 'Env file tracked by git',
    severity: 'error',
    description:
      'Git tracks an env file, so an ignore entry changes nothing. Run `git rm --cached`, then replace the keys: they are in the history. Information only where the framework commits that file by design and it holds no key.',
  },
  {
    id: 'env-not-loaded',
    title: 'Env file that nothing loads',
    severity: 'warning',
    description:
      'Code reads a variable that is in .env, and nothing gives it to the program: no loader in the code, no flag in a script, no framework, compose file or tool that reads the file. Told once for each env file; silent where a person may set the variables, and for tests, examples and libraries. The fix adds what a move adds: a flag in the scripts, or a loader in the code.',
  },
  {
    id: 'env-name-missing',
    title: 'Variable that no env file names',
    severity: 'info',
    off: true,
    description:
      'Code needs a variable, and no env file, template or `.envrc` of the project names it, so that whoever sets the project up does not learn of it. Silent where a default stands beside the lookup or the program goes on without, for names that systems, CI services and platforms set, and for tests and examples; off by default, for many projects are given their variables by other means. The fix adds `NAME=` to the template where there is one, else to `.env`.',
  },
  {
    id: 'env-readable',
    title: 'Env file that everybody on the machine can read',
    severity: 'info',
    off: true,
    description:
      'The mode of an env file with values lets every account of the machine read it, as that of every file is under the usual umask of 022: off by default, for on a machine of one person it harms nobody, and meant for those that several people use. Silent on Windows, where only the group can read it, and for what git tracks. Run `chmod 600`; an env file that `keystow fix` makes is so from the start.',
  },
];
