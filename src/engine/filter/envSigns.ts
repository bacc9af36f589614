import { languages } from '../languages';
import { type Language, processEnv } from '../languages/language';
import type { Sought } from '../model/ports';
import { extensionOf } from '../text/path';
import { signs } from './filterMemory';

/**
 * Whether a file of this name may read variables from the environment, by what its bytes hold.
 *
 * @param told what the filter says of them.
 */
export function mayReadEnv(
  path: string,
  isScript: boolean,
  told: number,
  reads: Sought['reads'],
  holds: (mark: string) => boolean,
): boolean {
  looks ??= new Map(
    languages.flatMap((language) => language.extensions.map((one) => [one, lookOf(language)])),
  );
  const look = looks.get(extensionOf(path));
  if (look === undefined) return isScript;
  if ((look.sign & told) !== look.sign || (reads === 'named' && !look.names)) return false;
  return look.marks === undefined ? look.isReading : look.marks.some(holds);
}

let looks: ReadonlyMap<string, Look> | undefined;

/** What is looked for in the programs of a language. */
interface Look {
  /** They read variables. */
  readonly isReading: boolean;
  /** By names that are told. */
  readonly names: boolean;
  /** What the filter says of all that read one. */
  readonly sign: number;
  readonly marks?: readonly string[];
}

function lookOf({ envRead, envMarks }: Language): Look {
  if (envRead === undefined) return { isReading: false, names: false, sign: 0 };
  const names = /\(\?<names?>/.test(envRead.source);
  if (envRead === processEnv) return { isReading: true, names, sign: signs.processEnvironment };
  const sign = /env/i.test(envRead.source) ? signs.environment : 0;
  return { isReading: true, names, sign, ...(envMarks === undefined ? {} : { marks: envMarks }) };
}
