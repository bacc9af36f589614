import { once } from '../text/once';
import { contains } from '../text/span';
import type { Analyser } from './analyser';
import { envrcLines } from './envrcLines';

/** What direnv runs in a folder; meant to be committed, beside an env file that is not. */
export const envrc = {
  id: 'envrc',
  claims: { names: /^\.envrc$/ },
  places: ({ text }) => {
    const lines = once(() => envrcLines(text));
    return (key) => ({ kind: 'config', movable: lines().some(({ value }) => contains(value, key)) });
  },
} as const satisfies Analyser;
