import { Language, Parser } from 'web-tree-sitter';
import type { GrammarName, Parsers, ReadAsset } from './parsers';

/** Loaded lazily: see `createParsers`. */
export async function treeSitter(read: ReadAsset): Promise<Parsers> {
  await Parser.init({ wasmBinary: await read('web-tree-sitter.wasm') });
  const grammars = new Map<GrammarName, Promise<Language>>();
  const parser = new Parser();
  return {
    parse: async (grammar, text) => {
      let language = grammars.get(grammar);
      if (language === undefined) {
        language = read(`tree-sitter-${grammar}.wasm`).then((bytes) => Language.load(bytes));
        grammars.set(grammar, language);
      }
      parser.setLanguage(await language);
      const tree = parser.parse(text);
      if (tree === null) throw new Error(`the ${grammar} parser gave no tree`);
      return tree;
    },
  };
}
