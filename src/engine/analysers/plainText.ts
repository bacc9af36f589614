import type { Analyser } from './analyser';

/** The fallback: any other file. Keys are found in it; nothing is known of its syntax. */
export const plainText = {
  id: 'plain-text',
  claims: {},
  places: () => () => ({ kind: 'text' }),
} as const satisfies Analyser;
