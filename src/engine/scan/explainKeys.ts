import type { CustomRule } from '../model/customRule';
import type { SourceDocument } from '../model/document';
import type { Span } from '../text/span';
import { completed } from '../text/steps';
import { findEveryKey } from './findEveryKey';
import type { FoundKey } from './findKeys';
import { literalAround } from './literalAround';

/** Why a value is taken for a key, or is not. */
export interface Explanation {
  readonly rule: string;
  readonly title: string;
  readonly span: Span;
  /** The literal around it, with its quotes; the same as `span` where it stands in none. */
  readonly literal: Span;
  readonly reasons: readonly string[];
  /** Why it is no key after all, though it has a key's form. */
  readonly rejected?: string;
}

/**
 * Why each key of a text is taken for one, in order, also those that are accepted or stand where keys belong; and what
 * only looks like one, with the reason. Never a character of a value.
 */
export function explainKeys(
  document: Pick<SourceDocument, 'path' | 'text'>,
  customRules: readonly CustomRule[] = [],
): readonly Explanation[] {
  const explained: Explanation[] = [];
  const tell = ({ kind, span, reasons }: FoundKey, rejected?: string): void => {
    const literal = literalAround(document.text, span);
    const known = { rule: kind.rule, title: kind.title, span, literal, reasons };
    explained.push(rejected === undefined ? known : { ...known, rejected });
  };
  for (const key of completed(findEveryKey(document, customRules, { rejected: tell }))) tell(key);
  return explained.toSorted((a, b) => a.span.start - b.span.start);
}

/** Where a text has keys, in order, also those that are accepted or stand where keys belong. */
export const keySpans = (
  document: Pick<SourceDocument, 'path' | 'text'>,
  customRules: readonly CustomRule[] = [],
): readonly Span[] => completed(findEveryKey(document, customRules)).map(({ span }) => span);
