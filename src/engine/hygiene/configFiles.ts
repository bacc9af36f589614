import type { HygieneRule } from './hygieneRule';

/** Secrets of unknown form in files of tools. */
export const configFiles: readonly HygieneRule[] = [
  {
    id: 'config-secret',
    title: 'Secret in a config file',
    severity: 'error',
    description:
      "A file of a tool holds a literal value where the tool takes a secret, under a secret's name. Silent for references, stand-ins and passwords such as `postgres`. The fix moves the value to .env and writes what the tool reads a variable by.",
  },
  {
    id: 'dockerfile-env-key',
    title: 'Secret in a Dockerfile',
    severity: 'error',
    description:
      "An `ENV` or `ARG` gives a literal value to a variable with a secret's name. It stays in the image. The fix moves the value to .env and removes the variable; pass it with `docker run --env-file .env`, or with `RUN --mount=type=secret` at build time.",
  },
];
