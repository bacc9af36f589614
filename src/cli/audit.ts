import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import {
  type AuditReport,
  atLeast,
  auditDocument,
  auditWorkspace,
  decode,
  type Finding,
  failures,
  formats,
  isReadInPart,
  mergeReports,
  printable,
  relativeTo,
  rules,
  type Severity,
  stopsCommit,
} from '../engine/index';
import { auditPush, auditRange } from '../git/commits';
import { auditHistory } from '../git/history';
import { auditStaged } from '../git/staged';
import { repositoryRoot, toSlashes } from '../platform/files.node';
import { GlanceCache } from '../platform/glanceCache.node';
import { nodeParsers } from '../platform/parsers.node';
import { NodeWorkspace } from '../platform/workspace.node';
import { version } from '../version';
import { CliError, exitCodes, type Io } from './io';
import { Policies } from './policy';
import { progressLine } from './progressLine';
import { type Target, targetsOf } from './targets';

const options = {
  format: { type: 'string', default: 'text' },
  output: { type: 'string' },
  stdin: { type: 'boolean', default: false },
  'stdin-filename': { type: 'string' },
  staged: { type: 'boolean', default: false },
  range: { type: 'string' },
  'pre-push': { type: 'boolean', default: false },
  history: { type: 'boolean', default: false },
  'no-gitignore': { type: 'boolean', default: false },
  cache: { type: 'boolean', default: false },
  severity: { type: 'string', default: 'error' },
  config: { type: 'string' },
  'no-config': { type: 'boolean', default: false },
} as const;

const levels = ['error', 'warning', 'info'] as const;

/** `keystow audit`: the report goes out, the exit code says whether anything at the level was found. */
export async function audit(args: readonly string[], io: Io): Promise<number> {
  const { values, positionals } = parseArgs({ args: [...args], options, allowPositionals: true });
  const format = formats.find(({ id }) => id === values.format);
  if (format === undefined)
    throw new CliError(`unknown format "${values.format}"; choose ${formats.map(({ id }) => id).join(', ')}`);
  const level = levels.find((name) => name === values.severity);
  if (level === undefined)
    throw new CliError(`unknown severity "${values.severity}"; choose ${levels.join(', ')}`);

  const policies = new Policies({ config: values.config, noConfig: values['no-config'] }, io);
  const started = performance.now();
  const source = sourceOf(values);
  const report = await reportOf(source, values, positionals, policies, io, format.tellsFixes);
  const durationMs = Math.round(performance.now() - started);

  const text = format.format(report, {
    version,
    durationMs,
    rules,
    isWhole: source === undefined && positionals.every((path) => path === '.'),
    colour: io.colour && values.output === undefined,
    level,
  });
  if (values.output === undefined) io.out(text);
  else await writeReport(path.resolve(io.cwd, values.output), text);

  const failed = report.skipped.filter(({ reason }) => failures.has(reason));
  for (const { file, reason } of failed) io.err(`keystow: ${printable(file)}: ${reason}\n`);
  if (failed.length > 0 || policies.broken) return exitCodes.failed;
  return report.findings.some((finding) => fails(finding, level, gates.has(source)))
    ? exitCodes.found
    : exitCodes.clean;
}

type Values = ReturnType<typeof parseArgs<{ options: typeof options }>>['values'];

/** Options that name something else than files. */
const sources = ['stdin', 'staged', 'range', 'pre-push', 'history'] as const;

/** What holds up a commit or a push. */
const gates: ReadonlySet<string | undefined> = new Set(['staged', 'range', 'pre-push']);

function sourceOf(values: Values): (typeof sources)[number] | undefined {
  const isGiven = (name: keyof Values): boolean => values[name] !== undefined && values[name] !== false;
  const source = sources.find(isGiven);
  // A cache is of files.
  const named = [...sources, 'cache' as const].filter(isGiven).map((name) => `--${name}`);
  if (source !== undefined && named.length > 1)
    throw new CliError(`${named.join(' and ')} contradict each other`);
  return source;
}

