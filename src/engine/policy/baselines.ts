import { sha1 } from '@noble/hashes/legacy.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';

/** What another scanner's users have accepted: a value by its digest, or whatever stands on a line. */
export interface Baselined {
  readonly file: string;
  /** Of the value, hexadecimal. */
  readonly sha1?: string;
  /** 1-based. */
  readonly line?: number;
}

export interface Baseline {
  /** The scanner that wrote it. */
  readonly tool: 'detect-secrets' | 'gitleaks';
  readonly entries: readonly Baselined[];
}

/**
 * Reads the baseline of detect-secrets (`.secrets.baseline`), a report of gitleaks (JSON, as `--baseline-path` takes it)
 * or `.gitleaksignore`; undefined where it is none of them. Read 2026-11-28:
 * https://github.com/Yelp/detect-secrets/blob/master/docs/design.md and https://github.com/gitleaks/gitleaks#gitleaksignore
 */
export function readBaseline(text: string): Baseline | undefined {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return readIgnoreFile(text);
  }
  if (Array.isArray(json)) return { tool: 'gitleaks', entries: json.flatMap(gitleaksEntry) };
  const results = isRecord(json) ? json.results : undefined;
  if (!isRecord(results)) return undefined;
  const entries = Object.entries(results).flatMap(([file, list]) =>
    (Array.isArray(list) ? list : []).flatMap((one: unknown): readonly Baselined[] => {
      const digest = isRecord(one) ? one.hashed_secret : undefined;
      return typeof digest === 'string' && /^[0-9a-f]{40}$/.test(digest)
        ? [{ file: slashes(file), sha1: digest }]
        : [];
    }),
  );
  return { tool: 'detect-secrets', entries };
}

function gitleaksEntry(one: unknown): readonly Baselined[] {
  if (!isRecord(one) || typeof one.File !== 'string' || typeof one.StartLine !== 'number') return [];
  return [{ file: slashes(one.File), line: one.StartLine }];
}

/** `file:rule:line`, or `commit:file:rule:line`; `#` begins a comment. */
function readIgnoreFile(text: string): Baseline | undefined {
  const lines = text.split(/\r?\n/).map((line) => line.replace(/#.*/, '').trim());
  const entries = lines.flatMap((line) => {
    const [, file, number] = /^(?:[0-9a-f]{40}:)?(.+):[\w-]+:(\d+)$/.exec(line) ?? [];
    return file === undefined ? [] : [{ file: slashes(file), line: Number(number) }];
  });
  return entries.length === 0 ? undefined : { tool: 'gitleaks', entries };
}

/** Whether an entry is about a value on a line. */
export const isBaselined = (entry: Baselined, value: string, line: number): boolean =>
  entry.sha1 === undefined ? entry.line === line : entry.sha1 === bytesToHex(sha1(utf8ToBytes(value)));

const slashes = (path: string): string => path.replaceAll('\\', '/').replace(/^\.\//, '');

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
