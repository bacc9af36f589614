import { languages } from '../languages';
import { type Language, processEnv } from '../languages/language';
import { extensionOf } from '../text/path';
import { signs } from './filterMemory';

/** Whether a file of this name may read variables from the environment, by what its bytes hold. */
export function mayReadEnv(path: string, isScript: boolean, told: number): boolean {
  signOfExtension ??= new Map(
    languages.flatMap((language) => language.extensions.map((one) => [one, signOf(language)])),
  );
  const sign = signOfExtension.get(extensionOf(path));
  return sign === undefined ? isScript : (sign & told) !== 0 || sign === always;
}

let signOfExtension: ReadonlyMap<string, number> | undefined;

/** What stands in the bytes of a program that reads a variable. */
function signOf({ envRead }: Language): number {
  if (envRead === undefined) return 0;
  if (envRead === processEnv) return signs.processEnvironment;
  return /env/i.test(envRead.source) ? signs.environment : always;
}

/** A shell's own variables have no sign. */
const always = -1;
