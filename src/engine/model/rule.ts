import type { Category, Severity } from './finding';

/** What `keystow rules` and the documentation say of a rule. */
export interface Rule {
  readonly id: string;
  readonly category: Category;
  readonly provider: string | null;
  readonly title: string;
  readonly severity: Severity;
  /** Off by default: nothing is looked at until a setting or the policy gives it a severity. Its own is what is advised. */
  readonly off?: true;
  /** One or two sentences: what is wrong and what Keystow does about it. */
  readonly description: string;
  /** For a key: the variable it is moved to and the page where it is revoked. */
  readonly envName?: string;
  readonly manage?: string;
  /** The page that shows what was used and what it cost. */
  readonly usage?: string;
  readonly source?: { readonly url: string; readonly read: string };
}

/** Where a rule is explained; the anchor is the rule's id. */
export const ruleUrl = (rule: string): string =>
  `https://github.com/keystow/keystow/blob/main/docs/rules.md#${rule}`;

/** What a rule's page says below its title, as Markdown. */
export const ruleHelp = ({ description, envName, manage, usage, source }: Rule): string =>
  [
    description,
    ...(envName === undefined ? [] : [`Moved to \`${envName}\`.`]),
    ...(manage === undefined ? [] : [`Make or revoke it: <${manage}>`]),
    ...(usage === undefined ? [] : [`What it was used for: <${usage}>`]),
    ...(source === undefined ? [] : [`Format: <${source.url}>, read ${source.read}.`]),
  ].join('\n\n');
