import { filterModule } from './module';
import { filterTables } from './tables';

/** The module, which knows what keys look like; src/wasm tells what its functions do. */
export interface FilterModule {
  readonly memory: { readonly buffer: ArrayBuffer };
  readonly data: { readonly value: number };
  isText(length: number): number;
  scan(length: number): number;
  toldOf(): number;
  mayName(length: number): number;
  holds(length: number, size: number): number;
  holdsWord(length: number): number;
  unitsIn(from: number, to: number): number;
  reserve(length: number): number;
}

/** Where a text is put that is looked for. */
export const wanted = 60_000;
/** Where it puts down what it finds: a kind, a start and an end each, in 32 bits. */
export const notes = 65_536;
/** The number of notes where there was no room for all. */
export const overflow = 0xffff_ffff;

/** Kinds of notes. A run may be of several. */
export const kinds = {
  marked: 1,
  value: 2,
  encoded: 4,
  odd: 8,
  address: 16,
  password: 32,
  whole: 64,
  joint: 128,
  list: 256,
  opening: 512,
  formed: 1024,
} as const;

/** What it says of a text as a whole. */
export const signs = { environment: 1, processEnvironment: 2, template: 8, opensShort: 16 } as const;

/** A module of its own; undefined where there is no WebAssembly, or none of this kind. */
export function filterModuleOf(): FilterModule | undefined {
  if (typeof WebAssembly === 'undefined') return undefined;
  try {
    const { exports } = new WebAssembly.Instance(new WebAssembly.Module(bytesIn(filterModule)));
    const module = exports as unknown as FilterModule;
    new Uint8Array(module.memory.buffer).set(bytesIn(filterTables));
    return module;
  } catch {
    return undefined; // an old processor has no instructions for sixteen bytes at once
  }
}

/** The bytes that a text in base64 stands for. */
function bytesIn(text: string): Uint8Array<ArrayBuffer> {
  const characters = atob(text);
  const bytes = new Uint8Array(characters.length);
  for (let at = 0; at < bytes.length; at++) bytes[at] = characters.charCodeAt(at);
  return bytes;
}
