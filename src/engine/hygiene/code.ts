import type { HygieneRule } from './hygieneRule';

/** What code does with a key. */
export const code: readonly HygieneRule[] = [
  {
    id: 'env-value-shown',
    title: 'Key that is printed',
    severity: 'warning',
    description:
      "Code prints or logs an env variable with a secret's name, whole or a part of it, directly or by the name that holds it. Silent where it only asks whether it is set. The fix prints just that.",
  },
];
