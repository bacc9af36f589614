import type { Span } from '../text/span';

/** A piece of a word of fish: what stands between quotes of one kind, or between none. */
export interface FishPiece extends Span {
  readonly quote: "'" | '"' | '';
  /** Without the quotes. */
  readonly content: Span;
}

export interface FishWord extends Span {
  readonly pieces: readonly FishPiece[];
}

/** The words up to the end of a line, a `;`, a `|` or a `&`. */
export interface FishCommand extends Span {
  readonly words: readonly FishWord[];
}

export interface FishProgram {
  /** Also those of command substitutions. */
  readonly commands: readonly FishCommand[];
  readonly comments: readonly Span[];
}

/** Reads the commands of a program. https://fishshell.com/docs/current/language.html, read 2026-11-25 */
export function readFish(text: string): FishProgram {
  const commands: FishCommand[] = [];
  const comments: Span[] = [];
  let at = 0;

  /** Up to the end of the text, or the `)` of a substitution. */
  const list = (): void => {
    let words: FishWord[] = [];
    const finish = (): void => {
      const [first, last] = [words[0], words.at(-1)];
      if (first && last) commands.push({ words, start: first.start, end: last.end });
      words = [];
    };
    while (at < text.length && text[at] !== ')') {
      const blank = /^(?:[ \t\r]|\\\r?\n)+/.exec(text.slice(at, at + 200))?.[0].length ?? 0;
      if (blank > 0) {
        at += blank;
      } else if (text[at] === '#') {
        const newline = text.indexOf('\n', at);
        const end = newline < 0 ? text.length : newline;
        comments.push({ start: at, end });
        at = end;
      } else if (/[\n;|&]/.test(text[at] ?? '')) {
        finish();
        at++;
      } else if (/[<>]/.test(text[at] ?? '')) {
        at++;
      } else {
        words.push(word());
      }
    }
    finish();
  };

  const word = (): FishWord => {
    const start = at;
    const pieces: FishPiece[] = [];
    while (at < text.length && !/[ \t\r\n;|&<>)]/.test(text[at] ?? '')) pieces.push(piece());
    return { start, end: at, pieces };
  };

  const piece = (): FishPiece => {
    const start = at;
    const first = text[at] ?? '';
    if (first !== '"' && first !== "'") {
      while (at < text.length && !/[ \t\r\n;|&<>)"']/.test(text[at] ?? '')) {
        if (text[at] === '(') substitution();
        else at += text[at] === '\\' ? 2 : 1;
      }
      at = Math.min(at, text.length);
      return { quote: '', start, end: at, content: { start, end: at } };
    }
    at++;
    while (at < text.length && text[at] !== first) {
      if (first === '"' && text.startsWith('$(', at)) {
        at++;
        substitution();
      } else at += text[at] === '\\' ? 2 : 1;
    }
    const end = Math.min(at, text.length);
    at = Math.min(end + 1, text.length);
    return { quote: first, start, end: at, content: { start: start + 1, end } };
  };

  const substitution = (): void => {
    at++;
    list();
    at = Math.min(at + 1, text.length);
  };

  while (at < text.length) {
    list();
    at++; // a `)` that nothing has opened
  }
  return { commands, comments };
}
