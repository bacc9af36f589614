import path from 'node:path';
import { parseArgs } from 'node:util';
import {
  acceptanceOf,
  isBaselined,
  literalGlob,
  type NewAcceptance,
  noPolicy,
  policyFile,
  readBaseline,
  scanDocument,
} from '../engine/index';
import { readFileAt, repositoryRoot } from '../platform/files.node';
import { NodeWorkspace } from '../platform/workspace.node';
import { salted, signature, writeAcceptances } from './acceptance';
import { CliError, exitCodes, type Io } from './io';
import { Policies } from './policy';

/**
 * `keystow policy import BASELINE`: what the baseline of another scanner accepts, and Keystow finds too, is accepted. What
 * is no longer there is left out: an old baseline is a list of lines that have moved.
 */
export async function importBaseline(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({
    args: [...args],
    options: { reason: { type: 'string' } },
    allowPositionals: true,
  });
  const [given = ''] = positionals;
  if (positionals.length !== 1) throw new CliError('policy import takes one file');
  const read = await readFileAt(path.resolve(io.cwd, given));
  if (read.kind !== 'text')
    throw new CliError(`${given}: ${read.kind === 'missing' ? 'no such file' : read.reason}`);
  const baseline = readBaseline(read.text);
  if (baseline === undefined)
    throw new CliError(`${given}: no baseline of detect-secrets, and no report or ignore file of gitleaks`);
  const workspace = new NodeWorkspace((await repositoryRoot(io.cwd)) ?? io.cwd);
  const policies = new Policies({ noConfig: false }, io);
  const known = await policies.settingsFor(workspace.root);
  if (policies.broken) throw new CliError(`${policyFile}: mend the policy first`);
  const settings = salted(known, known.policy ?? noPolicy);
  const policy = settings.policy ?? noPolicy;
  const asIfNothing = { ...settings, policy: { ...policy, accepted: [] } };
  const signed = await signature(workspace);
  const reason = values.reason ?? `In the baseline of ${baseline.tool}.`;
  const accepted = new Map<string, NewAcceptance>();
  let gone = 0;
  for (const file of new Set(baseline.entries.map((entry) => entry.file))) {
    const entries = baseline.entries.filter((entry) => entry.file === file);
    const source = await workspace.read(file, settings.maxFileSize * 1024);
    const document = { path: file, text: source.kind === 'text' ? source.text : '' };
    const facts = source.kind === 'text' ? await workspace.facts(file) : {};
    const findings = scanDocument(document, facts, asIfNothing).filter(({ category }) => category === 'key');
    for (const entry of entries) {
      const found = findings.filter(({ span, range }) =>
        isBaselined(entry, document.text.slice(span.start, span.end), range.start.line + 1),
      );
      if (found.length === 0) gone++;
      for (const finding of found) {
        if (acceptanceOf(finding, settings) !== undefined) continue;
        const { fingerprint, rule } = finding;
        accepted.set(`${fingerprint} ${rule} ${file}`, {
          fingerprint,
          rule,
          path: literalGlob(file),
          reason,
          ...signed,
        });
      }
    }
  }
  if (accepted.size > 0) await writeAcceptances(workspace, settings, [...accepted.values()]);
  io.out(
    `${accepted.size} accepted; ${gone} of ${baseline.entries.length} entries are about nothing that Keystow finds.\n`,
  );
  return exitCodes.clean;
}
