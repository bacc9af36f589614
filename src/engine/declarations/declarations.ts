import type { Node } from 'web-tree-sitter';
import type { FileEdit, Refusal } from '../model/fix';
import type { ProjectFile, ProjectFiles } from '../model/project';
import type { LookupStyle } from '../model/settings';
import type { Parsers } from '../syntax/parsers';
import type { TextEdit } from '../text/edit';
import { t } from '../text/l10n';
import type { Span } from '../text/span';

/** A program that is to read variables, and what is around it. */
export interface Asking {
  readonly path: string;
  readonly text: string;
  readonly root: Node;
  readonly project: ProjectFiles;
  readonly parsers: Parsers;
  readonly style: LookupStyle;
}

/** A program that reads the environment when it starts. */
export interface Reader {
  readonly path: string;
  readonly text: string;
  /** Where it reads. */
  readonly before: number;
  readonly imports: readonly Span[];
}

/** A file of the project in which variables are declared before code may read them. */
export interface Declarations {
  /** The expression that reads a variable; undefined where it cannot be read this way. */
  read(name: string): string | undefined;
  /** The name that a variable is stored under, where the file derives it from its own. */
  storedAs?(name: string): string;
  /** What declares the variables; nothing where they are declared. */
  declare(names: readonly string[]): readonly FileEdit[] | Refusal;
  /** What reads the environment, where that is neither the framework nor the program itself. */
  readonly readBy?: Reader;
}

/** The change of a file that declares variables. */
export function declaring(
  { path, text, readOnly }: ProjectFile,
  names: readonly string[],
  edits: readonly TextEdit[],
): readonly FileEdit[] | Refusal {
  if (edits.length === 0) return [];
  if (readOnly)
    return { refused: t('{0} is read-only, and {1} has to be declared there.', path, names.join(', ')) };
  return [{ kind: 'change', path, label: t('declare {0}', names.join(', ')), before: text, edits }];
}

/** Why a variable is not used that a framework gives away. */
export const isPublic = (path: string, name: string): Refusal => ({
  refused: t('{0} declares {1} as public. Give the key another name.', path, name),
});

/** Whether code has an expression in it, and not as a part of another one. */
export function isWritten(code: string, expression: string | undefined): boolean {
  if (expression === undefined) return false;
  for (let at = code.indexOf(expression); at >= 0; at = code.indexOf(expression, at + 1)) {
    const isPart = /[\w$.]/.test(code[at - 1] ?? '') || /[\w$]/.test(code[at + expression.length] ?? '');
    if (!isPart) return true;
  }
  return false;
}
