import type { SourceDocument } from '../model/document';
import { baseName, extensionOf } from '../text/path';
import type { Analyser } from './analyser';
import { bruno } from './bruno';
import { configFile } from './configFile';
import { dockerfile } from './dockerfile';
import { dotenv } from './dotenv';
import { envrc } from './envrc';
import { gitignore } from './gitignore';
import { httpFile } from './httpFile';
import { justfile } from './justfile';
import { makefile } from './makefile';
import { notebook } from './notebook';
import { plainText } from './plainText';
import { procfile } from './procfile';
import { prose } from './prose';
import { languageOf, sourceCode } from './sourceCode';
import { terraformFile } from './terraformFile';

/** Every kind of file, `plainText` apart, which takes what nobody claims. To add one: its file, and its line here. */
export const analysers: readonly Analyser[] = [
  sourceCode,
  dotenv,
  gitignore,
  dockerfile,
  notebook,
  configFile,
  envrc,
  httpFile,
  terraformFile,
  prose,
  makefile,
  justfile,
  procfile,
  bruno,
];

/** The most specific claim wins: a path, a file's name, then the editor's language, then the extension, then a script's first line. */
export function analyserFor(document: SourceDocument): Analyser {
  const name = baseName(document.path);
  const extension = extensionOf(document.path);
  const { languageId } = document;
  return (
    analysers.find(({ claims }) => claims.isOne?.(document)) ??
    analysers.find(({ claims }) => claims.names?.test(name)) ??
    analysers.find(({ claims }) => languageId !== undefined && claims.languageIds?.includes(languageId)) ??
    analysers.find(({ claims }) => claims.extensions?.includes(extension)) ??
    (languageOf(document) === undefined ? plainText : sourceCode)
  );
}
