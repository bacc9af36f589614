import type { ScriptProject } from './scriptProject';

/** Who runs a file: a key may be read on a server, and nowhere else. */
export type Side = 'server' | 'client';

/** What runs JavaScript and TypeScript, and how a program under it reads a variable. */
export interface Runtime {
  /** The file's name in kebab-case. */
  readonly id: string;
  readonly title: string;
  /** Whether the program belongs to it. The first of the list that claims it has it. */
  claims(project: ScriptProject): boolean;
  /** Where this file runs, where the runtime tells; else its language and its text decide. */
  side?(project: ScriptProject): Side | undefined;
  /** The expression that gives the variable's value, or undefined where it is not set. Absent: `process.env.X`. */
  readonly read?: (name: string, project: ScriptProject) => string;
  /** What the expression needs to be imported by this name: `import { X } from '$env/static/private'`. */
  readonly imports?: (name: string, project: ScriptProject) => ScriptImport | undefined;
  /** The value is always there, or the build fails: no check is needed around it. */
  readonly isChecked?: true;
  /** The env files that it reads by itself, the one for secrets of this machine first; empty where it reads none. */
  readonly envFiles: readonly string[];
}

export interface ScriptImport {
  /** `X`, or `X as y`. */
  readonly binding: string;
  readonly isDefault?: true;
  readonly module: string;
}
