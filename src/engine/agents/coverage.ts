import { isRefusal } from '../model/fix';
import { t } from '../text/l10n';
import type { AgentPlan } from './index';
import { unservedAgents } from './unserved';

/**
 * What keeps each agent out of env files and what does not, as Markdown.
 *
 * @param plans as they were before anything was written.
 * @param chosen ids of the agents whose files were written.
 */
export function coverage(plans: readonly AgentPlan[], chosen: ReadonlySet<string>): string {
  const isCovered = ({ agent, plan }: AgentPlan): boolean =>
    !isRefusal(plan) && (plan.edits.length === 0 || chosen.has(agent.id));
  const covered = plans.filter(isCovered);
  const open = plans.filter((one) => !isCovered(one));
  return [
    `# ${t('Env files and AI agents')}`,
    t(
      'An agent that may run any command can read any file: these files stop the tools that an agent brings, and a mistake. A key that an agent must never see does not belong on the machine it works on.',
    ),
    ...section(
      t('Covered'),
      covered.map(
        ({ agent: { title, file, limits, source } }) =>
          `- **${title}**: \`${file}\`. ${limits} [${t('Documentation')}](${source.url})`,
      ),
    ),
    ...section(
      t('Not written'),
      open.map(({ agent: { title, file }, plan }) =>
        isRefusal(plan)
          ? `- **${title}**: ${plan.refused}`
          : `- **${title}**: ${t('{0} was not chosen.', `\`${file}\``)}`,
      ),
    ),
    ...section(
      t('Nothing to write'),
      unservedAgents.map(
        ({ title, why, source }) => `- **${title}**: ${why} [${t('Documentation')}](${source.url})`,
      ),
    ),
    t(
      '`.env.example` and other templates stay readable. Ask your agent for the contents of `.env` to see that it is refused.',
    ),
    '',
  ].join('\n\n');
}

const section = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length === 0 ? [] : [`## ${title}`, lines.join('\n')];
