import { printable } from '../reports/text';
import { resolvePath } from '../text/path';

/** A line of a commit in which a server saw a key. */
export interface RefusedPlace {
  /** As the server names it, which may be a shortened id. */
  readonly commit: string;
  /** Relative to the root of the repository. */
  readonly file: string;
  /** Counted from 1. */
  readonly line: number;
}

export interface RefusedKey {
  /** The server's own name for the kind of key. */
  readonly kind: string;
  readonly places: readonly RefusedPlace[];
  /** The page on which somebody may let this key pass. */
  readonly allow?: string;
}

/** What a server said when it took no commits because of keys in them. */
export interface PushRefusal {
  readonly server: 'GitHub' | 'GitLab';
  readonly keys: readonly RefusedKey[];
  /** The page of the repository's switches, where the server names it. */
  readonly switches?: string;
}

/** So many are told: GitHub itself tells five keys of a push. */
const most = 50;

/**
 * Reads what git printed of a push that a server's push protection refused; undefined where it is another failure.
 * GitHub: https://docs.github.com/code-security/secret-scanning/working-with-secret-scanning-and-push-protection/working-with-push-protection-from-the-command-line
 * and pushes that people reported; GitLab:
 * https://docs.gitlab.com/user/application_security/secret_detection/secret_push_protection/; both read 2026-11-28.
 *
 * @param output what git wrote to standard error.
 */
export function pushRefusal(output: string): PushRefusal | undefined {
  const lines = output
    .slice(0, 100_000)
    .split(/\r?\n/)
    .map((line) => printable(line.replace(colours, '').replace(/^remote: ?/, '')).trim());
  if (lines.some((line) => /^PUSH BLOCKED: Secrets detected/.test(line))) return ofGitLab(lines);
  if (lines.some((line) => /GITHUB PUSH PROTECTION|GH009: Secrets detected/.test(line)))
    return ofGitHub(lines);
  return undefined;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: a terminal's colours begin with one
const colours = /\u001b\[[\d;]*m/g;

function ofGitHub(lines: readonly string[]): PushRefusal {
  const keys: { kind: string; places: RefusedPlace[]; allow?: string }[] = [];
  let commit = '';
  let switches: string | undefined;
  for (const line of lines) {
    const key = keys.at(-1);
    const [, kind] = /^[—-]{2,} (.+?) [—-]{2,}$/.exec(line) ?? [];
    const [, named] = /^- commit: ([0-9a-f]{7,64})$/.exec(line) ?? [];
    const [, path = '', at] = /^path: (.+):(\d+)$/.exec(line) ?? [];
    if (kind !== undefined) keys.push({ kind, places: [] });
    else if (named !== undefined) commit = named;
    else if (at !== undefined) key?.places.push(...placeOf(commit, path, at));
    else if (key !== undefined && /^https:\/\/\S+\/unblock-secret\/\w+$/.test(line)) key.allow = line;
    switches ??= /https:\/\/\S+\/settings\/security_analysis\b/.exec(line)?.[0];
  }
  return { server: 'GitHub', keys: keys.slice(0, most), ...(switches === undefined ? {} : { switches }) };
}

function ofGitLab(lines: readonly string[]): PushRefusal {
  const keys: RefusedKey[] = [];
  let commit = '';
  for (const line of lines) {
    const [, named] = /found the following secrets in commit: ([0-9a-f]{7,64})$/.exec(line) ?? [];
    if (named !== undefined) commit = named;
    // The name of a file may hold spaces, and a colon with digits behind it: the last one counts.
    const [, path = '', at = '', kind = ''] = /^-- (.+):(\d+)(?: \|)? (\S.*)$/.exec(line) ?? [];
    if (kind !== '') keys.push({ kind, places: placeOf(commit, path, at) });
  }
  return { server: 'GitLab', keys: keys.slice(0, most) };
}

/** None where the name of the file leads out of the repository. */
function placeOf(commit: string, path: string, line: string): readonly RefusedPlace[] {
  const file = path.startsWith('/') ? undefined : resolvePath('', path);
  return file === undefined || file === '' ? [] : [{ commit, file, line: Number(line) }];
}
