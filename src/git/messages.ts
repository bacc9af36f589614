import { type AuditedFinding, decode, type Settings, scanDocument } from '../engine/index';
import type { GitObject } from '../platform/gitObjects.node';
import { signatureIn } from './origins';

/**
 * The keys in the message of a commit or a tag: it is pushed like any file. Lines are those of the message, and its name
 * is `commit <id>` or `tag <id>`.
 */
export function findInMessage(
  id: string,
  { type, bytes }: GitObject,
  settings: Settings,
): readonly AuditedFinding[] {
  const decoded = decode(bytes.subarray(bytes.indexOf('\n\n') + 2));
  if (decoded.kind !== 'text') return [];
  const findings = scanDocument({ path: `${type} ${id}`, text: decoded.text }, {}, settings);
  if (findings.length === 0 || type !== 'commit')
    return findings.map((finding) => ({ ...finding, fixes: [] }));
  const { author, date } = signatureIn(bytes.toString('utf8')) ?? { author: '', date: '' };
  return findings.map((finding) => ({
    ...finding,
    fixes: [],
    origin: { commit: id, author, date, versions: 1 },
  }));
}

/** Whether a name is that of an object, and no path. */
export const isObjectName = (name: string): boolean => /^(?:blob|commit|tag) [0-9a-f]{40,64}$/.test(name);
