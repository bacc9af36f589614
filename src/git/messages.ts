import {
  type AuditedFinding,
  decode,
  isReadInPart,
  type Settings,
  type Skipped,
  scanDocument,
} from '../engine/index';
import type { GitObject } from '../platform/gitObjects.node';
import { signatureIn } from './origins';

/**
 * The keys in the message of a commit or a tag: it is pushed like any file. Lines are those of the message, and its name
 * is `commit <id>` or `tag <id>`.
 */
export function findInMessage(id: string, { type, bytes }: GitObject, settings: Settings): InMessage {
  const decoded = decode(bytes.subarray(bytes.indexOf('\n\n') + 2));
  if (decoded.kind !== 'text') return { findings: [], skipped: [] };
  const document = { path: `${type} ${id}`, text: decoded.text };
  const findings = scanDocument(document, {}, settings);
  const skipped: readonly Skipped[] = isReadInPart(document)
    ? [{ file: document.path, reason: 'read in part' }]
    : [];
  if (findings.length === 0 || type !== 'commit')
    return { findings: findings.map((finding) => ({ ...finding, fixes: [] })), skipped };
  const { author, date } = signatureIn(bytes.toString('utf8')) ?? { author: '', date: '' };
  const origin = { commit: id, author, date, versions: 1 };
  return { findings: findings.map((finding) => ({ ...finding, fixes: [], origin })), skipped };
}

/** What one message holds. */
interface InMessage {
  readonly findings: readonly AuditedFinding[];
  readonly skipped: readonly Skipped[];
}

/** Whether a name is that of an object, and no path. */
export const isObjectName = (name: string): boolean => /^(?:blob|commit|tag) [0-9a-f]{40,64}$/.test(name);
