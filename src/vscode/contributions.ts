import type { Settings } from '../engine/index';

/** Every id that package.json also names; a test compares both, in both directions. */

/** Commands of the palette and of menus. */
export const commandIds = {
  auditWorkspace: 'keystow.auditWorkspace',
  auditFolder: 'keystow.auditFolder',
  auditChangedFiles: 'keystow.auditChangedFiles',
  exportReport: 'keystow.exportReport',
  moveAllKeys: 'keystow.moveAllKeys',
  moveWorkspaceKeys: 'keystow.moveWorkspaceKeys',
  moveFolderKeys: 'keystow.moveFolderKeys',
  fixAll: 'keystow.fixAll',
  setUpCommitGuard: 'keystow.setUpCommitGuard',
  fillEnv: 'keystow.fillEnv',
  addCiCheck: 'keystow.addCiCheck',
  copyReviewChecklist: 'keystow.copyReviewChecklist',
  protectEnv: 'keystow.protectEnv',
  togglePresentationMode: 'keystow.togglePresentationMode',
  openSample: 'keystow.openSample',
  /** Of an entry of the overview; not in the palette. */
  fixProblem: 'keystow.fixProblem',
  ignoreProblem: 'keystow.ignoreProblem',
} as const;

/** Commands that only Keystow itself runs; not in package.json. */
export const internalCommandIds = {
  /** Runs behind a quick fix: saves what must be saved, and proves that the key can be read back. */
  afterFix: 'keystow.internal.afterFix',
  /** Behind `Move to .env as…`: asks for the name, at the cursor. */
  moveAs: 'keystow.internal.moveAs',
  /** Behind the link to a provider's page, at the cursor. */
  openKeyPage: 'keystow.internal.openKeyPage',
  /** Behind the actions that let the finding at the cursor stand. */
  ignoreLine: 'keystow.internal.ignoreLine',
  acceptFinding: 'keystow.internal.acceptFinding',
  turnRuleOff: 'keystow.internal.turnRuleOff',
  /** Behind an entry of the overview. */
  showProblem: 'keystow.internal.showProblem',
  /** Behind an entry of the view of staged keys. */
  showStagedKey: 'keystow.internal.showStagedKey',
  /** Behind a lens of an env file. */
  showEnvUses: 'keystow.internal.showEnvUses',
} as const;

export type CommandId =
  | (typeof commandIds)[keyof typeof commandIds]
  | (typeof internalCommandIds)[keyof typeof internalCommandIds];

/** Tools that language models call. */
export const toolIds = {
  audit: 'keystow_audit',
  envReference: 'keystow_env_reference',
} as const;

export type ToolId = (typeof toolIds)[keyof typeof toolIds];

export const viewIds = {
  /** Keys and problems of the whole workspace. */
  overview: 'keystow.overview',
  /** What is staged and should not be; there while there is such a thing. */
  staged: 'keystow.staged',
} as const;

/** Set while something is staged that should not be. */
export const stagedKeysContext = 'keystow.hasStagedKeys';

/** With a dot and its id behind it: set once a sample was opened. */
export const sampleContext = 'keystow.hasOpened';

/** Set once the whole workspace was audited. */
export const auditedContext = 'keystow.isAudited';

export const settingsSection = 'keystow';

export const settingKeys = [
  'enable',
  'exclude',
  'maxFileSize',
  'severity',
  'lookupStyle',
  'nameCollision',
  'paste',
  'codeLens',
  'statusBar',
] as const satisfies readonly (keyof Settings)[];

export const diagnosticSource = 'keystow';
