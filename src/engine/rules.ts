import { detectors } from './detectors';
import { type ContextKind, type EnclosedKind, type KeyKind, kindsOf } from './detectors/detector';
import type { Rule } from './model/rule';
import type { Known } from './policy/index';
import { genericKind } from './scan/findGenericKeys';
import { said } from './text/l10n';

/** What only its name and its randomness tell. */
const generic: Rule = {
  id: genericKind.rule,
  category: 'key',
  provider: null,
  title: genericKind.title,
  severity: genericKind.atMost,
  description:
    'A value under a name that ends as a secret does, random by two measures: its characters, and its pairs of letters. Never a UUID, a digest, a word, a path, nor what is named a public key, a cache key and the like. Information only, and not moved by what moves everything.',
};

const hygiene: readonly Rule[] = [
  {
    id: 'env-not-ignored',
    category: 'hygiene',
    provider: null,
    title: 'Env file not in .gitignore',
    severity: 'error',
    description:
      'Git would add an env file that holds values. A warning where code reads environment variables and no ignore entry exists yet. Judged as git judges it: nested files, negation, global excludes. The fix adds the entry.',
  },
  {
    id: 'env-tracked',
    category: 'hygiene',
    provider: null,
    title: 'Env file tracked by git',
    severity: 'error',
    description:
      'Git tracks an env file, so an ignore entry changes nothing. Run `git rm --cached`, then replace the keys: they are in the history. Information only where the framework commits that file by design and it holds no key.',
  },
  {
    id: 'env-not-loaded',
    category: 'hygiene',
    provider: null,
    title: 'Env file that nothing loads',
    severity: 'warning',
    description:
      'Code reads a variable that is in .env, and nothing gives it to the program: no loader in the code, no flag in a script, no framework, compose file or tool that reads the file. Told once for each env file; silent where a person may set the variables, and for tests, examples and libraries. The fix adds what a move adds: a flag in the scripts, or a loader in the code.',
  },
  {
    id: 'dockerfile-env-key',
    category: 'hygiene',
    provider: null,
    title: 'Secret in a Dockerfile',
    severity: 'error',
    description:
      "An `ENV` or `ARG` gives a literal value to a variable with a secret's name. It stays in the image. The fix moves the value to .env and removes the variable; pass it with `docker run --env-file .env`, or with `RUN --mount=type=secret` at build time.",
  },
];

/** Every rule: the kinds of all detectors, then hygiene. */
export const rules: readonly Rule[] = [
  ...detectors.flatMap((provider) =>
    kindsOf(provider).map(
      (kind): Rule => ({
        id: kind.rule,
        category: 'key',
        provider: provider.id,
        title: kind.title,
        severity: kind.atMost ?? 'error',
        description: `${article(kind.title)} ${kind.title}, told by ${mark(kind)}.`,
        envName: kind.envName,
        manage: kind.manage,
        usage: kind.usage,
        source: kind.source,
      }),
    ),
  ),
  generic,
  ...hygiene,
];

/** The title of a rule as a person reads it; of a project's own rule its id. */
export function ruleTitle(id: string): string {
  const rule = rules.find((one) => one.id === id);
  return rule === undefined ? id : said(rule.title);
}

/** What a policy may name: ids of rules and of providers. */
export const knownIds = (): Known => ({
  rules: new Set(rules.map(({ id }) => id)),
  providers: new Set(detectors.map(({ id }) => id)),
});

function mark(kind: KeyKind | ContextKind | EnclosedKind): string {
  if ('patterns' in kind) return 'what encloses it';
  if ('shape' in kind) return 'its shape, beside a name, a call or a host of the provider';
  return `its prefix ${kind.prefixes.map((prefix) => `\`${prefix}\``).join(', ')}`;
}

function article(title: string): string {
  return /^[AEIOUaeioux]/.test(title) ? 'An' : 'A';
}
