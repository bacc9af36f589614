import { detectors } from './detectors';
import { type ContextKind, type EnclosedKind, type KeyKind, kindsOf } from './detectors/detector';
import { hygiene } from './hygiene';
import type { Severity } from './model/finding';
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

/** What a rule's findings are where nobody says otherwise; undefined for a project's own rule. */
export function usualSeverity(id: string): Severity | 'off' | undefined {
  const rule = rules.find((one) => one.id === id);
  return rule?.off === true ? 'off' : rule?.severity;
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
