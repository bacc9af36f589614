import type { Log, Notification, ReportingConfiguration, ReportingDescriptor, Result } from 'sarif';
import type { AuditedFinding } from '../audit/auditWorkspace';
import type { Severity } from '../model/finding';
import { failures } from '../model/ports';
import { type Rule, ruleHelp, ruleUrl } from '../model/rule';
import type { ReportFormat } from './report';
import { printable } from './text';

type Level = NonNullable<ReportingConfiguration['level']>;

const levels: Readonly<Record<Severity, Level>> = {
  error: 'error',
  warning: 'warning',
  info: 'note',
  hint: 'note',
};

/**
 * What GitHub ranks security alerts by: high, medium, low.
 * https://docs.github.com/en/code-security/code-scanning/integrating-with-code-scanning/sarif-support-for-code-scanning,
 * read 2026-11-28
 */
const ranks: Readonly<Record<Severity, string>> = { error: '8.0', warning: '5.0', info: '2.0', hint: '1.0' };

/** The folder in which the audit ran; which one that is stays unsaid, so that a report names no machine. */
const root = '%SRCROOT%';

/**
 * SARIF 2.1.0, for code scanning. https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html, read 2026-11-28.
 * Positions as in the JSON report; of the rules those that have a finding.
 */
export const sarif = {
  id: 'sarif',
  format: ({ findings, skipped, cancelled }, { version, rules }) => {
    const ids = [...new Set(findings.map(({ rule }) => rule))].sort();
    const known = new Map(rules.map((rule) => [rule.id, rule]));
    const asked = ids.flatMap((id, index) =>
      known.get(id)?.off === true ? [{ descriptor: { id, index }, configuration: { enabled: true } }] : [],
    );
    const failed = skipped.filter(({ reason }) => failures.has(reason));
    const log: Log = {
      $schema: 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json',
      version: '2.1.0',
      runs: [
        {
          tool: {
            driver: {
              name: 'Keystow',
              version,
              semanticVersion: version,
              informationUri: 'https://github.com/keystow/keystow',
              rules: ids.map((id) => descriptor(id, known.get(id))),
            },
          },
          invocations: [
            {
              executionSuccessful: failed.length === 0 && !cancelled,
              // What is off by default was turned on, or it would have no result.
              ...(asked.length === 0 ? {} : { ruleConfigurationOverrides: asked }),
              toolExecutionNotifications: [
                ...failed.map(({ file, reason }) => ({
                  ...notification(`${printable(file)}: ${reason}`),
                  locations: [{ physicalLocation: { artifactLocation: locationOf(file) } }],
                })),
                ...(cancelled ? [notification('The audit was stopped before its end.')] : []),
              ],
            },
          ],
          originalUriBaseIds: { [root]: { description: { text: 'The folder in which the audit ran.' } } },
          columnKind: 'utf16CodeUnits',
          results: findings.map((finding) => resultOf(finding, ids.indexOf(finding.rule))),
        },
      ],
    };
    return `${JSON.stringify(log, null, 2)}\n`;
  },
} as const satisfies ReportFormat;

/** A rule of a project's own is known by its id only. */
function descriptor(id: string, rule: Rule | undefined): ReportingDescriptor {
  if (rule === undefined) return { id, shortDescription: { text: id }, properties: { tags: ['security'] } };
  return {
    id,
    name: rule.title,
    shortDescription: { text: rule.title },
    fullDescription: { text: rule.description },
    helpUri: ruleUrl(id),
    help: { text: plain(ruleHelp(rule)), markdown: ruleHelp(rule) },
    defaultConfiguration: {
      level: levels[rule.severity],
      ...(rule.off === true ? { enabled: false } : {}),
    },
    properties: { tags: ['security'], 'security-severity': ranks[rule.severity] },
  };
}

function resultOf(finding: AuditedFinding, ruleIndex: number): Result {
  const { start, end } = finding.range;
  return {
    ruleId: finding.rule,
    ruleIndex,
    level: levels[finding.severity],
    message: { text: literal(finding.message) },
    locations: [
      {
        physicalLocation: {
          artifactLocation: locationOf(finding.file),
          region: {
            startLine: start.line + 1,
            startColumn: start.character + 1,
            endLine: end.line + 1,
            endColumn: end.character + 1,
          },
        },
      },
    ],
    partialFingerprints: { 'keystow/v1': finding.fingerprint },
  };
}

const notification = (message: string): Notification => ({
  level: 'error',
  message: { text: literal(message) },
});

/** A path as a relative URI reference; half a surrogate pair, which no URI can hold, becomes U+FFFD. */
const locationOf = (file: string): { readonly uri: string; readonly uriBaseId: string } => ({
  uri: file
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .split('/')
    .map(encodeURIComponent)
    .join('/'),
  uriBaseId: root,
});

/** A message without what viewers take for a link or a placeholder: sections 3.11.5 and 3.11.6. */
const literal = (text: string): string =>
  printable(text)
    .replace(/[\\[\]]/g, '\\$&')
    .replace(/[{}]/g, '$&$&');

/** Markdown as help writes it, without its marks. */
const plain = (markdown: string): string => markdown.replace(/[`<>]/g, '');
