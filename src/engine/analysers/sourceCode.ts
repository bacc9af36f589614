import { languages } from '../languages';
import type { Language } from '../languages/language';
import type { SourceDocument } from '../model/document';
import { once } from '../text/once';
import { extensionOf } from '../text/path';
import { interpreterOf } from '../text/shebang';
import type { Analyser, Place } from './analyser';

/** The language of a document: the editor's language id decides, then the extension, then what a script's first line names. */
export function languageOf(document: SourceDocument): Language | undefined {
  const { languageId } = document;
  const extension = extensionOf(document.path);
  return (
    languages.find((language) => languageId !== undefined && language.languageIds.includes(languageId)) ??
    languages.find((language) => language.extensions.includes(extension)) ??
    languageOfScript(document.text)
  );
}

function languageOfScript(text: string): Language | undefined {
  const name = interpreterOf(text)?.replace(/-?[\d.]+$/, '');
  return name === undefined
    ? undefined
    : languages.find(({ interpreters }) => interpreters?.includes(name) === true);
}

export const sourceCode = {
  id: 'source-code',
  claims: {
    languageIds: languages.flatMap((language) => language.languageIds),
    extensions: languages.flatMap((language) => language.extensions),
  },
  places: (document) =>
    once((): Place => {
      const language = languageOf(document);
      if (language === undefined) return { kind: 'text' };
      const inBrowser = language.browser ?? language.isBrowserCode?.(document.text) ?? false;
      return { kind: 'code', language, inBrowser };
    }),
} as const satisfies Analyser;
