import type { Tree } from 'web-tree-sitter';

/** The grammars there are: `tree-sitter-<name>.wasm`. */
export type GrammarName =
  | 'bash'
  | 'c-sharp'
  | 'cpp'
  | 'go'
  | 'java'
  | 'javascript'
  | 'php'
  | 'powershell'
  | 'python'
  | 'ruby'
  | 'rust'
  | 'tsx'
  | 'typescript';

/** Parses programs. The parser and each grammar are loaded at their first use, and kept. */
export interface Parsers {
  /** Also broken programs give a tree. Whoever asks deletes it: it lives outside of what JavaScript collects. */
  parse(grammar: GrammarName, text: string): Promise<Tree>;
}

/** Reads a file that lies beside the program, such as `tree-sitter-go.wasm`. */
export type ReadAsset = (name: string) => Promise<Uint8Array>;

/** Parsers by tree-sitter, whose WebAssembly files are read through `read`. */
export function createParsers(read: ReadAsset): Parsers {
  let loading: Promise<Parsers> | undefined;
  return {
    parse: async (grammar, text) => {
      loading ??= import('./treeSitter').then(({ treeSitter }) => treeSitter(read));
      try {
        return await (await loading).parse(grammar, text);
      } catch (error) {
        loading = undefined; // a file that could not be read may be there the next time
        throw error;
      }
    },
  };
}
