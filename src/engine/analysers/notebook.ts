import { languages } from '../languages';
import { once } from '../text/once';
import type { Analyser } from './analyser';
import { inCell, notebookCells } from './notebookCells';

/** A notebook as a file. In the editor each of its cells is a document of its own. */
export const notebook = {
  id: 'notebook',
  claims: { extensions: ['.ipynb'] },
  places: ({ text }) => {
    const cells = once(() => notebookCells(text));
    return (key) => {
      const cell = cells().find((one) => inCell(one, key) !== undefined);
      const language = languages.find(
        ({ languageIds }) => cell !== undefined && languageIds.includes(cell.languageId),
      );
      return language === undefined ? { kind: 'text' } : { kind: 'code', language, inBrowser: false };
    };
  },
} as const satisfies Analyser;
