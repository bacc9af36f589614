import type { Path } from '../formats/configText';
import type { SourceDocument } from '../model/document';
import { aider } from './aider';
import { ansible } from './ansible';
import { apiClients } from './apiClients';
import { awsFiles } from './awsFiles';
import { buildkite } from './buildkite';
import { cargo } from './cargo';
import { ciServices } from './ciServices';
import { claudeCode } from './claudeCode';
import { cloudBuild } from './cloudBuild';
import { cloudFormation } from './cloudFormation';
import { codex } from './codex';
import { compose } from './compose';
import { continueDev } from './continueDev';
import { credentialFiles } from './credentialFiles';
import { cursor } from './cursor';
import { devcontainer } from './devcontainer';
import { drone } from './drone';
import { frameworks } from './frameworks';
import { geminiCli } from './geminiCli';
import { githubActions } from './githubActions';
import { jetbrains } from './jetbrains';
import { kubernetes } from './kubernetes';
import { litellm } from './litellm';
import { maven } from './maven';
import { mcpClients } from './mcpClients';
import { nuget } from './nuget';
import { observability } from './observability';
import { opencode } from './opencode';
import { otelCollector } from './otelCollector';
import { packageScripts } from './packageScripts';
import { platforms } from './platforms';
import { programs } from './programs';
import { promptfoo } from './promptfoo';
import { pulumi } from './pulumi';
import { pythonPackages } from './pythonPackages';
import type { SecretPlace, Surface } from './surface';
import { taskfile } from './taskfile';
import { travis } from './travis';
import { vscodeFiles } from './vscodeFiles';
import { vscodeServers } from './vscodeServers';

/** Every file of a tool that is known: to add one, its row in a file of its own, and its line here. The first that a file is counts. */
export const surfaces: readonly Surface[] = [
  ...vscodeServers,
  ...vscodeFiles,
  ...devcontainer,
  ...claudeCode,
  ...cursor,
  ...codex,
  ...geminiCli,
  ...continueDev,
  ...litellm,
  ...opencode,
  ...aider,
  ...promptfoo,
  ...otelCollector,
  ...compose,
  ...credentialFiles,
  ...kubernetes,
  ...githubActions,
  ...ciServices,
  ...platforms,
  ...travis,
  ...drone,
  ...buildkite,
  ...cloudBuild,
  ...awsFiles,
  ...cloudFormation,
  ...pulumi,
  ...ansible,
  ...cargo,
  ...pythonPackages,
  ...frameworks,
  ...observability,
  ...apiClients,
  ...programs,
  ...nuget,
  ...maven,
  ...jetbrains,
  ...taskfile,
  ...packageScripts,
  ...mcpClients,
];

/** What most files are not: they are not asked further. */
export const surfaceEndings =
  /\.(?:json|jsonc|ya?ml|toml|ini|conf|code-workspace|properties|xml|dockercfg|dockerconfigjson)$|(?:^|\/)(?:[Nn]u[Gg]et\.[Cc]onfig|\.npmrc|\.pypirc|\.sentryclirc|[Kk]ustomization|[._]netrc|\.git-credentials|hosts|inventory|\.(?:cargo|aws|kube)\/(?:config|credentials)|[\w.-]*kubeconfig[\w.-]*|(?:group|host)_vars\/[\w./-]+)$|(?:requirements|constraints)[\w./-]*\.(?:txt|in)$/;

/** What a document is, by its path and where that is not enough by its text. */
export function surfaceOf(document: Pick<SourceDocument, 'path' | 'text'>): Surface | undefined {
  const { path, text } = document;
  if (!surfaceEndings.test(path)) return undefined;
  const found =
    known.get(document) ??
    surfaces.find(
      ({ files, mark = '', isOne }) => files.test(path) && text.includes(mark) && (isOne?.(text) ?? true),
    ) ??
    'none';
  known.set(document, found);
  return found === 'none' ? undefined : found;
}

/** One document is asked about several times in a scan. */
const known = new WeakMap<object, Surface | 'none'>();

/** What stands at a path of the file. */
export const secretPlaceAt = ({ secrets }: Surface, path: Path): SecretPlace | undefined =>
  secrets.find(({ at }) => at.some((pointer) => matches(pointer.split('/').slice(1), path.map(String))));

function matches([step, ...steps]: readonly string[], path: readonly string[]): boolean {
  if (step === undefined) return path.length === 0;
  if (step === '**') return path.some((_, index) => matches(steps, path.slice(index))) || matches(steps, []);
  const [first, ...rest] = path;
  if (first === undefined) return false;
  const isStep = step.endsWith('*') ? first.startsWith(step.slice(0, -1)) : step === first;
  return isStep && matches(steps, rest);
}
