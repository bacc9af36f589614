import type { Node } from 'web-tree-sitter';
import type { TextEdit } from '../text/edit';

/** The grammars there are: `tree-sitter-<name>.wasm`. */
export type GrammarName =
  | 'bash'
  | 'c'
  | 'c-sharp'
  | 'cpp'
  | 'dart'
  | 'elixir'
  | 'go'
  | 'hcl'
  | 'java'
  | 'javascript'
  | 'julia'
  | 'kotlin'
  | 'lua'
  | 'perl'
  | 'php'
  | 'powershell'
  | 'python'
  | 'r'
  | 'ruby'
  | 'rust'
  | 'scala'
  | 'swift'
  | 'tsx'
  | 'typescript';

/** How a text was made of one that was parsed before: what the edits do not touch is not parsed again. */
export interface Made {
  readonly before: string;
  readonly edits: readonly TextEdit[];
}

/** Parses programs. The parser and each grammar are loaded at their first use, and kept. */
export interface Parsers {
  /** The root of the program's tree; also broken programs have one. It is kept for the next time: nobody deletes it. */
  parse(grammar: GrammarName, text: string, made?: Made): Promise<Node>;
}

/** Reads a file that lies beside the program, such as `tree-sitter-go.wasm`. */
export type ReadAsset = (name: string) => Promise<Uint8Array>;

/** Parsers by tree-sitter, whose WebAssembly files are read through `read`. */
export function createParsers(read: ReadAsset): Parsers {
  let loading: Promise<Parsers> | undefined;
  return {
    parse: async (grammar, text, made) => {
      loading ??= import('./treeSitter').then(({ treeSitter }) => treeSitter(read));
      try {
        return await (await loading).parse(grammar, text, made);
      } catch (error) {
        loading = undefined; // a file that could not be read may be there the next time
        throw error;
      }
    },
  };
}
