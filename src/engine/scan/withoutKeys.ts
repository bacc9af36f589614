import { explainKeys } from './explainKeys';

/** A sentence in which each key is an ellipsis: what somebody has written or typed may hold one, by a slip. */
export const withoutKeys = (text: string): string =>
  explainKeys({ path: '', text }).reduceRight(
    (shown, { span }) => `${shown.slice(0, span.start)}…${shown.slice(span.end)}`,
    text,
  );
