import {
  type AuditReport,
  auditWorkspace,
  defaultSettings,
  formats,
  type ReportContext,
  rules,
  withPolicy,
} from '../../src/engine/index';
import { madeKey } from './keys';
import { MemoryWorkspace } from './memoryWorkspace';
import { readPolicy } from './policy';

/** Providers whose keys have a prefix, a shape of their own, a block or a place in a URL. */
export const keyRules = [
  'openai-project-key',
  'openai-admin-key',
  'anthropic-api-key',
  'aws-access-key-id',
  'github-personal-access-token',
  'stripe-live-secret-key',
  'slack-webhook-url',
  'google-api-key',
  'sendgrid-api-key',
] as const;

/** File names that try to be something else: a command, markup, another cell, another line. */
export const hostileNames = [
  'a\n::error file=x::b.ts',
  '::warning::c.ts',
  '<script>alert(1)<\u002fscript>.ts',
  'pipe|`tick`|*bold*.ts',
  '[link](https://evil.example).ts',
  'per%cent, and: colon.ts',
  '"quoted" & \'single\'.ts',
  'turn\u202eed.ts',
  'emoji \u{1f511} ü.ts',
] as const;

export const auditOf = (files: Readonly<Record<string, string>>, repository = false): Promise<AuditReport> =>
  auditWorkspace(new MemoryWorkspace(files, { repository }), {
    settings: defaultSettings,
    cancel: { cancelled: false },
  });

/** A key of each rule, each in a file of its own. */
export const withKeys = (): Promise<AuditReport> =>
  auditOf(Object.fromEntries(keyRules.map((rule) => [`src/${rule}.ts`, `const k = "${madeKey(rule)}";\n`])));

/** The same key in files of hostile names, so that `move-to-env` and its kind are named too. */
export const withHostileNames = (): Promise<AuditReport> =>
  auditOf(Object.fromEntries(hostileNames.map((name) => [name, `f("${madeKey('openai-project-key')}")\n`])));

/** One key that is found, and one that the policy accepts for a reason in which somebody has written a key. */
export async function withAcceptance(): Promise<AuditReport> {
  const files = {
    'src/a.ts': `f("${madeKey('openai-project-key')}")\n`,
    'docs/a.ts': `f("${madeKey('openai-project-key', 'b')}")\n`,
  };
  const [accepted] = (await auditOf(files)).findings;
  const acceptance = {
    fingerprint: accepted?.fingerprint,
    rule: accepted?.rule,
    reason: `a sample of ${madeKey('openai-admin-key')}, see <b>`,
    author: 'Ada',
    date: '2026-11-28',
    expires: '2999-12-31',
  };
  const policy = await readPolicy(JSON.stringify({ accepted: [acceptance] }));
  return auditWorkspace(new MemoryWorkspace(files), {
    settings: withPolicy(defaultSettings, policy),
    cancel: { cancelled: false },
  });
}

export function formatted(id: string, report: AuditReport, context: Partial<ReportContext> = {}): string {
  const format = formats.find((one) => one.id === id);
  if (format === undefined) throw new Error(`no format ${id}`);
  return format.format(report, {
    version: '1.2.3',
    durationMs: 5,
    isWhole: true,
    colour: false,
    rules,
    level: 'error',
    ...context,
  });
}
