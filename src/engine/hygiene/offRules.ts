import { hygiene } from './index';

/** Ids of the rules that are off by default; esbuild.js puts the result in its place, as with `scan/keyForms`. */
export const offRules: readonly string[] = hygiene.filter(({ off }) => off === true).map(({ id }) => id);
