import { wordsOf } from '../detectors/credentialNames';
import type { Span } from '../text/span';
import { columnOf } from './columnOf';
import { named, nameOf } from './nameOf';
import { besideOf, type Owner, type OwnerReader } from './owners';

/** What stands around a value, as words: the nearer, the more it says. Each part is read when it is asked for. */
export interface Context {
  /** Of the variable, key or attribute that has the value: `mistral api key`. */
  readonly name: string;
  /** Of its whole line. */
  readonly line: string;
  /** Of what stands before it on its line. */
  readonly lead: string;
  /** What encloses it, innermost first. */
  readonly owners: readonly (Owner & { readonly words: string })[];
  /** Of what stands in the same brackets, mapping, item or section. */
  readonly beside: string;
  /** Of the hosts that are named around it. */
  readonly hosts: string;
  /** The last identifier of its name: `api key` of `client.setApiKey(`. */
  readonly identifier: string;
  /** Of the lines around it; the end of `before` is nearest. */
  readonly before: string;
  readonly after: string;
  /** A credential is announced right before it: `Bearer `, `X-API-Key: `. */
  readonly isAnnounced: boolean;
  /** It is the work of a tool that encrypts: sops, Ansible Vault. */
  readonly isEncrypted: boolean;
}

/** How much is read around a value, in UTF-16 code units: the line, then some lines before and after. */
const lineReach = 240;
const beforeReach = 600;
const afterReach = 300;

/** A credential is announced right before it: `Bearer `, `Authorization: Token `, `-u user:`, `://user:`. */
const announced =
  /(?:\b(?:bearer|basic)\\?["']?\s*[:=\s]\s*\\?["'`]?|\bauthorization\\?["'`]?\]?\s*[:=,]\s*\\?["'`]?(?:[A-Za-z-]{3,16} )?|(?:\s-u|--user)[\s=]*["']?[\w.${}@-]*:?|\blog ?in[\s"'(]*|:\/\/[\w.%-]{0,64}:)$/i;

/** What surrounds the value at `span`. Reads a bounded part of the text. */
export function contextOf(path: string, text: string, span: Span, reader: OwnerReader): Context {
  const { start, end } = span;
  const lineStart = Math.max(text.lastIndexOf('\n', start - 1) + 1, start - lineReach);
  const newline = text.indexOf('\n', end);
  const lineEnd = Math.min(newline < 0 ? text.length : newline, end + lineReach);
  const lead = text.slice(lineStart, start);
  const rest = text.slice(end, lineEnd);
  const above = text.slice(Math.max(0, lineStart - lineReach), lineStart).trimEnd();

  const once = <T>(read: () => T): (() => T) => {
    let known: { readonly value: T } | undefined;
    return () => {
      known ??= { value: read() };
      return known.value;
    };
  };
  const owners = once(() =>
    reader.ownersOf(start).map((owner) => ({ ...owner, words: wordsOf(owner.head) })),
  );
  const besideText = once(() => {
    // What stands beside `<string>key</string>` is outside of that element.
    const owner = owners().find(({ kind, start: inside }) => kind !== 'tag' || inside < lineStart);
    const beside = besideOf(text, span, owner);
    const head = owner?.kind === 'tag' ? owner.head : '';
    return `${head} ${text.slice(beside.start, start)} ${text.slice(end, beside.end)}`;
  });
  const name = once(() => {
    const column = columnOf(path, text, span);
    if (column !== undefined && named(column) !== '') return named(column);
    return nameOf(lead, rest, above.slice(above.lastIndexOf('\n') + 1), besideText);
  });
  const line = once(() => wordsOf(`${/\w/.test(lead) ? '' : above.slice(-lineReach)} ${lead} ${rest}`));
  const beside = once(() => wordsOf(besideText()));
  const before = once(() => wordsOf(text.slice(Math.max(0, start - beforeReach), lineStart)));
  const after = once(() => wordsOf(text.slice(lineEnd, lineEnd + afterReach)));
  return {
    get name() {
      return name();
    },
    get line() {
      return line();
    },
    get lead() {
      return wordsOf(lead);
    },
    get owners() {
      return owners();
    },
    get beside() {
      return beside();
    },
    get hosts() {
      const around = text.slice(Math.max(0, start - beforeReach), lineEnd + afterReach);
      return wordsOf(Array.from(around.matchAll(hostNames), ([, host = '']) => host).join(' '));
    },
    get identifier() {
      const last = lead
        .replace(/&quot;/g, '"')
        .match(/[A-Za-z_][\w-]*/g)
        ?.findLast((word) => named(word) !== '');
      return named(last ?? '');
    },
    get before() {
      return before();
    },
    get after() {
      return after();
    },
    isAnnounced: announced.test(lead) || (text[end] === '@' && lead.endsWith('://')),
    isEncrypted: /ENC\[AES|\$ANSIBLE_VAULT/.test(text.slice(Math.max(0, start - beforeReach), start)),
  };
}

/** `https://api.mistral.ai`, also written for a URL; `machine api.mistral.ai`. */
const hostNames = /(?::\/\/|%3A%2F%2F|\bmachine\s+|\bhost["']?\s*[:=]\s*["']?)([\w.-]+)/gi;
