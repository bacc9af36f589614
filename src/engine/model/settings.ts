import type { CustomRule } from './customRule';
import { type Severity, severities } from './finding';

/** What a user may set, with its defaults; `package.json` states the same and a test compares them. */
export interface Settings {
  /** Diagnostics and quick fixes. */
  readonly enable: boolean;
  /** Files that are not scanned: globs as minimatch reads them, relative to the workspace root. */
  readonly exclude: readonly string[];
  /** Kilobytes (1024 bytes); a larger file is skipped, and said to be. */
  readonly maxFileSize: number;
  /** Severity per rule id; `off` silences the rule. */
  readonly severity: Readonly<Record<string, Severity | 'off'>>;
  /** Kinds of keys that the project's policy adds; no setting of a user's. */
  readonly customRules?: readonly CustomRule[];
}

export const defaultSettings: Settings = {
  enable: true,
  exclude: ['**/node_modules/**', '**/.git/**', '**/.venv/**', '**/venv/**'],
  maxFileSize: 5120,
  severity: {},
};

export interface ParsedSettings {
  readonly settings: Settings;
  /** One sentence for each value that was not usable; the default stands in for it. */
  readonly problems: readonly string[];
}

/** Turns what a user wrote into settings; never throws, what does not fit is named in `problems`. */
export function parseSettings(input: unknown): ParsedSettings {
  const problems: string[] = [];
  const given = isRecord(input) ? input : {};
  const read = <T>(key: keyof Settings, fallback: T, parse: (value: unknown) => T | undefined): T => {
    const value = given[key];
    if (value === undefined) return fallback;
    const parsed = parse(value);
    if (parsed === undefined) problems.push(`The setting "${key}" has a value of the wrong kind.`);
    return parsed ?? fallback;
  };
  const settings: Settings = {
    enable: read('enable', defaultSettings.enable, (v) => (typeof v === 'boolean' ? v : undefined)),
    exclude: read('exclude', defaultSettings.exclude, (v) => (isStrings(v) ? v : undefined)),
    maxFileSize: read('maxFileSize', defaultSettings.maxFileSize, (v) =>
      typeof v === 'number' && Number.isFinite(v) && v > 0 ? v : undefined,
    ),
    severity: read('severity', defaultSettings.severity, (v) =>
      isRecord(v) ? parseSeverities(v, problems) : undefined,
    ),
  };
  return { settings, problems };
}

function parseSeverities(given: Record<string, unknown>, problems: string[]): Settings['severity'] {
  const result: Record<string, Severity | 'off'> = {};
  for (const [rule, value] of Object.entries(given)) {
    const level = [...severities, 'off' as const].find((name) => name === value);
    if (level === undefined)
      problems.push(`The severity of "${rule}" is none of ${severities.join(', ')}, off.`);
    else result[rule] = level;
  }
  return result;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isStrings = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');
