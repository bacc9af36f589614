import type { Others } from '../languages/rewriter';
import type { Finding } from '../model/finding';
import { isRefusal, type Refusal } from '../model/fix';
import type { NameCollision } from '../model/settings';
import type { TextEdit } from '../text/edit';
import type { Span } from '../text/span';
import type { Wanted } from './envWriter';

/** How keys are moved, where it is not the usual way. */
export interface MoveOptions {
  /** The name that the user gives. */
  readonly name?: string;
  /** The argument that gives the key goes: its reader takes the variable itself. */
  readonly dropArgument?: true;
  /** What is done where the name has another value; by default what the settings say of moves that nobody asks for one by one. */
  readonly collision?: NameCollision;
}

export interface RefusedFinding {
  readonly finding: Finding;
  readonly reason: string;
}

/** What a document loses, once it is known under which name each value is stored. */
export interface Removals {
  /** The values to store, in the order of the names that `edits` takes. */
  readonly wanted: readonly Wanted[];
  readonly refused: readonly RefusedFinding[];
  /** Findings whose argument could be dropped instead; absent where no language knows. */
  readonly droppable?: readonly Finding[];
  /** Refused where a name cannot be read: whoever asked may try with fewer findings. */
  edits(names: readonly string[], envPath: string): RemovalEdits | Refusal;
}

export interface RemovalEdits {
  /** What the edits do: `read OPENAI_API_KEY from the environment`. */
  readonly label: string;
  readonly edits: readonly TextEdit[];
  /** What changes with it elsewhere. */
  readonly others?: Others;
  /** The program that reads the variables from now on. */
  readonly reads?: ReadingProgram;
  /** What a person must still do or know. */
  readonly notes: readonly string[];
}

/** A program as the edits leave it: the file, or a part of it. */
export interface ReadingProgram {
  readonly language: string;
  readonly text: string;
  /** Where its first lookup stands. */
  readonly before: number;
  /** The import statements of its top level. */
  imports(): Promise<readonly Span[]>;
  /** The document's edits, and in the program these too. */
  with(insertions: readonly TextEdit[]): readonly TextEdit[];
}

/** A value that can be taken out; `Site` is what the kind of file needs to take it. */
export interface Taken<Site> {
  readonly wanted: Wanted;
  readonly site: Site;
}

/** Sorts findings with `take`, and builds the edits of those it took. */
export function removals<Site>(
  findings: readonly Finding[],
  take: (finding: Finding) => Taken<Site> | Refusal,
  edits: (
    taken: readonly { readonly site: Site; readonly name: string }[],
    envPath: string,
  ) => RemovalEdits | Refusal,
): Removals {
  const taken: Taken<Site>[] = [];
  const refused: RefusedFinding[] = [];
  for (const finding of findings) {
    const result = take(finding);
    if (isRefusal(result)) refused.push({ finding, reason: result.refused });
    else taken.push(result);
  }
  return {
    wanted: taken.map((item) => item.wanted),
    refused,
    edits: (names, envPath) =>
      edits(
        taken.map(({ site, wanted }, index) => ({ site, name: names[index] ?? wanted.name })),
        envPath,
      ),
  };
}

export const refuseAll = (findings: readonly Finding[], reason: string): Removals => ({
  wanted: [],
  refused: findings.map((finding) => ({ finding, reason })),
  edits: () => ({ label: '', edits: [], notes: [] }),
});

/** What a key is stored as where its place gives it no name: under the name that was asked for, which stays as it is, or a usual one. */
export const wantedOf = (
  text: string,
  { span, envName }: Pick<Finding, 'span' | 'envName'>,
  { name }: MoveOptions,
  usual = envName ?? 'API_KEY',
): Wanted => ({
  name: name ?? usual,
  value: text.slice(span.start, span.end),
  ...(name === undefined ? {} : { exact: true }),
});
