import type { SourceDocument } from '../model/document';

/** Hears that a text was not looked into to its end. */
export type Unread = () => void;

/**
 * Keys of one file that are told, and as many other problems: whoever has so many begins with the file, and more would
 * only fill the memory and the report. What stands behind them is not looked for.
 */
export const mostFindings = 10_000;

/** Remembers that a scan has looked into a part of a document only; see `isReadInPart`. */
export const markInPart = (document: SourceDocument): void => {
  inPart.add(document);
};

/** Whether the last scan of a document has left something of it: too many findings, or places that are made to take time. */
export const isReadInPart = (document: SourceDocument): boolean => inPart.has(document);

const inPart = new WeakSet<SourceDocument>();
