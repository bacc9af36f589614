import type { ConfigValue, Data, Path } from '../formats/configText';
import type { FormatId } from '../formats/index';
import type { Refusal } from '../model/fix';
import type { Span } from '../text/span';

/**
 * A file of a tool in which secrets stand, and what the tool reads in their place. To add a tool: a row in the file of its
 * kind. Only what the tool's documentation or source promises is written; anything else is refused with a reason.
 */
export interface Surface {
  /** `cursor-mcp`: of the tool and the file. */
  readonly id: string;
  /** `Cursor`: what reads the file. */
  readonly tool: string;
  /** `.cursor/mcp.json`, for documentation. */
  readonly file: string;
  readonly files: RegExp;
  /** What the text of every such file holds, where its path is that of any file of the format. */
  readonly mark?: string;
  /** What its path alone does not tell. */
  readonly isOne?: (text: string) => boolean;
  readonly format: FormatId;
  /** The first that matches counts. */
  readonly secrets: readonly SecretPlace[];
  /** `$` is written otherwise there, so that a value with one cannot be taken as it stands. */
  readonly dollar?: true;
  /** The env files beside it that the tool reads, of which the first that is there gets the value, else the last; by default the project's. */
  readonly envFiles?: readonly string[];
  readonly source: { readonly url: string; readonly read: string };
}

/** Where secrets stand in a file. */
export interface SecretPlace {
  // JSON pointers: `/servers/*/headers/*`, each star one name or item, and `**` any number of them.
  readonly at: readonly string[];
  /** Where the name of a value stands; absent where none does, and only keys that tell themselves are found. */
  readonly named?: Named;
  /** The variable of a name, where its reader makes one of it. */
  readonly variable?: (name: string) => string;
  /** Names that are those of secrets, where the place has others too. */
  readonly names?: RegExp;
  /** What a store makes of a name that it does not take. */
  readonly rename?: (name: string) => string;
  /** The variable is called after whose it is: its reader gives those of providers to nobody. */
  readonly ofOwner?: true;
  readonly move: Move;
}

/**
 * `entry`: `env: { NAME: value }`. `owner`: `env: { NAME: { value: value } }`. `sibling`: `{ name: NAME, value: value }`, or
 * `key`, also as attributes. `pair`: `NAME=value` in one text. `entryOrPair`: whichever it is. `path`: `{ "Section": { "Name": value } }` is
 * `Section__Name`. These are names of variables; `header` (`X-Api-Key`, `Authorization: Bearer value`), `beside` (the same
 * as `{ key: X-Api-Key, value: value }`) and `setting` (`apiKey: value`) are not.
 */
export type Named =
  | 'entry'
  | 'owner'
  | 'sibling'
  | 'pair'
  | 'entryOrPair'
  | 'path'
  | 'header'
  | 'beside'
  | 'setting';

/** What becomes of a value that is in the env file from now on. */
export interface Move {
  /** As documentation says it: `` `${env:X}` ``. */
  readonly form: string;
  /** The value has to be nothing but the key. */
  readonly whole?: true;
  /** The whole value goes into the env file, whatever it says besides the key. */
  readonly takes?: 'value';
  /** The program reads the variable under the name that the file has. */
  readonly ownName?: true;
  /** What reads the env file, or passes it on, takes a value as it is written. */
  readonly unquoted?: true;
  /** What becomes of a value that holds more than the key. */
  readonly partly?: Move;
  /** What becomes of it where what stands around it wants something else. */
  choose?(path: Path, data: Data): Move | undefined;
  /** It is refused, whatever stands there. */
  readonly refuses?: true;
  changes(site: Site): readonly Change[] | Refusal;
  /** What a person must still do or know. The path is one word of a shell. */
  note?(names: readonly string[], envPath: string, site: Site): string;
}

/** A value that goes. */
export interface Site {
  readonly value: ConfigValue;
  /** The key's characters in the text. */
  readonly key: Span;
  readonly name: string;
  readonly data: Data;
  /** The env file and the document, relative to the root. */
  readonly envPath: string;
  readonly path: string;
  /** The document's. */
  readonly text: string;
}

/**
 * One step of an edit. Texts are written first, then come entries, then items at the end of a list (made where it is
 * missing), and last goes what is taken out. What is there already is not added again.
 */
export type Change =
  | { readonly kind: 'write'; readonly value: ConfigValue; readonly part: Span; readonly text: string }
  | { readonly kind: 'add'; readonly path: Path; readonly data: Data; readonly after?: string }
  /** Another value for an entry. */
  | { readonly kind: 'put'; readonly path: Path; readonly data: Data }
  | { readonly kind: 'append'; readonly path: Path; readonly data: Data }
  | { readonly kind: 'remove'; readonly path: Path };
