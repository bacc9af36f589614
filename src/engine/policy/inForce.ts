import { offRules } from '../hygiene/offRules';
import { atLeast, type Finding, type Severity } from '../model/finding';
import type { Acceptance, Placed, Policy } from '../model/policy';
import type { Settings } from '../model/settings';
import { globs } from '../text/globs';

/** A policy as it holds on a day: what is accepted only until the day before does not count. */
export const inForce = (policy: Policy, today: string): Policy => {
  const accepted = policy.accepted.filter((one) => !isExpired(one, today));
  return accepted.length === policy.accepted.length ? policy : { ...policy, accepted };
};

/** `2026-11-28`, as the calendar on the user's wall has it. */
export function dayOf(now: Date): string {
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}

export const isExpired = ({ expires }: Acceptance, today: string): boolean =>
  expires !== undefined && expires < today;

/**
 * A user's settings in a project with a policy. The policy can ask for more than the user does, never for less than
 * the user has asked for: see `severityOf`.
 */
export function withPolicy(settings: Settings, policy: Policy): Settings {
  return {
    ...settings,
    exclude: [...settings.exclude, ...policy.exclude.map(({ value }) => value)],
    policy,
  };
}

/**
 * The severity of a finding under the settings, and what says so; undefined where the finding's own stands.
 * The last word of the policy counts, unless the user's own is stricter.
 */
export function severityOf(
  { rule, file }: Pick<Finding, 'rule' | 'file'>,
  settings: Settings,
): Placed<Severity | 'off'> | undefined {
  const own = settings.severity[rule];
  const asked = settings.policy?.severity.findLast(
    (one) => one.rule === rule && (one.path === undefined || globs([one.path])(file)),
  );
  if (asked === undefined) return own === undefined ? undefined : { value: own, at: 'keystow.severity' };
  return own !== undefined && isStricter(own, asked.value) ? { value: own, at: 'keystow.severity' } : asked;
}

/** Whether somebody has turned on a rule that is off by default, for some files at least. */
export const isAsked = (rule: string, { severity, policy }: Settings): boolean =>
  (severity[rule] ?? 'off') !== 'off' ||
  policy?.severity.some((one) => one.rule === rule && one.value !== 'off') === true;

export const isStricter = (a: Severity | 'off', b: Severity | 'off'): boolean =>
  a !== b && a !== 'off' && (b === 'off' || atLeast(a, b));

/** What is accepted of a finding, if it is. */
export const acceptanceOf = (
  { fingerprint, rule, file }: Pick<Finding, 'fingerprint' | 'rule' | 'file'>,
  { policy }: Settings,
): Acceptance | undefined =>
  policy?.accepted.find(
    (one) =>
      one.value === fingerprint && one.rule === rule && (one.path === undefined || globs([one.path])(file)),
  );

/** The same settings for who wants to see what is accepted too; see `acceptanceOf`. */
export const withoutAcceptances = (settings: Settings): Settings =>
  settings.policy === undefined || settings.policy.accepted.length === 0
    ? settings
    : { ...settings, policy: { ...settings.policy, accepted: [] } };

/** Applies severities, and leaves out what is off or accepted. */
export const withSettings = (findings: readonly Finding[], settings: Settings): readonly Finding[] =>
  findings.flatMap((finding) => {
    const usual = offRules.includes(finding.rule) ? 'off' : finding.severity;
    const severity = severityOf(finding, settings)?.value ?? usual;
    if (severity === 'off' || acceptanceOf(finding, settings) !== undefined) return [];
    return [severity === finding.severity ? finding : { ...finding, severity }];
  });
