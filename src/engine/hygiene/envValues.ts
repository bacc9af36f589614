import type { HygieneRule } from './hygieneRule';

/** What stands in an env file, whoever reads it. */
export const envValues: readonly HygieneRule[] = [
  {
    id: 'public-prefix-secret',
    title: 'Secret under a public prefix',
    severity: 'error',
    description:
      'A variable of an env file whose prefix (`NEXT_PUBLIC_`, `VITE_` …) makes bundlers write its value into browser code, and whose name says that it is a secret. A recognised key there is told by its own rule. There is no fix: the call belongs on a server.',
  },
  {
    id: 'env-commented-key',
    title: 'Key in a comment of an env file',
    severity: 'warning',
    description: 'What is left of a rotation. The fix deletes the line; revoke the key first.',
  },
  {
    id: 'env-same-value',
    title: 'One key under two names',
    severity: 'info',
    description: 'The same key in one env file under two names: who replaces it has to find both.',
  },
  {
    id: 'env-placeholder',
    title: 'Stand-in for a value',
    severity: 'hint',
    description: 'The value is `your-key`, `changeme` or the like.',
  },
];
