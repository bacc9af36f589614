import { github } from '../ci/github';
import { gitlab } from '../ci/gitlab';
import { remotesOf } from '../ci/remotes';
import type { Workspace } from '../model/ports';

/** Services that refuse pushes which hold keys, and the page of a project where that is turned on. */
const services = [
  // Named in GitHub's own answer to a refused push; see `pushRefusal`.
  { host: github.remote, page: 'settings/security_analysis' },
  // https://docs.gitlab.com/user/application_security/secret_detection/secret_push_protection/, read 2026-11-28
  { host: gitlab.remote, page: '-/security/configuration' },
] as const;

/** The page where secret scanning and push protection are turned on; undefined where the project's server has none. */
export async function protectionPage(workspace: Workspace): Promise<string | undefined> {
  for (const { host, path } of await remotesOf(workspace)) {
    const service = services.find((one) => one.host.test(host));
    if (service !== undefined) return `https://${host}/${path}/${service.page}`;
  }
  return undefined;
}
