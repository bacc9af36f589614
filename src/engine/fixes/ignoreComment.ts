import { languageOf } from '../analysers/sourceCode';
import type { SourceDocument } from '../model/document';
import type { Finding } from '../model/finding';
import type { Refusal } from '../model/fix';
import { explainKeys } from '../scan/explainKeys';
import { literalAround } from '../scan/literalAround';
import { countErrors } from '../syntax/node';
import type { Parsers } from '../syntax/parsers';
import { type CommentSyntax, commentSyntax } from '../text/comments';
import { applyEdits, eolOf, type TextEdit } from '../text/edit';
import { t } from '../text/l10n';
import { insert, lineStart } from '../text/lines';

const elsewhere = (): string => t('Accept it in the policy instead.');

/**
 * The comment that lets a finding stand on its line: above it, or behind it where nothing may stand above. Refused where
 * a comment would become a part of the program or of its text.
 */
export async function ignoreComment(
  parsers: Parsers,
  document: SourceDocument,
  { rule, span }: Pick<Finding, 'rule' | 'span'>,
  reason: string,
): Promise<readonly TextEdit[] | Refusal> {
  const { text, path, languageId } = document;
  const syntax = commentSyntax(path, languageId);
  if (syntax === undefined) return { refused: t('This kind of file has no comments. {0}', elsewhere()) };
  const said = reason.replace(/\s+/g, ' ').trim();
  if (said === '') return { refused: t('Say why the finding may stay.') };
  if (explainKeys({ path: '', text: said }).length > 0) return { refused: t('The reason holds a key.') };
  if (syntax.close !== '' && (said.includes(syntax.close) || said.includes('--')))
    return { refused: t('The reason may not hold -- or {0}, which end a comment here.', syntax.close) };
  const start = lineStart(text, span.start);
  const literal = literalAround(text, span);
  if (literal.start < start || isInBlock(document, start))
    return {
      refused: t('The line is inside of a text, where a comment would be a part of it. {0}', elsewhere()),
    };
  const comment = (which: string): string => commentOf(syntax, `keystow-ignore-${which} ${rule} -- ${said}`);
  const indent = /^[ \t]*/.exec(text.slice(start))?.[0] ?? '';
  const end = start + (/^[^\r\n]*/.exec(text.slice(start))?.[0].length ?? 0);
  const above = [insert(start, `${indent}${comment('next-line')}${eolOf(text)}`)];
  if (!goesOn.test(text.slice(0, start)) && (await readsAlike(parsers, document, above))) return above;
  const behind = [insert(end, ` ${comment('line')}`)];
  const isOneLine = span.end <= end && !goesOn.test(`${text.slice(start, end)}\n`);
  if (isOneLine && (await readsAlike(parsers, document, behind))) return behind;
  return { refused: t('No comment can stand at this line. {0}', elsewhere()) };
}

/** A line that the next one belongs to. */
const goesOn = /[\\`^]\r?\n$/;

const commentOf = ({ open, close }: CommentSyntax, text: string): string =>
  close === '' ? `${open} ${text}` : `${open} ${text} ${close}`;

/** A block scalar of YAML, or the code of a Markdown file: what stands there is text. */
function isInBlock({ path, text }: SourceDocument, start: number): boolean {
  const before = text.slice(0, start);
  if (/\.(?:md|markdown)$/i.test(path)) return (before.match(/^[ \t]*(?:```|~~~)/gm)?.length ?? 0) % 2 === 1;
  if (!/\.ya?ml$/i.test(path)) return false;
  let indent = /^[ \t]*/.exec(text.slice(start))?.[0].length ?? 0;
  for (const line of before.split('\n').reverse()) {
    const own = /^[ \t]*/.exec(line)?.[0].length ?? 0;
    if (line.trim() === '' || own >= indent) continue;
    if (/(?:^|[\s:-])[|>][+-]?\d?[+-]?\s*(?:#.*)?$/.test(line)) return true;
    indent = own;
  }
  return false;
}

/** Whether the program is still one, where there is a grammar to tell. */
async function readsAlike(
  parsers: Parsers,
  document: SourceDocument,
  edits: readonly TextEdit[],
): Promise<boolean> {
  const rewriting = languageOf(document)?.rewriting;
  if (rewriting === undefined) return true;
  const { grammar, part } = rewriting;
  const program = part?.blanked(document.text) ?? document.text;
  const before = await parsers.parse(grammar, program);
  const after = await parsers.parse(grammar, applyEdits(program, edits), { before: program, edits });
  const [edit] = edits;
  const at = (edit?.span.start ?? 0) + (/\S/.exec(edit?.newText ?? '')?.index ?? 0);
  const node = after.descendantForIndex(at);
  return countErrors(after) <= countErrors(before) && /comment/.test(node?.type ?? '');
}
