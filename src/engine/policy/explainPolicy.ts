import type { Severity } from '../model/finding';
import type { Acceptance, Placed, Policy } from '../model/policy';
import { globs } from '../text/globs';
import { isExpired, isStricter } from './inForce';

/** What a policy means for one file: sentences with the places that say so, in the order in which they count. */
export function explainPolicy(
  policy: Policy,
  file: string,
  severityOfRule: (rule: string) => Severity | 'off' | undefined,
): readonly Placed<string>[] {
  const applies = (path: string | undefined): boolean => path === undefined || globs([path])(file);
  const last = new Map<string, Policy['severity'][number]>();
  for (const one of policy.severity) if (applies(one.path)) last.set(one.rule, one);
  const told: Placed<string>[] = policy.exclude
    .filter(({ value }) => globs([value])(file))
    .map(({ value, at }) => ({ at, value: `not scanned: ${value}` }));
  for (const { rule, value, path, reason, at } of last.values()) {
    const usual = severityOfRule(rule);
    const change = usual === undefined || usual === value ? '' : `, by default ${usual}`;
    const where = path === undefined ? '' : ` in ${path}`;
    told.push({
      at,
      value: `${rule} is ${value}${where}${change}${reason === undefined ? '' : `: ${reason}`}`,
    });
  }
  for (const { value, at } of policy.forbidden) told.push({ at, value: `${value} is forbidden` });
  const { providers, envFile, loader } = policy;
  if (providers !== undefined)
    told.push({ at: providers.at, value: `keys of ${providers.value.join(', ')} only` });
  if (envFile !== undefined) told.push({ at: envFile.at, value: `keys move to ${envFile.value}` });
  if (loader !== undefined)
    told.push({
      at: loader.at,
      value: loader.value === 'none' ? 'a move adds no loader' : 'a move adds a loader where there is none',
    });
  return told;
}

/** What is accepted in the files for which `applies` holds, as sentences; what has expired says so. */
export const explainAcceptances = (
  { accepted }: Policy,
  today: string,
  applies: (path: string | undefined) => boolean,
): readonly Placed<string>[] =>
  accepted.filter(({ path }) => applies(path)).map((one) => ({ at: one.at, value: sentenceOf(one, today) }));

function sentenceOf(one: Acceptance, today: string): string {
  const { rule, path, reason, author, date, expires } = one;
  const where = path === undefined ? '' : ` in ${path}`;
  const until =
    expires === undefined ? '' : isExpired(one, today) ? `, expired on ${expires}` : `, until ${expires}`;
  const by = [author, date].filter((part) => part !== undefined).join(', ');
  return `${rule} is accepted${where}${until}: ${reason}${by === '' ? '' : ` (${by})`}`;
}

/** Where a policy asks for less than Keystow does by itself. */
export function weakenings(
  policy: Policy,
  severityOfRule: (rule: string) => Severity | 'off' | undefined,
): readonly Placed<string>[] {
  const lower = policy.severity.flatMap(({ rule, value, path, at }) => {
    const usual = severityOfRule(rule);
    if (usual === undefined || !isStricter(usual, value)) return [];
    return [
      { at, value: `${rule} is ${value}${path === undefined ? '' : ` in ${path}`}, by default ${usual}` },
    ];
  });
  return [...lower, ...policy.exclude.map(({ value, at }) => ({ at, value: `${value} is not scanned` }))];
}
