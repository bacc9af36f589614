import { t } from '../text/l10n';
import { dirName, join } from '../text/path';
import type { Runtime } from './runtime';
import type { ScriptProject } from './scriptProject';

/** `supabase/functions`, relative to the workspace; undefined where the file is in none. */
const folderOf = ({ manifest, path }: ScriptProject): string | undefined =>
  /^(?:.*\/)?supabase\/functions(?=\/)/.exec(join(dirName(manifest?.path ?? ''), path))?.[0];

/**
 * Supabase Edge Functions: one env file for all, read by `supabase functions serve`. Read 2026-11-25:
 * https://supabase.com/docs/guides/functions/secrets
 */
export const supabase = {
  id: 'supabase',
  title: 'Supabase Edge Functions',
  claims: (project) => folderOf(project) !== undefined,
  side: () => 'server',
  read: (name) => `Deno.env.get("${name}")`,
  envFiles: ['.env'],
  envFolder: (project) => folderOf(project) ?? '',
  deployNote: (envPath) =>
    t('Give the deployed functions the variables: supabase secrets set --env-file {0}', envPath),
} as const satisfies Runtime;
