/** The one use of Node's `Buffer` in dockerfile-ast (looking for a byte order mark), where there is no Node. Injected by the build. */
export const Buffer = { from: (text: string): Uint8Array => new TextEncoder().encode(text) };
