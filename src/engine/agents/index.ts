import { isEnvFile } from '../analysers/envFiles';
import type { FixPlan, Refusal } from '../model/fix';
import { isRefusal } from '../model/fix';
import { skipReason, type Workspace } from '../model/ports';
import type { Settings } from '../model/settings';
import type { TextEdit } from '../text/edit';
import { t } from '../text/l10n';
import { baseName } from '../text/path';
import type { Agent } from './agent';
import { aider } from './aider';
import { augment } from './augment';
import { claudeCode } from './claudeCode';
import { cursor } from './cursor';
import { dockerAgent } from './dockerAgent';
import { geminiCli } from './geminiCli';
import { geminiCodeAssist } from './geminiCodeAssist';
import { jetbrainsAi } from './jetbrainsAi';
import { kiloCode } from './kiloCode';
import { kiro } from './kiro';
import { qwenCode } from './qwenCode';
import { rooCode } from './rooCode';
import { windsurf } from './windsurf';

/** Every agent that a file of the project keeps from reading env files. To add one: its file, and its line here. */
export const agents: readonly Agent[] = [
  claudeCode,
  cursor,
  geminiCli,
  geminiCodeAssist,
  windsurf,
  rooCode,
  kiloCode,
  kiro,
  qwenCode,
  aider,
  jetbrainsAi,
  augment,
  dockerAgent,
];

/** What would be written for one agent. */
export interface AgentPlan {
  readonly agent: Agent;
  /** The project has files or folders of it. */
  readonly isUsed: boolean;
  /** Without edits where its file says all of it already. */
  readonly plan: FixPlan | Refusal;
}

/** Plans the protection of env files for every agent. Reads through the port and writes nothing. */
export async function planAgents(workspace: Workspace, settings?: Settings): Promise<readonly AgentPlan[]> {
  const entries = (await workspace.entries('')) ?? [];
  const there = new Set(entries.map(({ name }) => name));
  const asked = settings?.policy?.envFile?.value;
  const names = [
    ...entries.filter(({ name, isFolder }) => !isFolder && isEnvFile(name)).map(({ name }) => name),
    ...(asked === undefined ? [] : [baseName(asked)]),
  ];
  return Promise.all(
    agents.map(async (agent) => ({
      agent,
      isUsed: agent.traces.some((name) => there.has(name)),
      plan: await planAgent(workspace, agent, [...new Set(names)].sort()),
    })),
  );
}

async function planAgent(
  workspace: Workspace,
  { file: path, put }: Agent,
  names: readonly string[],
): Promise<FixPlan | Refusal> {
  const read = await workspace.read(path);
  if (read.kind === 'skipped')
    return { refused: t('{0} could not be read: {1}.', path, skipReason(read.reason)) };
  const before = read.kind === 'text' ? read.text : '';
  if (read.kind === 'text' && !read.encoding.startsWith('utf8'))
    return { refused: t('{0} is not saved as UTF-8. Save it as UTF-8 first.', path) };
  const after = put(before, names, path);
  if (typeof after !== 'string' && isRefusal(after)) return after;
  if (after === before) return { edits: [], stored: [], notes: [] };
  const label = t('keep agents out of env files');
  if (read.kind === 'missing')
    return {
      edits: [{ kind: 'create', path, label, text: after, withFolder: true }],
      stored: [],
      notes: [],
    };
  if (read.readOnly) return { refused: t('{0} is read-only.', path) };
  return {
    edits: [{ kind: 'change', path, label, before, edits: [difference(before, after)] }],
    stored: [],
    notes: [],
  };
}

/** The one edit that makes the second text of the first: what both begin and end with stays. */
function difference(before: string, after: string): TextEdit {
  const most = Math.min(before.length, after.length);
  let start = 0;
  while (start < most && before[start] === after[start]) start++;
  let same = 0;
  while (same < most - start && before.at(-1 - same) === after.at(-1 - same)) same++;
  return {
    span: { start, end: before.length - same },
    newText: after.slice(start, after.length - same),
  };
}
