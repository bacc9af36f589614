import { getNodeValue, type Node } from 'jsonc-parser';
import { severities } from '../model/finding';
import { loaders, noPolicy, type Policy, type RuleSeverity } from '../model/policy';
import { t } from '../text/l10n';
import { resolvePath } from '../text/path';
import { readAcceptances } from './acceptances';
import { readCustomRules } from './customRules';
import type { PolicyText } from './policyText';

export { PolicyText } from './policyText';

/** What a policy may say. */
export const policyNames = [
  '$schema',
  'extends',
  'salt',
  'severity',
  'overrides',
  'exclude',
  'accepted',
  'forbidden',
  'providers',
  'envFile',
  'loader',
  'rules',
] as const;

/** What exists: ids of rules and of providers. */
export interface Known {
  readonly rules: ReadonlySet<string>;
  readonly providers: ReadonlySet<string>;
}

/**
 * What a policy file says by itself, without what it extends. Never throws: what cannot be used is left out and named in
 * the text's problems; a text that is no JSON says nothing at all.
 *
 * @param taken ids of custom rules that other files have.
 */
export async function parsePolicy(
  text: PolicyText,
  known: Known,
  taken: ReadonlySet<string> = new Set(),
): Promise<Policy> {
  const { root, file } = text;
  if (root === undefined) return { ...noPolicy, files: [file], problems: text.problems };
  const members = text.members(root, policyNames);
  const customRules = await readCustomRules(text, members.get('rules'), new Set([...known.rules, ...taken]));
  const isRule = (id: string): boolean =>
    known.rules.has(id) || taken.has(id) || customRules.some((rule) => rule.id === id);
  const salt = text.text(
    members.get('salt'),
    'salt',
    (value) => /^[0-9a-f]{32,}$/.test(value),
    t('32 hexadecimal digits or more'),
  );
  const envFile = members.get('envFile');
  const envName = text.text(
    envFile,
    'envFile',
    (value) => /(?:^|\/)\.(?:env|dev\.vars)[\w.-]*$/.test(value) && resolvePath('', value) !== undefined,
    t('a name such as .env.local, or a path from the root such as apps/web/.env'),
  );
  const loader = members.get('loader');
  const loads = loaders.find((one) => loader !== undefined && getNodeValue(loader) === one);
  if (loader !== undefined && loads === undefined)
    text.problem(loader, t('"loader" is {0} or {1}', loaders[0], loaders[1]));
  const providers = members.get('providers');
  const strings = (name: (typeof policyNames)[number], fits: (value: string) => boolean, form: string) =>
    text
      .items(members.get(name), name)
      .map((node) => ({ node, value: text.text(node, name, fits, form) }))
      .flatMap(({ node, value }) => (value === undefined ? [] : [text.placed(node, value)]));
  return {
    customRules,
    severity: [
      ...severitiesOf(text, members.get('severity'), isRule, {}),
      ...overridesOf(text, members.get('overrides'), isRule),
    ],
    exclude: strings('exclude', (value) => value !== '', t('an array of globs, such as fixtures/**')),
    accepted: readAcceptances(text, members.get('accepted')),
    forbidden: strings('forbidden', isRule, t('an array of ids of rules')),
    files: [file],
    problems: text.problems,
    ...(salt === undefined ? {} : { salt }),
    ...(providers === undefined
      ? {}
      : {
          providers: text.placed(
            providers,
            strings(
              'providers',
              (value) => known.providers.has(value),
              t('an array of ids of providers'),
            ).map(({ value }) => value),
          ),
        }),
    ...(envFile === undefined || envName === undefined ? {} : { envFile: text.placed(envFile, envName) }),
    ...(loader === undefined || loads === undefined ? {} : { loader: text.placed(loader, loads) }),
  };
}

/** A file that is extended, as written: relative to the folder of the one that names it. */
export interface Extended {
  readonly path: string;
  readonly node: Node;
}

/** `"extends": "shared.json"`, or several: the later ones count more. */
export function extendedBy(text: PolicyText): readonly Extended[] {
  const node = text.root && text.member(text.root, 'extends');
  if (node === undefined) return [];
  return (node.type === 'array' ? (node.children ?? []) : [node]).flatMap((one) => {
    const path = text.text(one, 'extends', (value) => /\.jsonc?$/.test(value), t('the path of a JSON file'));
    return path === undefined ? [] : [{ path, node: one }];
  });
}

function severitiesOf(
  text: PolicyText,
  node: Node | undefined,
  isRule: (id: string) => boolean,
  where: Pick<RuleSeverity, 'path' | 'reason'>,
): readonly RuleSeverity[] {
  if (node === undefined) return [];
  if (node.type !== 'object') {
    text.problem(node, t('"severity" is an object of rules'));
    return [];
  }
  return (node.children ?? []).flatMap(({ children: [key, value] = [] }) => {
    if (key === undefined || value === undefined) return [];
    const rule = String(key.value);
    const severity = [...severities, 'off' as const].find((one) => getNodeValue(value) === one);
    if (!isRule(rule)) text.problem(key, t('no rule has this id'));
    else if (severity === undefined)
      text.problem(value, t('a severity is {0} or off', severities.join(', ')));
    else return [{ ...text.placed(key, severity), rule, ...where }];
    return [];
  });
}

/** `"overrides": [{ "path": "docs/**", "severity": { … } }]` */
const overridesOf = (
  text: PolicyText,
  list: Node | undefined,
  isRule: (id: string) => boolean,
): readonly RuleSeverity[] =>
  text.objects(list, 'overrides', t('an override')).flatMap((item) => {
    const members = text.members(item, ['path', 'severity', 'reason']);
    const path = text.text(
      members.get('path'),
      'path',
      (value) => value !== '',
      t('a glob, such as docs/**'),
    );
    const reason = text.text(members.get('reason'), 'reason', () => true, t('a sentence'));
    if (!members.has('path')) text.problem(item, t('an override has a "path"'));
    if (!members.has('severity')) text.problem(item, t('an override has a "severity"'));
    if (path === undefined) return [];
    return severitiesOf(text, members.get('severity'), isRule, {
      path,
      ...(reason === undefined ? {} : { reason }),
    });
  });
