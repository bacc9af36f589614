import { dataAt } from '../formats/configText';
import { isRefusal } from '../model/fix';
import { t } from '../text/l10n';
import { removed } from './moves';
import { shellVariable } from './shellText';
import type { Move } from './surface';

/** What becomes of a variable that a service keeps itself, and hands to every script. */
export const inService = (note: NonNullable<Move['note']>): Move => ({ ...removed(note), unquoted: true });

/** The same for a key in a script. */
export const inScript = (note: NonNullable<Move['note']>): Move => ({
  form: '$X',
  unquoted: true,
  changes: ({ value, key, name, data, text }) => {
    const shell = dataAt(data, [...value.path.slice(0, -1), 'shell']) ?? dataAt(data, ['env', 'shell']);
    if (shell !== undefined && !/\b(?:ba|z)?sh\b/.test(String(shell)))
      return { refused: t('The script is no POSIX shell. Move the key by hand.') };
    const written = shellVariable(text, value.span, key, name);
    return isRefusal(written) ? written : [{ kind: 'write', value, ...written }];
  },
  note,
});
