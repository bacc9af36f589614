import { knownIds } from './rules';

/** What a policy may name, as lists; esbuild.js puts the result in its place, as with `scan/keyForms`. */
export const knownNames: Readonly<Record<'rules' | 'providers', readonly string[]>> = {
  rules: [...knownIds().rules],
  providers: [...knownIds().providers],
};
