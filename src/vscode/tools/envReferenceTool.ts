import {
  documentOf,
  envReference,
  isRefusal,
  nameRefusal,
  type Parsers,
  referenceForModels,
  rules,
  type SourceDocument,
  withoutKeys,
} from '../../engine/index';
import { UserError } from '../errors';
import type { SettingsService } from '../services/settings';
import type { EditorWorkspace, Workspaces } from '../services/workspaces';
import { placeOf } from './places';
import { textIn } from './textIn';

/** What the tool works with. */
export interface EnvReferenceToolServices {
  readonly workspaces: Workspaces;
  readonly settings: SettingsService;
  readonly parsers: Parsers;
}

/**
 * `keystow_env_reference`: how code of a file or a language reads a variable, and what defines it. Reads only, and
 * answers with names.
 *
 * @throws UserError
 */
export async function envReferenceTool(
  { workspaces, settings, parsers }: EnvReferenceToolServices,
  input: unknown,
): Promise<string> {
  const names = namesFor(textIn(input, 'name'));
  const { workspace, document } = await placed(workspaces, textIn(input, 'path'), textIn(input, 'language'));
  const host = { workspace, parsers, settings: settings.for(workspace.uriOf(document.path)) };
  const [name = '', ...others] = names;
  const reference = await envReference(host, document, name);
  if (isRefusal(reference)) throw new UserError(reference.refused);
  const more = others.length === 0 ? [] : [`Other kinds of this provider's keys: ${others.join(', ')}.`];
  return [referenceForModels(reference), ...more].join('\n');
}

/**
 * A variable's name, or those of a provider or of a kind of key. What was said is not repeated: it may be a key.
 *
 * @throws UserError
 */
function namesFor(given: string | undefined): readonly string[] {
  if (given === undefined || withoutKeys(given) !== given)
    throw new UserError('Say the name of a variable or of a provider, such as OPENAI_API_KEY or openai.');
  const asked = given.toLowerCase().replace(/[ _]+/g, '-');
  const known = rules.filter(
    ({ id, provider, title }) =>
      id === asked || provider === asked || title.toLowerCase() === given.toLowerCase(),
  );
  const names = [...new Set(known.flatMap(({ envName }) => envName ?? []))];
  if (names.length > 0) return names;
  if (nameRefusal(given) !== undefined)
    throw new UserError(
      'A key cannot have this name: letters, digits and _, no digit first, no prefix that puts it into browser code, and no name that other programs read.',
    );
  return [given];
}

/** @throws UserError */
async function placed(
  workspaces: Workspaces,
  path: string | undefined,
  language: string | undefined,
): Promise<{ readonly workspace: EditorWorkspace; readonly document: SourceDocument }> {
  const [first] = workspaces.all();
  if (first === undefined) throw new UserError('No folder is open.');
  if (path !== undefined) {
    const { workspace, path: file } = placeOf(workspaces, path);
    const read = await workspace.read(file);
    // A file that is still to be written: its name tells the language.
    const text = read.kind === 'text' ? read.text : '';
    return { workspace, document: { path: file, text } };
  }
  const document = language === undefined ? undefined : documentOf(language);
  if (document === undefined)
    throw new UserError('Say the path of the file, or a language such as python or typescript.');
  return { workspace: first, document };
}
