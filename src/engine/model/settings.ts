import { type Severity, severities } from './finding';
import type { Policy } from './policy';

/** `idiomatic`: as the language's own people write it. `failFast`: what is not set throws. `plain`: it gives nothing. */
export const lookupStyles = ['idiomatic', 'failFast', 'plain'] as const;
export type LookupStyle = (typeof lookupStyles)[number];

/**
 * What a move does where `.env` has another value under the name. `suffix`: takes the next free name. `reuse`: reads
 * the value that is there, and the key of the code is gone. `ask`: asks for a name.
 */
export const nameCollisions = ['suffix', 'reuse', 'ask'] as const;
export type NameCollision = (typeof nameCollisions)[number];

/**
 * What a paste of a key is: `offer`: plain text, with the lookup one step away. `replace`: the lookup, with plain text one
 * step away. `off`: plain text.
 */
export const pasteModes = ['offer', 'replace', 'off'] as const;
export type PasteMode = (typeof pasteModes)[number];

/** When the status bar has an item of Keystow's. */
export const statusBarModes = ['always', 'problems', 'never'] as const;
export type StatusBarMode = (typeof statusBarModes)[number];

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
  /** Per language id, such as `go`; a language that is not named is written as its own people write it. */
  readonly lookupStyle: Readonly<Record<string, LookupStyle>>;
  readonly nameCollision: NameCollision;
  readonly paste: PasteMode;
  /** Above each variable of an env file, which files read it. */
  readonly codeLens: boolean;
  readonly statusBar: StatusBarMode;
  /** What the project's policy says, as it holds today; no setting of a user's. */
  readonly policy?: Policy;
}

export const defaultSettings: Settings = {
  enable: true,
  exclude: ['**/node_modules/**', '**/.git/**', '**/.venv/**', '**/venv/**'],
  maxFileSize: 5120,
  severity: {},
  lookupStyle: {},
  nameCollision: 'suffix',
  paste: 'offer',
  codeLens: false,
  statusBar: 'always',
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
      isRecord(v)
        ? oneOfEach(v, [...severities, 'off'], (rule) =>
            problems.push(`The severity of "${rule}" is none of ${severities.join(', ')}, off.`),
          )
        : undefined,
    ),
    lookupStyle: read('lookupStyle', defaultSettings.lookupStyle, (v) =>
      isRecord(v)
        ? oneOfEach(v, lookupStyles, (id) =>
            problems.push(`The lookup style of "${id}" is none of ${lookupStyles.join(', ')}.`),
          )
        : undefined,
    ),
    nameCollision: read('nameCollision', defaultSettings.nameCollision, (v) =>
      nameCollisions.find((name) => name === v),
    ),
    paste: read('paste', defaultSettings.paste, (v) => pasteModes.find((mode) => mode === v)),
    codeLens: read('codeLens', defaultSettings.codeLens, (v) => (typeof v === 'boolean' ? v : undefined)),
    statusBar: read('statusBar', defaultSettings.statusBar, (v) => statusBarModes.find((mode) => mode === v)),
  };
  return { settings, problems };
}

/** The entries whose value is one of the allowed ones; `other` is told the rest. */
function oneOfEach<T extends string>(
  given: Record<string, unknown>,
  allowed: readonly T[],
  other: (key: string) => void,
): Readonly<Record<string, T>> {
  const result: Record<string, T> = {};
  for (const [key, value] of Object.entries(given)) {
    const known = allowed.find((name) => name === value);
    if (known === undefined) other(key);
    else result[key] = known;
  }
  return result;
}

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

const isStrings = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');
