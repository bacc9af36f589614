import { existsSync } from 'node:fs';
import path from 'node:path';
import { type AuditedFinding, printable, rules, shellWord } from '../engine/index';
import { type HookName, stoppedBy } from '../guard/hooks';

/** Why git is stopped, and how to go on: each key's place, kind and reason, never its value. */
export function refusal(hook: HookName, findings: readonly AuditedFinding[]): string {
  const what = stoppedBy(hook);
  const lines = findings.map(({ file, range: { start }, message, rule, origin }) => {
    const place = `${printable(file)}:${start.line + 1}:${start.character + 1}`;
    const commit = origin === undefined ? '' : `  in commit ${origin.commit.slice(0, 10)}`;
    return `${place}  ${printable(message)}  ${rule}${commit}\n`;
  });
  const command = ownCommand();
  const movable = [...new Set(findings.filter(({ fixes }) => fixes.length > 0).map(({ file }) => file))];
  // What stands in a commit or a tag alone is in no file that could be looked at: the policy takes what the work tree has.
  const first = findings.find(
    ({ origin, file }) => origin === undefined && !/^(?:tag|blob) [0-9a-f]{40,64}$/.test(file),
  );
  const ways: (readonly [string, string])[] = [];
  if (movable.length > 0)
    ways.push([
      hook === 'pre-push' ? 'mend it, then rewrite the commit' : 'mend it, then git add',
      `${command} fix ${movable.map(quoted).join(' ')} --write`,
    ]);
  if (first !== undefined)
    ways.push([
      'accept it, with why',
      `${command} accept ${quoted(`${first.file}:${first.range.start.line + 1}`)} --reason "…"`,
    ]);
  ways.push([`${what} unchecked`, `git ${what} --no-verify`]);
  const width = Math.max(...ways.map(([way]) => way.length));
  return [
    `keystow: ${summary(what, findings)}\n\n`,
    ...lines,
    '\n',
    ...ways.map(([way, line]) => `${way.padEnd(width)}  ${line}\n`),
  ].join('');
}

/** The first line, which is all that some editors show. */
function summary(what: string, findings: readonly AuditedFinding[]): string {
  const [first] = findings;
  const count = findings.length === 1 ? '1 problem stops' : `${findings.length} problems stop`;
  if (first === undefined) return `${count} this ${what}`;
  const title = rules.find(({ id }) => id === first.rule)?.title ?? first.rule;
  const others = findings.length === 1 ? '' : ', and others';
  return `${count} this ${what}: ${title} in ${printable(first.file)}:${first.range.start.line + 1}${others}`;
}

/** How the Keystow that runs now is started by hand. */
function ownCommand(): string {
  const [node = 'node', cli = ''] = process.argv;
  // In a node_modules of this folder or one above it; npx does not know every global one.
  if (/^(?:\.\.[\\/])*node_modules[\\/]/.test(path.relative(process.cwd(), cli)))
    return 'npx --no-install keystow';
  const names = process.platform === 'win32' ? ['keystow.cmd', 'keystow.exe'] : ['keystow'];
  const folders = (process.env.PATH ?? '').split(path.delimiter).filter((folder) => path.isAbsolute(folder));
  if (folders.some((folder) => names.some((name) => existsSync(path.join(folder, name))))) return 'keystow';
  const editor = 'electron' in process.versions ? 'ELECTRON_RUN_AS_NODE=1 ' : '';
  return `${editor}${quoted(node)} ${quoted(cli)}`;
}

/** An argument of the shell. */
const quoted = (argument: string): string => shellWord(printable(argument));
