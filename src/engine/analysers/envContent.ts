import { isPublicName } from '../detectors/publicNames';
import { looksSecret } from '../detectors/secretValue';
import type { SourceDocument } from '../model/document';
import { t } from '../text/l10n';
import { lineEnd, lineStart } from '../text/lines';
import { overlaps, type Span } from '../text/span';
import { isEnvFile } from './envFiles';
import { type EnvFormatProblem, envFormatProblems } from './envFormat';
import { envLines } from './envLines';

/** What is wrong in an env file, whoever gets it; in a template only what runs or breaks. `keys` are the recognised keys in it. */
export function envContent(
  { path, text }: SourceDocument,
  keys: readonly Span[],
): readonly EnvFormatProblem[] {
  const format = envFormatProblems(text);
  if (!isEnvFile(path)) return format.filter(({ severity }) => severity === 'error');
  return [...format, ...commentedKeys(text, keys), ...publicSecrets(text, keys), ...sameValues(text, keys)];
}

/** `env-commented-key`: what is left of a rotation. */
const commentedKeys = (text: string, keys: readonly Span[]): readonly EnvFormatProblem[] =>
  keys.flatMap((key) => {
    const start = lineStart(text, key.start);
    if (!/^\s*#/.test(text.slice(start, key.start))) return [];
    return [
      {
        rule: 'env-commented-key',
        severity: 'warning' as const,
        span: key,
        subject: String(start),
        message: t('A key in a comment: where it is replaced, revoke it and delete the line.'),
        edits: [{ span: { start, end: lineEnd(text, key.end) }, newText: '' }],
      },
    ];
  });

/** `public-prefix-secret`, for values of unknown form: those of recognised keys are told by the key itself. */
const publicSecrets = (text: string, keys: readonly Span[]): readonly EnvFormatProblem[] =>
  envLines(text).flatMap(({ name, nameSpan, valueSpan }) => {
    const value = text.slice(valueSpan.start, valueSpan.end).replace(/^(["'`])(.*)\1$/, '$2');
    const isSecret = isPublicName(name) && /(?:SECRET|PRIVATE_KEY|PASSWORD|SERVICE_ROLE_KEY)$/.test(name);
    if (!isSecret || !looksSecret(value) || keys.some((key) => overlaps(key, valueSpan))) return [];
    return [
      {
        rule: 'public-prefix-secret',
        severity: 'error' as const,
        span: nameSpan,
        subject: name,
        message: t('The prefix of {0} puts its value into browser code. Choose a name without it.', name),
      },
    ];
  });

/** `env-same-value`: the same key under two names, of which a rotation misses one. */
function sameValues(text: string, keys: readonly Span[]): readonly EnvFormatProblem[] {
  const lines = envLines(text);
  const first = new Map<string, string>();
  return keys.flatMap((key) => {
    const line = lines.find(({ valueSpan }) => overlaps(valueSpan, key));
    if (line === undefined) return [];
    const value = text.slice(key.start, key.end);
    const other = first.get(value);
    if (other === undefined || other === line.name) {
      first.set(value, line.name);
      return [];
    }
    return [
      {
        rule: 'env-same-value',
        severity: 'info' as const,
        span: line.nameSpan,
        subject: line.name,
        message: t('The same key stands under another name above: who replaces it has to find both.'),
      },
    ];
  });
}
