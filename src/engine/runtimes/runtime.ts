import type { Refusal } from '../model/fix';
import type { ScriptProject } from './scriptProject';

/** Who runs a file: a key may be read on a server, and nowhere else. */
export type Side = 'server' | 'client';

/** How a framework sees a module: it may run on one side by itself, or on that of whoever imports it. */
export type SideOf = (module: { readonly path: string; readonly text: string }) => Side | undefined;

/** What runs JavaScript and TypeScript, and how a program under it reads a variable. */
export interface Runtime {
  /** The file's name in kebab-case. */
  readonly id: string;
  readonly title: string;
  /** Whether the program belongs to it. The first of the list that claims it has it. */
  claims(project: ScriptProject): boolean;
  /** Where this file runs, where the runtime tells; else its language and its text decide. */
  side?(project: ScriptProject): Side | undefined;
  /**
   * What tells the side of a module by itself, where one that says nothing runs on that of whoever imports it. Absent:
   * `side` says all.
   */
  readonly importedSide?: SideOf;
  /** Why a key stays in what runs on the client, where that is no page of a browser. */
  readonly refusal?: Refusal;
  /** Exports of this file that run on the server and are taken out of what the client gets, whatever `side` says. */
  serverExports?(project: ScriptProject): readonly string[];
  /** The expression that gives the variable's value, or undefined where it is not set. Absent: `process.env.X`. */
  readonly read?: (name: string, project: ScriptProject) => string;
  /** What the expression needs to be imported by this name: `import { X } from '$env/static/private'`. */
  readonly imports?: (name: string, project: ScriptProject) => ScriptImport | undefined;
  /** The env files that it reads by itself, the one for secrets of this machine first; empty where it reads none. */
  readonly envFiles: readonly string[];
  /** The folder of these files, relative to the workspace, where it is not that of the manifest. */
  readonly envFolder?: (project: ScriptProject) => string;
  /** What a person does so that the deployed program has the variables too. */
  readonly deployNote?: (envPath: string) => string;
}

export interface ScriptImport {
  /** `X`, or `X as y`. */
  readonly binding: string;
  readonly isDefault?: true;
  readonly module: string;
}
