import { isLoadedAnywhere } from './anywhere';
import { go } from './go';
import type { Loading, LoadPlan, Reading } from './loading';
import { node } from './node';
import { php } from './php';
import { process } from './process';
import { python } from './python';
import { ruby } from './ruby';
import { rust } from './rust';
import { shell } from './shell';

export { isStarter, mayLoad } from './traces';

/** Every way of loading an env file. To add one: its file, and its line here. */
const loadings: readonly Loading[] = [node, python, shell, go, ruby, php, rust, process];

/** What has to change so that the program gets the variables; undefined where it gets them already. */
export async function loadingFor(reading: Reading): Promise<LoadPlan | undefined> {
  const loading = loadingOf(reading.language);
  if (loading === undefined || (await isLoadedAnywhere(reading)) || (await loading.isLoaded(reading)))
    return undefined;
  return loading.plan(reading);
}

/**
 * The same for a program that nobody changes now: undefined also where it may not be started here, and where only a
 * person could mend it, who may be the one who sets the variables at each start.
 */
export async function missingLoad(
  reading: Reading,
): Promise<(LoadPlan & { readonly how: string }) | undefined> {
  if ((await loadingOf(reading.language)?.runs?.(reading)) === false) return undefined;
  const plan = await loadingFor(reading);
  return plan?.how === undefined ? undefined : { ...plan, how: plan.how };
}

/** Whether it is known how programs of a language load an env file. */
export const isLoadingKnown = (language: string): boolean => loadingOf(language) !== undefined;

/** Whether programs of two languages load an env file in the same ways. */
export const loadAlike = (one: string, other: string): boolean => loadingOf(one) === loadingOf(other);

const loadingOf = (language: string): Loading | undefined =>
  loadings.find(({ languages }) => languages.includes(language));
