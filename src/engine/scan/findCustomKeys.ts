import { placeholderReason } from '../detectors/placeholder';
import type { CustomRule } from '../model/customRule';
import { t } from '../text/l10n';
import type { FoundKey, Rejected } from './findKeys';

/** Finds the keys that a project's own rules tell. */
export function findCustomKeys(
  text: string,
  rules: readonly CustomRule[],
  rejected?: Rejected,
): readonly FoundKey[] {
  return rules.flatMap(({ id, title, envName, prefix, find }) =>
    find(text).flatMap((span) => {
      const key: FoundKey = {
        provider: null,
        kind: { rule: id, title, envName, isOwn: true },
        prefix,
        span,
        reasons: [
          prefix === ''
            ? t("it matches a rule of this project's policy")
            : t("it begins with {0}, as a rule of this project's policy says", prefix),
        ],
      };
      const because = placeholderReason(text.slice(span.start + prefix.length, span.end));
      if (because === undefined) return [key];
      rejected?.(key, because);
      return [];
    }),
  );
}
