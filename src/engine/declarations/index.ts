import type { Runtime } from '../runtimes/runtime';
import type { ScriptProject } from '../runtimes/scriptProject';
import type { Asking } from './declarations';
import { envModule } from './envModule';
import type { ScriptDeclarations } from './scriptDeclarations';

/** By the runtime: the file in which its framework has variables declared. To add one: its file, and its line here. */
const byRuntime: Readonly<
  Record<string, (asking: Asking, project: ScriptProject) => Promise<ScriptDeclarations | undefined>>
> = {};

/** Where a program's project has variables declared, if anywhere. */
export const scriptDeclarations = async (
  asking: Asking,
  project: ScriptProject,
  { id }: Runtime,
): Promise<ScriptDeclarations | undefined> =>
  (await byRuntime[id]?.(asking, project)) ?? envModule(asking, project);
