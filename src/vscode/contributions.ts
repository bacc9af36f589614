import type { Settings } from '../engine/index';

/** Every id that package.json also names; a test compares both, in both directions. */

/** Commands of the palette. */
export const commandIds = {
  auditWorkspace: 'keystow.auditWorkspace',
  moveAllKeys: 'keystow.moveAllKeys',
  moveWorkspaceKeys: 'keystow.moveWorkspaceKeys',
  moveFolderKeys: 'keystow.moveFolderKeys',
} as const;

/** Commands that only Keystow itself runs; not in package.json. */
export const internalCommandIds = {
  /** Runs behind a quick fix: saves what must be saved, and proves that the key can be read back. */
  afterFix: 'keystow.internal.afterFix',
  /** Behind `Move to .env as…`: asks for the name, at the cursor. */
  moveAs: 'keystow.internal.moveAs',
  /** Behind the link to a provider's page, at the cursor. */
  openKeyPage: 'keystow.internal.openKeyPage',
} as const;

export type CommandId =
  | (typeof commandIds)[keyof typeof commandIds]
  | (typeof internalCommandIds)[keyof typeof internalCommandIds];

export const settingsSection = 'keystow';

export const settingKeys = [
  'enable',
  'exclude',
  'maxFileSize',
  'severity',
  'lookupStyle',
  'nameCollision',
] as const satisfies readonly (keyof Settings)[];

export const diagnosticSource = 'keystow';

/** Where a rule is explained; the anchor is the rule's id. */
export const ruleUrl = (rule: string): string =>
  `https://github.com/keystow/keystow/blob/main/docs/rules.md#${rule}`;
