import type { Runtime } from '../runtimes/runtime';
import type { ScriptProject } from '../runtimes/scriptProject';
import { astro } from './astro';
import type { Asking } from './declarations';
import { envModule } from './envModules';
import { nuxt } from './nuxt';
import type { ScriptDeclarations } from './scriptDeclarations';
import { svelteKit } from './svelteKit';

/** By the runtime: the file in which its framework has variables declared. To add one: its file, and its line here. */
const byRuntime: Readonly<
  Record<string, (asking: Asking, project: ScriptProject) => Promise<ScriptDeclarations | undefined>>
> = { astro, nuxt, 'svelte-kit': svelteKit };

/** Where a program's project has variables declared, if anywhere. */
export const scriptDeclarations = async (
  asking: Asking,
  project: ScriptProject,
  { id }: Runtime,
): Promise<ScriptDeclarations | undefined> =>
  (await byRuntime[id]?.(asking, project)) ?? envModule(asking, project);
