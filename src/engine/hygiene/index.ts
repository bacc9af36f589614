import type { Rule } from '../model/rule';
import { code } from './code';
import { configFiles } from './configFiles';
import { envExposure } from './envExposure';
import { envLines } from './envLines';
import { envValues } from './envValues';
import { packing } from './packing';

/** Every rule about something else than a recognised key. */
export const hygiene: readonly Rule[] = [
  ...envExposure,
  ...envLines,
  ...envValues,
  ...code,
  ...packing,
  ...configFiles,
].map(({ id, ...rest }) => ({ id, category: 'hygiene', provider: null, ...rest }));
