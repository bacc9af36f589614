import { placeholderReason } from '../detectors/placeholder';
import type { CustomRule } from '../model/customRule';
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
        kind: { rule: id, title, envName },
        prefix,
        span,
        reasons: [
          prefix === ''
            ? "it matches a rule of this project's policy"
            : `it begins with ${prefix}, as a rule of this project's policy says`,
        ],
      };
      const because = placeholderReason(text.slice(span.start + prefix.length, span.end));
      if (because === undefined) return [key];
      rejected?.(key, because);
      return [];
    }),
  );
}
