/** The engine's only door: pure functions over texts and ports, the same for editor, CLI and tests. */

export { frameworkThatCommits } from './analysers/committedEnv';
export { isEnvFile, isEnvTemplate } from './analysers/envFiles';
export {
  type AuditedFinding,
  type AuditOptions,
  type AuditReport,
  auditDocument,
  auditWorkspace,
  excluder,
} from './audit/auditWorkspace';
export { missingIgnoreEntry } from './audit/missingIgnoreEntry';
export { type EnvReader, envReader, movedRead, notLoaded, notLoadedRule } from './audit/notLoaded';
export { type ReadDirectory, walk } from './audit/walk';
export { nameRefusal } from './fixes/envNames';
export { readableFrom } from './fixes/envReader';
export type { Host } from './fixes/host';
export { ignoredBy } from './fixes/ignoreEntry';
export { fixIdFor, isFixedWithAll, type Offers, offersFor, planFix, planMoveOfValue } from './fixes/index';
export { mergeEdits } from './fixes/mergeEdits';
export { type MovePlan, planMoveToEnv } from './fixes/moveToEnv';
export { OverlayWorkspace } from './fixes/overlay';
export { planDiff } from './fixes/planDiff';
export { type GroupPlan, planFiles } from './fixes/planFiles';
export type { MoveOptions } from './fixes/removal';
export { selectedValue } from './fixes/selectedValue';
export type { CustomRule } from './model/customRule';
export type { FileFacts, SourceDocument } from './model/document';
export { atLeast, compareFindings, type Finding, type Severity, severities } from './model/finding';
export {
  type FileEdit,
  type FixId,
  type FixOffer,
  type FixPlan,
  isRefusal,
  type Refusal,
  type StoredName,
} from './model/fix';
export * from './model/ports';
export type { Rule } from './model/rule';
export { defaultSettings, parseSettings, type Settings } from './model/settings';
export { type Policy, type PolicyProblem, policyFile, readPolicy } from './policy/index';
export { formats } from './reports/index';
export type { ReportContext, ReportFormat } from './reports/report';
export { summarise } from './reports/summary';
export { printable } from './reports/text';
export { rules } from './rules';
export { type EnvRead, firstEnvRead, namedReads } from './scan/envReads';
export { explainKeys, scanDocument, withSeverities } from './scan/scanDocument';
export { createParsers, type Parsers, type ReadAsset } from './syntax/parsers';
export { applyEdits, type TextEdit } from './text/edit';
export { decode, type Encoding, encode } from './text/encoding';
export { ancestors, baseName, dirName, join } from './text/path';
export { type Position, type Range, SourceText } from './text/sourceText';
export { contains, overlaps, type Span } from './text/span';
