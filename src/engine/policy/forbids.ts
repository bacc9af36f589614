import { type FoundKind, titleOf } from '../detectors/detector';
import type { Policy } from '../model/policy';
import { t } from '../text/l10n';

/** What is said of a key that the project's policy lets nobody use, wherever it stands; undefined where it may be used. */
export function forbids(
  policy: Policy | undefined,
  kind: FoundKind,
  provider: string | null,
): { readonly severity: 'error'; readonly message: string } | undefined {
  if (policy === undefined) return undefined;
  const told = (why: string): ReturnType<typeof forbids> => ({
    severity: 'error',
    message: t('{0}: {1} Use another one, and revoke this.', titleOf(kind), why),
  });
  if (policy.forbidden.some(({ value }) => value === kind.rule))
    return told(t("the project's policy forbids this kind of key."));
  const { providers } = policy;
  return providers === undefined || provider === null || providers.value.includes(provider)
    ? undefined
    : told(t("the project's policy allows keys of {0} only.", providers.value.join(', ')));
}
