import { placeholderReason } from '../detectors/placeholder';
import type { CustomRule } from '../model/customRule';
import { t } from '../text/l10n';
import type { FoundKey, Rejected } from './findKeys';

/** Finds the keys that a project's own rules tell, each when it is asked for. */
export function* findCustomKeys(
  text: string,
  rules: readonly CustomRule[],
  rejected?: Rejected,
): Iterable<FoundKey> {
  for (const { id, title, envName, prefix, find } of rules)
    for (const span of find(text)) {
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
      if (because === undefined) yield key;
      else rejected?.(key, because);
    }
}
