import path from 'node:path';
import { parseArgs } from 'node:util';
import { explainKeys, rules, SourceText } from '../engine/index';
import { readFileAt, repositoryRoot, toSlashes } from '../platform/files.node';
import { CliError, exitCodes, type Io } from './io';
import { Policies } from './policy';

/** `keystow rules`: every rule, as a table or as JSON; with `--explain FILE:LINE` why a key on that line is one. */
export async function listRules(args: readonly string[], io: Io): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { format: { type: 'string', default: 'text' }, explain: { type: 'string' } },
  });
  if (values.explain !== undefined) return explain(values.explain, io);
  if (values.format === 'json') {
    io.out(`${JSON.stringify(rules, null, 2)}\n`);
  } else if (values.format === 'text') {
    const width = Math.max(...rules.map(({ id }) => id.length));
    for (const { id, title, off } of rules)
      io.out(`${id.padEnd(width)}  ${title}${off === true ? ' (off by default)' : ''}\n`);
  } else {
    throw new CliError(`unknown format "${values.format}"; choose text or json`);
  }
  return exitCodes.clean;
}

/** Exit code 1 where no key is on the line. */
async function explain(place: string, io: Io): Promise<number> {
  const [, file = '', line = ''] = /^(.+):(\d+)$/.exec(place) ?? [];
  if (file === '') throw new CliError('--explain takes FILE:LINE, such as src/app.ts:12');
  const read = await readFileAt(path.resolve(io.cwd, file));
  if (read.kind !== 'text')
    throw new CliError(`${file}: ${read.kind === 'missing' ? 'no such file' : read.reason}`);
  const source = new SourceText(read.text);
  const wanted = Number(line) - 1;
  const full = path.resolve(io.cwd, file);
  const root = (await repositoryRoot(path.dirname(full))) ?? io.cwd;
  const { policy } = await new Policies({ noConfig: false }, io).settingsFor(root);
  const document = { path: toSlashes(path.relative(root, full)), text: read.text };
  const keys = explainKeys(document, policy?.customRules).filter(({ span }) => {
    const { start, end } = source.rangeOf(span);
    return start.line <= wanted && wanted <= end.line;
  });
  for (const { rule, title, span, literal, reasons, rejected } of keys) {
    const [key, around] = [span, literal].map(({ start, end }) => {
      const from = source.positionAt(start);
      const to = source.positionAt(end);
      const last = from.line === to.line ? '' : `${to.line + 1}:`;
      return { row: from.line + 1, columns: `${from.character + 1}-${last}${to.character + 1}` };
    });
    io.out(`${file}:${key?.row}:${key?.columns}  ${title}  ${rule}\n`);
    for (const reason of reasons) io.out(`  ${reason}\n`);
    if (literal.start !== span.start) io.out(`  in a literal at columns ${around?.columns}\n`);
    if (rejected !== undefined) io.out(`  no key, because ${rejected}\n`);
  }
  if (keys.some(({ rejected }) => rejected === undefined)) return exitCodes.clean;
  if (keys.length === 0) io.out('No key on this line.\n');
  return exitCodes.found;
}
