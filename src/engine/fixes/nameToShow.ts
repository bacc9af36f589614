import { isShowableName } from '../detectors/secretValue';
import type { Refusal } from '../model/fix';
import { keySpans } from '../scan/explainKeys';
import { t } from '../text/l10n';

/** Why a key stays that is a name itself. */
export const isName = (): Refusal => ({
  refused: t('The key stands where a name belongs. Delete it by hand.'),
});

/** Why a value that a file gives a name stays where the name may be a key itself; the name is not told. */
export const namedByKey = (name: string): Refusal | undefined =>
  isShowableName(name) && keySpans({ path: 'a.txt', text: name }, []).length === 0
    ? undefined
    : { refused: t('The name that the value has here may be a key itself. Rename it first.') };
