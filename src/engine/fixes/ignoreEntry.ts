import ignore from 'ignore';
import type { FileEdit, Refusal } from '../model/fix';
import { skipReason, type Workspace } from '../model/ports';
import { eolOf } from '../text/edit';
import { t } from '../text/l10n';
import { ancestors, baseName, join } from '../text/path';

/**
 * The edit that makes git ignore `path`: one line at the end of the root's `.gitignore`, where the last match
 * wins. Empty when it is ignored already. Refused where a nested ignore file would take it back, or where the
 * ignore file cannot be read as git reads it.
 */
export async function ignoreEntry(
  workspace: Workspace,
  path: string,
): Promise<readonly FileEdit[] | Refusal> {
  const facts = await workspace.facts(path);
  if (facts.tracked === true) {
    return { refused: t('{0} is tracked by git. Run git rm --cached {0} first.', path) };
  }
  if (facts.gitFailed === true) {
    return { refused: t('Git could not say whether {0} is tracked. Run git status to see why.', path) };
  }
  if (facts.ignored === true) return [];
  const entry = baseName(path);
  const read = await workspace.read('.gitignore');
  if (read.kind === 'skipped')
    return { refused: t('.gitignore could not be read: {0}.', skipReason(read.reason)) };
  if (read.kind === 'text' && read.encoding.startsWith('utf16')) {
    return { refused: t('.gitignore is saved as UTF-16, which git cannot read. Save it as UTF-8 first.') };
  }
  const before = read.kind === 'text' ? read.text : '';
  const eol = eolOf(before);
  const newText = `${before === '' || /[\r\n]$/.test(before) ? '' : eol}${entry}${eol}`;
  if (!(await ignoredBy(workspace, path, before + newText))) {
    return {
      refused: t(
        'A nested .gitignore takes {0} back with a line such as !{0}. Remove that line first.',
        entry,
      ),
    };
  }
  const label = t('ignore {0}', entry);
  if (read.kind === 'missing') return [{ kind: 'create', path: '.gitignore', label, text: newText }];
  if (read.readOnly) return { refused: t('.gitignore is read-only.') };
  const end = before.length;
  return [
    { kind: 'change', path: '.gitignore', label, before, edits: [{ span: { start: end, end }, newText }] },
  ];
}

/**
 * Whether the ignore files of the workspace ignore `path`, as the `ignore` library reads them; the nearest file
 * that says anything decides. What only git knows (global excludes, `.git/info/exclude`) is not asked.
 *
 * @param rootText stands in for the root's `.gitignore`.
 */
export async function ignoredBy(workspace: Workspace, path: string, rootText?: string): Promise<boolean> {
  for (const dir of ancestors(path)) {
    const file = join(dir, '.gitignore');
    const read = await workspace.read(file);
    const text =
      dir === '' && rootText !== undefined
        ? rootText
        : read.kind === 'text' && !read.encoding.startsWith('utf16')
          ? read.text
          : '';
    if (text === '') continue;
    const relative = dir === '' ? path : path.slice(dir.length + 1);
    const result = ignore().add(text).test(relative);
    if (result.ignored) return true;
    if (result.unignored) return false;
  }
  return false;
}
