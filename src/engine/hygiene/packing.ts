import type { HygieneRule } from './hygieneRule';

/** What takes an env file along. */
export const packing: readonly HygieneRule[] = [
  {
    id: 'dockerignore-missing-env',
    title: 'Env file that goes into an image',
    severity: 'error',
    description:
      'A Dockerfile copies its whole folder, and `.dockerignore`, read as Docker reads it, does not keep the env file out. A warning where only a template is there yet. The fix adds `**/.env`, `**/.env.*` and `!**/.env.example`.',
  },
  {
    id: 'package-takes-env',
    title: 'Env file that is packed',
    severity: 'error',
    description:
      'An env file lies beside a `.npmignore`, `.vscodeignore`, `.gcloudignore`, `.vercelignore` or `.helmignore` that does not name it: it goes into the package, or is uploaded. Silent where `package.json` names its files or is private. The fix adds the name.',
  },
];
