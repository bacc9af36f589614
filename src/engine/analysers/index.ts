import type { SourceDocument } from '../model/document';
import { baseName, extensionOf } from '../text/path';
import type { Analyser } from './analyser';
import { dockerfile } from './dockerfile';
import { dotenv } from './dotenv';
import { gitignore } from './gitignore';
import { notebook } from './notebook';
import { plainText } from './plainText';
import { languageOf, sourceCode } from './sourceCode';

/** Every kind of file, `plainText` apart, which takes what nobody claims. To add one: its file, and its line here. */
export const analysers: readonly Analyser[] = [sourceCode, dotenv, gitignore, dockerfile, notebook];

/** The most specific claim wins: a file's name, then the editor's language, then the extension, then a script's first line. */
export function analyserFor(document: SourceDocument): Analyser {
  const name = baseName(document.path);
  const extension = extensionOf(document.path);
  const { languageId } = document;
  return (
    analysers.find(({ claims }) => claims.names?.test(name)) ??
    analysers.find(({ claims }) => languageId !== undefined && claims.languageIds?.includes(languageId)) ??
    analysers.find(({ claims }) => claims.extensions?.includes(extension)) ??
    (languageOf(document) === undefined ? plainText : sourceCode)
  );
}
