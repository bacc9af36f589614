import ignore from 'ignore';
import type { Refusal } from '../model/fix';
import { eolOf } from '../text/edit';
import { t } from '../text/l10n';
import { type EnvPattern, envPatterns, literal, templatePatterns } from './envPatterns';

const comment = '# Env files hold keys. Templates without values may be read.';

/**
 * Adds the lines for env files to an ignore file in the syntax of `.gitignore`, at its end, where the last match wins.
 * What the file says already counts, in whatever words; a template that it ignored before stays ignored.
 */
export function ignoreEnvFiles(text: string, names: readonly string[], file: string): string | Refusal {
  const before = ignore().add(text);
  const isIgnored = (path: string): boolean => before.ignores(path);
  const patterns = [...envPatterns, ...own(names)];
  const missing = patterns.filter(({ probes }) => !probes.every(isIgnored));
  if (missing.length === 0) return text;
  const lines = missing.map(({ line }) => line);
  const taken = ignore().add(text).add(lines);
  const kept = templatePatterns.filter(
    ({ probes }) => probes.some((path) => taken.ignores(path)) && !probes.some(isIgnored),
  );
  const eol = eolOf(text);
  const gap = text === '' ? '' : /[\r\n]$/.test(text) ? eol : eol + eol;
  const result = `${text}${gap}${[comment, ...lines, ...kept.map(({ line }) => line)].join(eol)}${eol}`;
  const after = ignore().add(result);
  return patterns.every(({ probes }) => probes.every((path) => after.ignores(path)))
    ? result
    : { refused: t('{0} takes env files back with lines of its own. Remove these first.', file) };
}

/** Names of the project's own that the lines for all projects do not catch. */
function own(names: readonly string[]): readonly EnvPattern[] {
  const usual = ignore().add(envPatterns.map(({ line }) => line));
  return names
    .filter((name) => !usual.ignores(name))
    .map((name) => ({ line: literal(name), probes: [name] }));
}