/** What is audited: one document, what git takes or has taken, or files. */
async function reportOf(
  source: (typeof sources)[number] | undefined,
  values: Values,
  paths: readonly string[],
  policies: Policies,
  io: Io,
  tellsFixes = false,
): Promise<AuditReport> {
  const options = {
    settingsFor: (root: string) => policies.settingsFor(root),
    cancel: io.cancel,
    paths,
    warn: (message: string) => io.err(`keystow: ${message}\n`),
  };
  switch (source) {
    case 'stdin':
      return auditStdin(values['stdin-filename'], paths, policies, io);
    case 'staged':
      return auditStaged(io.cwd, options);
    case 'range':
      return auditRange(io.cwd, values.range ?? '', options);
    case 'pre-push':
      // What follows is the remote and its address, as git gives them to the hook.
      return auditPush(
        io.cwd,
        Buffer.from(await io.stdin()).toString('utf8'),
        { ...options, paths: [] },
        paths[0],
      );
    case 'history':
      return auditHistory(io.cwd, options);
    case undefined:
      return auditTargets(
        await targetsOf(paths, io.cwd),
        values['no-gitignore'],
        policies,
        io,
        tellsFixes,
        values.cache,
      );
    default:
      return source satisfies never;
  }
}

const fails = (finding: Finding, level: Severity, isGate: boolean): boolean =>
  atLeast(finding.severity, level) || (isGate && stopsCommit(finding));

/**
 * Audits each target once, and names files relative to the current folder.
 *
 * @param tellsFixes whether the fixes are told that each finding would be offered: files with findings are parsed for that.
 * @param remembers whether files in which an earlier audit has seen nothing are left, and those kept in which this one does.
 */
export async function auditTargets(
  targets: readonly Target[],
  ignored: boolean,
  policies: Policies,
  io: Io,
  tellsFixes = false,
  remembers = false,
): Promise<AuditReport> {
  const reports: AuditReport[] = [];
  const progress = progressLine(io);
  for (const workspace of new Set(targets.map((target) => target.workspace))) {
    const own = targets.filter((target) => target.workspace === workspace);
    const files = own.filter(({ kind }) => kind === 'file').map((target) => target.path);
    const folders = own.filter(({ kind }) => kind === 'folder').map((target) => target.path);
    const cache = remembers ? await GlanceCache.open(workspace.root) : undefined;
    workspace.cache = cache;
    const report = await auditWorkspace(workspace, {
      settings: await policies.settingsFor(workspace.root),
      cancel: io.cancel,
      ...(tellsFixes ? { parsers: nodeParsers } : {}),
      ignored,
      files,
      ...(folders.length === 0 ? {} : { include: isIn(folders) }),
      progress: progress.show,
    });
    if (cache !== undefined && !report.cancelled && !cache.save()) {
      progress.clear();
      io.err('keystow: the cache could not be written\n');
    }
    reports.push(relativeTo(report, (file) => toSlashes(path.relative(io.cwd, workspace.resolve(file)))));
  }
  progress.clear();
  return mergeReports(reports);
}

const isIn =
  (folders: readonly string[]) =>
  (file: string): boolean =>
    folders.some((folder) => folder === '' || file === folder || file.startsWith(`${folder}/`));

async function auditStdin(
  filename: string | undefined,
  paths: readonly string[],
  policies: Policies,
  io: Io,
): Promise<AuditReport> {
  if (filename === undefined) throw new CliError('--stdin needs --stdin-filename');
  if (paths.length > 0) throw new CliError('--stdin takes no paths');
  const full = path.resolve(io.cwd, filename);
  const root = (await repositoryRoot(path.dirname(full))) ?? io.cwd;
  const workspace = new NodeWorkspace(root);
  const file = toSlashes(path.relative(root, full));
  const bytes = await io.stdin();
  const decoded = decode(bytes);
  if (decoded.kind === 'binary') throw new CliError('standard input is binary');
  const facts = file.startsWith('../') ? {} : await workspace.facts(file);
  const document = { path: file, text: decoded.text };
  const audited = await auditDocument(
    { workspace, parsers: nodeParsers },
    document,
    facts,
    await policies.settingsFor(root),
  );
  const report: AuditReport = {
    ...audited,
    skipped: isReadInPart(document) ? [{ file, reason: 'read in part' }] : [],
    stats: { files: 1, bytes: bytes.length },
    cancelled: false,
  };
  return relativeTo(report, () => toSlashes(path.relative(io.cwd, full)));
}

async function writeReport(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text);
  } catch {
    throw new CliError(`${file}: the report could not be written`);
  }
}
