import { type Data, dataAt, type Path } from '../formats/configText';
import { t } from '../text/l10n';
import type { Change, Move, SecretPlace } from './surface';

/** `${input:openai-api-key}`: VS Code asks for the value once, without showing it, and keeps it in its own store. */
export const input = (inputs: Path): Move => ({
  form: `\${input:x}`,
  changes: ({ value, key, name, data }): readonly Change[] => {
    const id = freeId(dataAt(data, inputs), name);
    const asked = { type: 'promptString', id, description: name, password: true };
    return [
      { kind: 'write', value, part: key, text: `\${input:${id}}` },
      { kind: 'append', path: inputs, data: asked },
    ];
  },
  note: (names, envPath) =>
    t(
      'VS Code asks for {0} when the server starts, and keeps it. Its value is in {1}.',
      names.join(', '),
      envPath,
    ),
});

/** `openai-api-key`; an input of this id that asks for something else keeps it. */
function freeId(inputs: Data | undefined, name: string): string {
  const base = name.toLowerCase().replaceAll('_', '-');
  const all: readonly Data[] = Array.isArray(inputs) ? inputs : [];
  const isTaken = (id: string): boolean =>
    all.some((one) => dataAt(one, ['id']) === id && dataAt(one, ['description']) !== name);
  for (let n = 1; ; n++) {
    const id = n === 1 ? base : `${base}-${n}`;
    if (!isTaken(id)) return id;
  }
}

/** Where secrets stand in `{ servers: { name: { … } } }`. */
export const inServers = (
  root: string,
  { env, headers = env, rest = headers }: { env: Move; headers?: Move; rest?: Move },
  more: Omit<SecretPlace, 'at' | 'move' | 'named'> = {},
): readonly SecretPlace[] => [
  { at: [`${root}/*/env/*`], named: 'entry', move: env },
  { at: [`${root}/*/headers/*`], named: 'header', move: headers, ...more },
  { at: ['url', 'serverUrl', 'httpUrl'].map((part) => `${root}/*/${part}`), move: rest, ...more },
  { at: [`${root}/*/args/*`, `${root}/*/command`], move: rest },
];
