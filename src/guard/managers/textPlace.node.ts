import type { Join } from '../edits/join';
import { GuardError } from '../errors';
import { putText, readText, remove } from '../files.node';
import type { Place } from './manager';

/** A place in a text file that is somebody else's. */
export function textPlace(
  place: Pick<Place, 'file' | 'inactive' | 'command'>,
  join: Join,
  /** Permissions of a file that is made. */
  newMode = 0o644,
): Place {
  const { file } = place;
  /** A reason is told with the file that it is about. */
  const inFile = <Result>(body: () => Result): Result => {
    try {
      return body();
    } catch (error) {
      throw error instanceof GuardError ? new GuardError(`${file}: ${error.message}`) : error;
    }
  };
  return {
    ...place,
    has: async () => {
      const { text } = await readText(file);
      return text !== undefined && inFile(() => join.has(text));
    },
    install: async () => {
      const { text, encoding, mode } = await readText(file);
      // One of another version goes first.
      const before =
        text !== undefined && inFile(() => join.has(text)) ? inFile(() => join.takeOut(text)) : text;
      const after = inFile(() => join.put(before));
      if (after !== text) await putText(file, after, { encoding, mode: text === undefined ? newMode : mode });
    },
    uninstall: async () => {
      const { text, encoding, mode } = await readText(file);
      if (text === undefined || !inFile(() => join.has(text))) return;
      const before = inFile(() => join.takeOut(text));
      if (before === undefined) await remove(file);
      else await putText(file, before, { encoding, mode });
    },
  };
}
