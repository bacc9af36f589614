import type { TextEdit } from '../text/edit';

export type FixId =
  | 'move-to-env'
  | 'add-to-gitignore'
  | 'load-env'
  | 'name-in-env'
  | 'add-to-dockerignore'
  | 'add-to-ignore-file'
  | 'mend-env-line'
  | 'show-if-set'
  | 'move-to-env-as'
  | 'reuse-name'
  | 'remove-argument'
  | 'open-key-page';

/** A fix that can be offered at a finding; its title never holds a value. */
export interface FixOffer {
  readonly id: FixId;
  readonly title: string;
  /** The name that is proposed to who is asked for one. */
  readonly name?: string;
  /** The page that is opened. */
  readonly url?: string;
}

/** Why a fix is not offered or could not be planned: one sentence for the user. */
export interface Refusal {
  readonly refused: string;
}

export const isRefusal = (value: object): value is Refusal => 'refused' in value;

/** A change of one file, as data. Whoever applies it first checks that the file is still as it was. */
export type FileEdit = {
  readonly path: string;
  /** What it does, for a plan or a preview: `add OPENAI_API_KEY`. Never a value. */
  readonly label: string;
} & (
  | {
      readonly kind: 'create';
      readonly text: string;
      /** Also its folder, where that is missing. */
      readonly withFolder?: true;
    }
  | {
      readonly kind: 'change';
      /** The whole text the edits were computed on. */
      readonly before: string;
      readonly edits: readonly TextEdit[];
    }
);

/** A value that must be readable from an env file before any other file loses it. */
export interface StoredName {
  readonly path: string;
  readonly name: string;
  /** Fingerprint of the value, so that no plan has to carry the value beside its edits. */
  readonly fingerprint: string;
}

/** Edits in the order in which they are applied: ignore file, `.env`, template, source. */
export interface FixPlan {
  readonly edits: readonly FileEdit[];
  readonly stored: readonly StoredName[];
  /** What a person must still do or know, one sentence each. */
  readonly notes: readonly string[];
  /** A package that the manifest names now and that has to be installed: offered, never run unasked. */
  readonly install?: Install;
}

export interface Install {
  /** `npm install` */
  readonly command: string;
  /** Where it is run, relative to the workspace. */
  readonly folder: string;
}
