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

/** Every way of loading an env file. To add one: its file, and its line here. */
const loadings: readonly Loading[] = [node, python, shell, go, ruby, php, rust, process];

/** What has to change so that the program gets the variables; undefined where it gets them already. */
export async function loadingFor(reading: Reading): Promise<LoadPlan | undefined> {
  const loading = loadings.find(({ languages }) => languages.includes(reading.language));
  if (loading === undefined || (await isLoadedAnywhere(reading)) || (await loading.isLoaded(reading)))
    return undefined;
  return loading.plan(reading);
}
