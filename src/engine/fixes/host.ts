import type { Workspace } from '../model/ports';
import type { Settings } from '../model/settings';
import type { Parsers } from '../syntax/parsers';

/** What a fix is planned with: the files around it, and what reads programs. */
export interface Host {
  readonly workspace: Workspace;
  readonly parsers: Parsers;
  /** Absent: the defaults. */
  readonly settings?: Settings;
}
