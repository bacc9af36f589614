import ignore from 'ignore';
import { type FormattingOptions, modify, type Node, type ParseError, parseTree } from 'jsonc-parser';
import { isRefusal, type Refusal } from '../model/fix';
import { applyEdits, eolOf } from '../text/edit';
import { t } from '../text/l10n';
import type { Agent } from './agent';
import { commonEnvNames, literal } from './envPatterns';

/**
 * Claude Code: rules under `permissions.deny`, paths in the syntax of `.gitignore`. They have no exceptions: the first
 * match decides, deny before allow, so a wildcard would lock `.env.example` as well.
 */
export const claudeCode = {
  id: 'claude-code',
  title: 'Claude Code',
  file: '.claude/settings.json',
  traces: ['.claude', 'CLAUDE.md', 'CLAUDE.local.md'],
  get limits() {
    return t(
      'Covers its file tools and the commands that it knows to read files; a program that it starts can still read them. Env files of other names than those listed are not covered.',
    );
  },
  source: { url: 'https://code.claude.com/docs/en/permissions', read: '2026-11-28' },
  put: (text, names, file) => {
    const root = rootOf(text, file);
    if (isRefusal(root)) return root;
    const patterns = new Map([
      ...names.map((name) => [literal(name), name] as const),
      ...commonEnvNames.map((name) => [name, name.replaceAll('*', 'keystow-probe')] as const),
    ]);
    const rules = [...patterns]
      .filter(([, file]) => !isDenied(root.deny, file))
      .map(([pattern]) => `Read(**/${pattern})`);
    return rules.reduce((result, rule) => withRule(result, rule), text === '' ? '{}\n' : text);
  },
} as const satisfies Agent;

/** The rules that are there; why the file cannot take more. */
function rootOf(text: string, path: string): { readonly deny: readonly string[] } | Refusal {
  if (text === '') return { deny: [] };
  const errors: ParseError[] = [];
  const root = parseTree(text, errors, { disallowComments: true });
  if (errors.length > 0 || root?.type !== 'object')
    return { refused: t('{0} is no JSON object. Mend it first: Claude Code reads no comments there.', path) };
  const permissions = memberOf(root, 'permissions');
  if (permissions !== undefined && permissions.type !== 'object')
    return { refused: t('{0} has "permissions" that are no object. Mend it first.', path) };
  const deny = permissions && memberOf(permissions, 'deny');
  if (deny !== undefined && deny.type !== 'array')
    return { refused: t('{0} has "permissions.deny" that is no list. Mend it first.', path) };
  const rules = deny?.children?.map(({ value }): unknown => value) ?? [];
  return { deny: rules.filter((rule) => typeof rule === 'string') };
}

const memberOf = (node: Node, name: string): Node | undefined =>
  node.children?.find(({ children }) => children?.[0]?.value === name)?.children?.[1];

/** Whether rules keep a file of this name from being read, wherever it lies in the project. */
function isDenied(rules: readonly string[], file: string): boolean {
  if (rules.includes('Read')) return true;
  const patterns = rules.flatMap((rule) => {
    const [, path] = /^Read\((.+)\)$/.exec(rule) ?? [];
    // Absolute paths and those of the home folder are somewhere else.
    return path === undefined || /^(?:\/\/|~|!)/.test(path) ? [] : [path.replace(/^\.\//, '/')];
  });
  const denied = ignore().add(patterns);
  return denied.ignores(file) && denied.ignores(`app/${file}`);
}

function withRule(text: string, rule: string): string {
  const edits = modify(text, ['permissions', 'deny', -1], rule, {
    isArrayInsertion: true,
    formattingOptions: styleOf(text),
  });
  return applyEdits(
    text,
    edits.map(({ offset, length, content }) => ({
      span: { start: offset, end: offset + length },
      newText: content,
    })),
  );
}

/** Indented as the file is. */
function styleOf(text: string): FormattingOptions {
  const unit = /^([ \t]+)"/m.exec(text)?.[1] ?? '  ';
  return { insertSpaces: !unit.includes('\t'), tabSize: unit.length, eol: eolOf(text) };
}
