import { isPublicName } from '../detectors/publicNames';
import type { FileFacts, SourceDocument } from '../model/document';
import { t } from '../text/l10n';
import { once } from '../text/once';
import { baseName } from '../text/path';
import { contains, type Span } from '../text/span';
import type { Analyser, Problem } from './analyser';
import { envContent } from './envContent';
import { isEnvFile, isEnvTemplate } from './envFiles';
import { envLines, hasValues } from './envLines';

export const dotenv = {
  id: 'dotenv',
  claims: {
    languageIds: ['dotenv', 'env'],
    names: /^\.env(?:\.|$)|^[\w-]+\.env(?:\.[\w-]+)?$|^\.dev\.vars(?:\.|$)/i,
  },
  places: ({ path, text }) => {
    const lines = once(() => envLines(text));
    return (key) => {
      if (isEnvTemplate(path)) return { kind: 'env-template' };
      if (!isEnvFile(path)) return { kind: 'text' }; // a name that no ignore entry is known to cover
      const name = lines().find(({ valueSpan }) => contains(valueSpan, key))?.name;
      return { kind: 'env-file', ...(name !== undefined && isPublicName(name) ? { publicName: name } : {}) };
    };
  },
  check: (document, facts, keys) => [...exposure(document, facts, keys), ...envContent(document, keys)],
} as const satisfies Analyser;

/** `env-tracked` and `env-not-ignored`: silent outside git and where git could not be asked. */
function exposure(document: SourceDocument, facts: FileFacts, keys: readonly Span[]): readonly Problem[] {
  if (facts.inRepository !== true || !isEnvFile(document.path)) return [];
  const lines = envLines(document.text);
  const name = baseName(document.path);
  const first = lines[0];
  const span = first?.nameSpan ?? { start: 0, end: 0 };
  if (facts.tracked === true) {
    const framework = keys.length === 0 ? facts.committedBy : undefined;
    return [
      framework === undefined
        ? {
            rule: 'env-tracked',
            severity: 'error',
            span,
            subject: name,
            message: t(
              '{0} is tracked by git: every clone has its values. Run git rm --cached {1}, then replace its keys.',
              name,
              document.path,
            ),
          }
        : {
            rule: 'env-tracked',
            severity: 'info',
            span,
            subject: name,
            message: t(
              '{0} is tracked by git, as {1} projects do. Keep keys in a file that git ignores, such as {0}.local.',
              name,
              framework,
            ),
          },
    ];
  }
  if (facts.ignored !== false || !hasValues(document.text)) return [];
  return [
    {
      rule: 'env-not-ignored',
      severity: 'error',
      span,
      subject: name,
      message: t('{0} is not in .gitignore: the next git add takes its values along.', name),
    },
  ];
}
