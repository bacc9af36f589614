import type { Category, Severity } from './finding';

/** What `keystow rules` and the documentation say of a rule. */
export interface Rule {
  readonly id: string;
  readonly category: Category;
  readonly provider: string | null;
  readonly title: string;
  readonly severity: Severity;
  /** One or two sentences: what is wrong and what Keystow does about it. */
  readonly description: string;
  /** For a key: the variable it is moved to and the page where it is revoked. */
  readonly envName?: string;
  readonly manage?: string;
  /** The page that shows what was used and what it cost. */
  readonly usage?: string;
  readonly source?: { readonly url: string; readonly read: string };
}
