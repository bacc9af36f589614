import type { FileEdit, Refusal } from '../model/fix';
import type { ScriptProject } from '../runtimes/scriptProject';
import { unitOf } from '../syntax/addItems';
import { t } from '../text/l10n';
import { dirName, join } from '../text/path';
import { type Asking, declaring, isPublic } from './declarations';
import { declared, declareIn, type Schema } from './schema';
import { ownImport, type ScriptDeclarations } from './scriptDeclarations';
import { argumentsOf, type ScriptFile, scriptFile } from './scriptFile';

const module = '$app/env/private';

/**
 * SvelteKit's explicit variables, from version 3 on or where a project asks for them: declared in `src/env.ts` and imported
 * from `$app/env/private`. Read 2026-11-25: https://svelte.dev/docs/kit/environment-variables
 */
export async function svelteKit(
  asking: Asking,
  project: ScriptProject,
): Promise<ScriptDeclarations | undefined> {
  if (!/^src\//.test(project.path) || !(await isExplicit(asking, project))) return undefined;
  const dir = dirName(project.manifest?.path ?? '');
  const files = await Promise.all(
    ['src/env.ts', 'src/env.js'].map((name) => asking.project.at(join(dir, name))),
  );
  const file = files.find((one) => one !== undefined);
  const read = file && (await scriptFile(asking.parsers, file));
  const schema = read && variablesOf(read);
  const isTyped = (await asking.project.nearest(['tsconfig.json'])) !== undefined;
  const own = (name: string): ReturnType<typeof ownImport> => ownImport(asking.root, module, name);
  return {
    read: (name) => own(name).local,
    importFor: own,
    mayBeUndefined: () => false,
    declare: (names) => {
      if (file === undefined)
        return created(join(dir, isTyped ? 'src/env.ts' : 'src/env.js'), names, unitOf(asking.text));
      if (schema === undefined)
        return {
          refused: t(
            '{0} declares its variables in a form that Keystow does not read. Declare {1} there first.',
            file.path,
            names.join(', '),
          ),
        };
      const shared = names.find((name) => /\bpublic:\s*true\b/.test(declared(schema, name)?.text ?? ''));
      return shared === undefined
        ? declaring(file, names, declareIn(file.text, schema, names))
        : isPublic(file.path, shared);
    },
  };
}

async function isExplicit({ project: files }: Asking, project: ScriptProject): Promise<boolean> {
  const major = Number(/\d+/.exec(project.dependencies.get('@sveltejs/kit') ?? '')?.[0] ?? 2);
  if (major >= 3) return true;
  const dir = dirName(project.manifest?.path ?? '');
  for (const name of ['svelte.config.js', 'svelte.config.ts', 'vite.config.ts', 'vite.config.js']) {
    const config = await files.at(join(dir, name));
    if (/\bexplicitEnvironmentVariables:\s*true\b/.test(config?.text ?? '')) return true;
  }
  return false;
}

/** `export const variables = defineEnvVars({ … })` */
function variablesOf({ exports }: ScriptFile): Schema | undefined {
  const value = exports.find(({ name }) => name === 'variables')?.value;
  const object = argumentsOf(value, /^defineEnvVars$/)?.[0] ?? value;
  if (object?.type !== 'object') return undefined;
  return { lists: [{ object, code: (name) => `${name}: {}` }], shared: [], needs: [] };
}

function created(path: string, names: readonly string[], unit: string): readonly FileEdit[] | Refusal {
  if (names.length === 0) return [];
  const text = [
    "import { defineEnvVars } from '@sveltejs/kit/env';",
    '',
    'export const variables = defineEnvVars({',
    names.map((name) => `${unit}${name}: {}`).join(',\n'),
    '});',
    '',
  ].join('\n');
  return [{ kind: 'create', path, label: t('declare {0}', names.join(', ')), text }];
}
