import type { Node } from 'web-tree-sitter';
import type { ScriptProject } from '../runtimes/scriptProject';
import { addItems, unitOf } from '../syntax/addItems';
import { namedChildren } from '../syntax/node';
import { eolOf, type TextEdit } from '../text/edit';
import { indentOf, usualQuote } from '../text/lines';
import { type Asking, declaring } from './declarations';
import type { ScriptDeclarations } from './scriptDeclarations';
import { configuration, propertiesOf } from './scriptFile';

/**
 * Nuxt's `useRuntimeConfig()`, in its server's code: `runtimeConfig: { openaiApiKey: '' }` takes the value of
 * `NUXT_OPENAI_API_KEY`. Read 2026-11-25: https://nuxt.com/docs/guide/going-further/runtime-config
 */
export async function nuxt(asking: Asking, project: ScriptProject): Promise<ScriptDeclarations | undefined> {
  if (!/^server\//.test(project.path)) return undefined;
  const found = await configuration(asking, project, 'nuxt.config');
  if (found === undefined) return undefined;
  const { file, object } = found;
  const list = propertiesOf(object).get('runtimeConfig');
  if (list !== undefined && list.type !== 'object') return undefined;
  const isImported = /\bautoImport:\s*false\b/.test(file.text);
  return {
    binding: 'useRuntimeConfig',
    read: (name) => {
      const key = keyOf(name);
      return key === undefined ? undefined : `useRuntimeConfig().${key}`;
    },
    storedAs: (name) => (name.startsWith(prefix) ? name : prefix + name),
    mayBeUndefined: () => false,
    importFor: () => (isImported ? { binding: 'useRuntimeConfig', module: '#imports' } : undefined),
    declare: (names) => {
      const there = list === undefined ? undefined : propertiesOf(list);
      const keys = names.flatMap((name) => keyOf(name) ?? []).filter((key) => there?.has(key) !== true);
      const quote = usualQuote(file.text);
      const codes = keys.map((key) => `${key}: ${quote}${quote}`);
      const edits =
        list === undefined ? withList(file.text, object, codes) : addItems(file.text, list, codes);
      return declaring(file, names, edits);
    },
  };
}

const prefix = 'NUXT_';

/** `NUXT_OPENAI_API_KEY` → `openaiApiKey`; undefined where Nuxt would not come back from it to the name. */
function keyOf(name: string): string | undefined {
  if (!name.startsWith(prefix)) return undefined;
  const key = name
    .slice(prefix.length)
    .toLowerCase()
    .replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());
  const back = prefix + key.replace(/[A-Z]/g, '_$&').toUpperCase();
  return back === name && /^[a-z]\w*$/.test(key) && !key.includes('__') ? key : undefined;
}

/** The configuration gets a `runtimeConfig`, on lines of its own where the others are. */
function withList(text: string, object: Node, codes: readonly string[]): readonly TextEdit[] {
  if (codes.length === 0) return [];
  const last = namedChildren(object).at(-1);
  if (last === undefined || object.startPosition.row === object.endPosition.row)
    return addItems(text, object, [`runtimeConfig: { ${codes.join(', ')} }`]);
  const [eol, indent] = [eolOf(text), indentOf(text, last.startIndex)];
  const lines = codes.map((code) => `${indent}${unitOf(text)}${code},${eol}`).join('');
  return addItems(text, object, [`runtimeConfig: {${eol}${lines}${indent}}`]);
}
