import { t } from '../text/l10n';
import type { Move } from './surface';

/** The key's characters become what the tool reads a variable by, alone or within a longer text. */
export const reference = (write: (name: string) => string, note?: Move['note']): Move => ({
  form: write('X'),
  changes: ({ value, key, name }) => [{ kind: 'write', value, part: key, text: write(name) }],
  ...(note === undefined ? {} : { note }),
});

/** The same, where only a whole value is a variable. */
export const wholeReference = (write: (name: string) => string, note?: Move['note']): Move => ({
  ...reference(write, note),
  whole: true,
});

/** The entry goes: what the tool starts reads the variable itself. */
export const removed = (note: NonNullable<Move['note']>): Move => ({
  form: 'removed',
  whole: true,
  ownName: true,
  changes: ({ value }) => [{ kind: 'remove', path: value.path }],
  note,
});

/** Nothing is known to be read there. */
export const stays = (reason: () => string): Move => ({
  form: 'not moved',
  refuses: true,
  changes: () => ({ refused: reason() }),
});

/** For what reads no env file: whose environment it is that has to hold the variable. */
export const fromEnvironment =
  (tool: string) =>
  (names: readonly string[], envPath: string): string =>
    t(
      '{0} reads {1} from the environment that it was started in. Start it from a shell that has read the file: set -a; . ./{2}; set +a',
      tool,
      names.join(', '),
      envPath,
    );

/** `${X}` and the like, from the environment that the tool was started in. */
export const exported = (tool: string, write: (name: string) => string): Move =>
  reference(write, fromEnvironment(tool));

/** `${X}`, `${env:X}` */
export const braces = (name: string): string => `\${${name}}`;
export const envColon = (name: string): string => `\${env:${name}}`;

/** For what is known to read no variable. */
export const readsNone = (tool: string): Move =>
  stays(() => t('{0} reads no variable there. Move the key by hand.', tool));
