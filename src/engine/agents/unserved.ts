import { t } from '../text/l10n';
import type { UnservedAgent } from './agent';

/** Agents for which nothing is written: a file that does nothing would feel like protection. */
export const unservedAgents: readonly UnservedAgent[] = [
  {
    id: 'github-copilot',
    title: 'GitHub Copilot',
    get why() {
      return t(
        'It reads no ignore file. Content exclusion is set on GitHub, by whoever administers the repository or the organisation, with Copilot Business or Enterprise; agent mode is documented as not covered.',
      );
    },
    source: {
      url: 'https://docs.github.com/en/copilot/how-tos/configure-content-exclusion/exclude-content-from-copilot',
      read: '2026-11-28',
    },
  },
  {
    id: 'codex',
    title: 'OpenAI Codex',
    get why() {
      return t(
        'Permission profiles in config.toml can deny reads. They are beta and do not go together with sandbox_mode, so Keystow leaves them to you.',
      );
    },
    source: { url: 'https://developers.openai.com/codex/agent-approvals-security', read: '2026-11-28' },
  },
  {
    id: 'cline',
    title: 'Cline',
    get why() {
      return t(
        '.clineignore is being removed: it never prevented access. The plugin Block Ignored File Access goes by .gitignore.',
      );
    },
    source: { url: 'https://docs.cline.bot/resources/deprecations', read: '2026-11-28' },
  },
  {
    id: 'continue',
    title: 'Continue',
    get why() {
      return t('.continueignore is documented for the index of @Codebase only, which is deprecated.');
    },
    source: { url: 'https://docs.continue.dev/reference/deprecated-codebase', read: '2026-11-28' },
  },
  {
    id: 'zed',
    title: 'Zed',
    get why() {
      return t(
        'Its setting private_files has **/.env* from the start, and its agent refuses to read such files, .env.example among them.',
      );
    },
    source: {
      url: 'https://github.com/zed-industries/zed/blob/main/assets/settings/default.json',
      read: '2026-11-28',
    },
  },
];
