import { parseArgs } from 'node:util';
import { explainKeys, literalGlob, noPolicy, policyFile, scanDocument, withoutKeys } from '../engine/index';
import { salted, signature, writeAcceptances } from './acceptance';
import { CliError, exitCodes, type Io } from './io';
import { placeOf } from './place';
import { Policies } from './policy';

const options = {
  rule: { type: 'string' },
  path: { type: 'string' },
  reason: { type: 'string' },
  expires: { type: 'string' },
} as const;

/** `keystow accept FILE:LINE --reason TEXT`: what is found on the line stands from now on, with the reason, in the policy. */
export async function accept(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const [, file = '', line = ''] = /^(.+):(\d+)$/.exec(positionals[0] ?? '') ?? [];
  const { reason = '', rule, expires } = values;
  if (file === '' || positionals.length !== 1)
    throw new CliError('accept takes FILE:LINE, such as src/app.ts:12');
  if (reason.trim() === '') throw new CliError('accept needs --reason: why may the key stay?');
  if (explainKeys({ path: '', text: reason }).length > 0) throw new CliError('the reason holds a key');

  const { workspace, document, facts } = await placeOf(file, io);
  const policies = new Policies({ noConfig: false }, io);
  const known = await policies.settingsFor(workspace.root);
  if (policies.broken) throw new CliError(`${policyFile}: mend the policy first`);
  const settings = salted(known, known.policy ?? noPolicy);
  const found = scanDocument(document, facts, settings).filter(
    ({ range }) => range.start.line <= Number(line) - 1 && Number(line) - 1 <= range.end.line,
  );
  const asked = found.filter((finding) => rule === undefined || finding.rule === rule);
  const kinds = [...new Set(asked.map((finding) => finding.rule))];
  if (asked.length === 0) throw new CliError(`${file}:${line}: nothing is found there`);
  if (kinds.length > 1)
    throw new CliError(`${file}:${line}: say which with --rule ${kinds.join(' or --rule ')}`);

  const signed = await signature(workspace);
  const path = values.path ?? literalGlob(document.path);
  await writeAcceptances(
    workspace,
    settings,
    [...new Map(asked.map((finding) => [finding.fingerprint, finding])).values()].map((finding) => ({
      fingerprint: finding.fingerprint,
      rule: finding.rule,
      path,
      reason: reason.trim(),
      ...signed,
      ...(expires === undefined ? {} : { expires }),
    })),
  );
  const until = expires === undefined ? '' : ` until ${expires}`;
  io.out(`${kinds.join()} is accepted in ${withoutKeys(path)}${until}. Commit ${policyFile}.\n`);
  return exitCodes.clean;
}
