/** The engine's only door: pure functions over texts and ports, the same for editor, CLI and tests. */

export type { Agent } from './agents/agent';
export { coverage } from './agents/coverage';
export { type AgentPlan, agents, planAgents } from './agents/index';
export { frameworkThatCommits } from './analysers/committedEnv';
export { isEnvFile, isEnvTemplate } from './analysers/envFiles';
export { type EnvLine, envLines } from './analysers/envLines';
export {
  type AcceptedFinding,
  type AuditedFinding,
  type AuditOptions,
  type AuditReport,
  auditDocument,
  auditWorkspace,
  type Origin,
} from './audit/auditWorkspace';
export { envDefinitions } from './audit/envDefinitions';
export { envInImages, type ImageCopy, imageCopy } from './audit/envInImages';
export { envReadable } from './audit/envReadable';
export { explainRead } from './audit/explainRead';
export { missingIgnoreEntry } from './audit/missingIgnoreEntry';
export { namesMissing, readRules } from './audit/namesMissing';
export { type EnvReader, envReader, movedRead, notLoaded } from './audit/notLoaded';
export { unownedFiles } from './audit/ownedFiles';
export { type DirectoryEntry, type ReadDirectory, walk, withoutLinks } from './audit/walk';
export type { CiHost } from './ci/ciHost';
export { ciHosts, detectCiHost, planCi } from './ci/index';
export { type ByteFilter, createByteFilter } from './filter/byteFilter';
export { nameRefusal } from './fixes/envNames';
export { readableFrom } from './fixes/envReader';
export { documentOf, type EnvReference, envReference } from './fixes/envReference';
export {
  type EnvGaps,
  envGaps,
  type MissingValue,
  planFillEnv,
  valueRefusal,
} from './fixes/fillEnv';
export type { Host } from './fixes/host';
export { ignoreComment } from './fixes/ignoreComment';
export { ignoredBy } from './fixes/ignoreEntry';
export {
  fixIdFor,
  fixIdsOf,
  isFixedWithAll,
  type Offers,
  offersFor,
  planFix,
  planMoveOfValue,
} from './fixes/index';
export { mergeEdits } from './fixes/mergeEdits';
export { type MovePlan, planMoveToEnv } from './fixes/moveToEnv';
export { OverlayWorkspace } from './fixes/overlay';
export { mayPasteKey, type Paste, pastedKeys, plainPaste, planPaste } from './fixes/paste';
export { planDiff } from './fixes/planDiff';
export { type GroupPlan, planFiles } from './fixes/planFiles';
export type { MoveOptions } from './fixes/removal';
export { selectedValue } from './fixes/selectedValue';
export { knownNames } from './knownNames';
export type { CustomRule } from './model/customRule';
export type { FileFacts, SourceDocument } from './model/document';
export {
  atLeast,
  compareFindings,
  type Finding,
  type Severity,
  severities,
  stopsCommit,
} from './model/finding';
export {
  type FileEdit,
  type FixId,
  type FixOffer,
  type FixPlan,
  isRefusal,
  type Refusal,
  type StoredName,
} from './model/fix';
export * from './model/policy';
export * from './model/ports';
export { type Rule, ruleHelp, ruleUrl } from './model/rule';
export { defaultSettings, parseSettings, type Settings } from './model/settings';
export { type Baselined, isBaselined, readBaseline } from './policy/baselines';
export { accepting, type NewAcceptance, saltIn, settingSeverity } from './policy/editPolicy';
export { explainAcceptances, explainPolicy, weakenings } from './policy/explainPolicy';
export { loadPolicy, policyFile } from './policy/index';
export { acceptanceOf, dayOf, inForce, isAsked, isExpired, withPolicy, withSettings } from './policy/inForce';
export { weakerSettings } from './policy/weakerSettings';
export { protectionPage } from './push/protectionPage';
export { type PushRefusal, pushRefusal, type RefusedPlace } from './push/refusal';
export { type BranchCommit, pushSteps } from './push/steps';
export { auditForModels, referenceForModels } from './reports/forModels';
export { formats } from './reports/index';
export { mergeReports, relativeTo } from './reports/mergeReports';
export { type Overview, overviewOf, toDo } from './reports/overview';
export type { ReportContext, ReportFormat } from './reports/report';
export { reviewChecklist } from './reports/reviewChecklist';
export { severityWord } from './reports/rows';
export { stepsMarkdown } from './reports/stepsMarkdown';
export { countProblems, countSkipped, problemWords, summarise } from './reports/summary';
export { printable } from './reports/text';
export { knownIds, rules, ruleTitle, usualSeverity } from './rules';
export { type SampleId, sampleIds, sampleOf } from './samples';
export { edited, type LineRange, type Lines, reachOf } from './scan/editedLines';
export { type EnvRead, firstEnvRead, namedReads, readsEnvironment } from './scan/envReads';
export { explainKeys } from './scan/explainKeys';
export { mayHoldKey } from './scan/findEveryKey';
export { isMaskedWhole, maskedSpans } from './scan/maskedSpans';
export { isOrdinary, mayHoldAnyKey } from './scan/mayHoldAnyKey';
export { mayShowKeys } from './scan/mayShowKeys';
export { type Plain, plainOf, together } from './scan/plain';
export { isReadInPart, mostFindings } from './scan/readInPart';
export { scanDocument, scanSteps } from './scan/scanDocument';
export { withoutKeys } from './scan/withoutKeys';
export { createParsers, type Parsers, type ReadAsset } from './syntax/parsers';
export { applyEdits, type TextEdit } from './text/edit';
export { decode, type Encoding, encode } from './text/encoding';
export { globs, literalGlob } from './text/globs';
export { inEnglish, t, translateWith } from './text/l10n';
export { ancestors, baseName, dirName, join } from './text/path';
export { shellWord } from './text/shellWord';
export { type Position, type Range, SourceText } from './text/sourceText';
export { contains, overlaps, type Span } from './text/span';
export type { Steps } from './text/steps';
