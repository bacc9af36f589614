import type { ScriptProject } from '../runtimes/scriptProject';
import { usualQuote } from '../text/lines';
import { type Asking, declaring, isPublic } from './declarations';
import { neededImport } from './neededImport';
import { declared, declareIn, type Schema } from './schema';
import { ownImport, type ScriptDeclarations } from './scriptDeclarations';
import { configuration, objectAt } from './scriptFile';

const module = 'astro:env/server';

/** Astro, where the project declares its variables. Read 2026-11-25: https://docs.astro.build/en/guides/environment-variables/ */
export async function astro(asking: Asking, project: ScriptProject): Promise<ScriptDeclarations | undefined> {
  if (!/^src\//.test(project.path)) return undefined;
  const found = await configuration(asking, project, 'astro.config');
  const object = objectAt(found?.object, 'env', 'schema');
  const field = found && neededImport(found, /^astro\/config$/, 'envField');
  if (found === undefined || object === undefined || field === undefined) return undefined;
  const { file } = found;
  const quote = usualQuote(file.text);
  const [context, access] = ['server', 'secret'].map((word) => quote + word + quote);
  const schema: Schema = {
    lists: [
      {
        object,
        code: (name) => `${name}: ${field.local}.string({ context: ${context}, access: ${access} })`,
      },
    ],
    shared: [],
    needs: field.edits,
  };
  const own = (name: string): ReturnType<typeof ownImport> => ownImport(asking.root, module, name);
  return {
    read: (name) => own(name).local,
    importFor: own,
    mayBeUndefined: (name) => /\boptional:\s*true\b/.test(declared(schema, name)?.text ?? ''),
    declare: (names) => {
      const shared = names.find((name) =>
        /["'](?:client|public)["']/.test(declared(schema, name)?.text ?? ''),
      );
      return shared === undefined
        ? declaring(file, names, declareIn(file.text, schema, names))
        : isPublic(file.path, shared);
    },
  };
}
