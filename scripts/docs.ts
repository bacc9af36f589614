// `npm run docs`: writes what the code knows into docs/rules.md, the README (between markers), the policy's schema and
// the messages for translators.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { kindsOf } from '../src/engine/detectors/detector';
import { detectors } from '../src/engine/detectors/index';
import { type Rule, ruleHelp, rules } from '../src/engine/index';
import { surfaces } from '../src/engine/surfaces/index';
import type { Move } from '../src/engine/surfaces/surface';
import { manifestText } from './manifest';
import { messageBundle } from './messages';

const root = path.join(__dirname, '..');

/** One section per rule; the anchor is the rule's id, to which diagnostics link. */
export function rulesPage(): string {
  const sections = rules.map((rule) =>
    [
      `## ${rule.id}`,
      `**${rule.title}** · ${rule.severity}${rule.off === true ? ' · off by default' : ''}`,
      ruleHelp(rule),
    ].join('\n\n'),
  );
  return [
    '# Rules',
    '',
    'Written by `npm run docs`. Each rule can be silenced on a line with a comment, `keystow-ignore-line <rule> -- reason` or',
    '`keystow-ignore-next-line <rule> -- reason`, and everywhere with the setting `keystow.severity`. A rule that is off by',
    'default is turned on where that setting, or `severity` in `.keystow.json`, gives it a severity.',
    '',
    providersTable(),
    '',
    sections.join('\n\n'),
    '',
  ].join('\n');
}

/** One row per provider: its kinds, the variables they are moved to, and its pages. */
function providersTable(): string {
  const rows = detectors.map((detector) => {
    const kinds = kindsOf(detector);
    const unique = (values: readonly string[]): string => [...new Set(values)].join(', ');
    return [
      detector.title,
      unique(kinds.map(({ rule }) => `[${rule}](#${rule})`)),
      unique(kinds.map(({ envName }) => `\`${envName}\``)),
      unique(kinds.map(({ manage }) => `[keys](${manage})`)),
      unique(kinds.map(({ usage }) => `[usage](${usage})`)),
    ].join(' | ');
  });
  const kinds = detectors.flatMap((detector) => [...kindsOf(detector)]).length;
  return [
    `${kinds} kinds of keys from ${detectors.length} providers:`,
    '',
    '| Provider | Rules | Variables | Made and revoked | Used for |',
    '| --- | --- | --- | --- | --- |',
    ...rows.map((row) => `| ${row} |`),
  ].join('\n');
}

interface Property {
  readonly default: unknown;
  readonly markdownDescription: string;
}

/** The settings table of the README. */
export function settingsTable(): string {
  const { contributes } = JSON.parse(manifestText()) as {
    contributes: { configuration: { properties: Record<string, Property> } };
  };
  const rows = Object.entries(contributes.configuration.properties).map(
    ([key, { default: value, markdownDescription }]) =>
      `| \`${key}\` | \`${JSON.stringify(value)}\` | ${markdownDescription.replaceAll('|', '\\|')} |`,
  );
  return ['| Setting | Default | |', '| --- | --- | --- |', ...rows].join('\n');
}

/** What is left in each file of a tool where a key stood. */
export function surfacesTable(): string {
  const formsOf = (move: Move): readonly string[] => [
    move.form,
    ...(move.partly ? formsOf(move.partly) : []),
  ];
  const rows = surfaces.map(({ tool, file, secrets, source }) => {
    const movable = secrets.filter(({ move }) => move.refuses !== true);
    const forms = [...new Set(movable.flatMap(({ move }) => formsOf(move)))].map((form) => `\`${form}\``);
    const files = file
      .split(', ')
      .map((one) => `\`${one}\``)
      .join(', ');
    return `| ${files} | [${tool}](${source.url}) | ${forms.length === 0 ? 'found, with what to do' : forms.join(', ')} |`;
  });
  return ['| File | Read by | What is left for the key `X` |', '| --- | --- | --- |', ...rows].join('\n');
}

/** Puts `content` between `<!-- name -->` and `<!-- /name -->`. */
export function between(text: string, name: string, content: string): string {
  const pattern = new RegExp(`(<!-- ${name} -->)[\\s\\S]*?(<!-- /${name} -->)`);
  if (!pattern.test(text)) throw new Error(`no marker ${name}`);
  return text.replace(pattern, (_, open: string, close: string) => `${open}\n${content}\n${close}`);
}

export function readme(): string {
  const text = readFileSync(path.join(root, 'README.md'), 'utf8');
  return between(between(text, 'settings', settingsTable()), 'surfaces', surfacesTable());
}

/** The policy's schema with the ids that there are: editors complete them. Ids of a team's own rules are valid too. */
export function policySchema(): string {
  const schema = JSON.parse(readFileSync(schemaFile, 'utf8'));
  const { definitions } = schema;
  const ids = (list: readonly Rule[]): readonly string[] => list.map(({ id }) => id);
  definitions.rule.examples = ids(rules);
  definitions.key.examples = ids(rules.filter(({ category }) => category === 'key'));
  definitions.provider.enum = detectors.map(({ id }) => id);
  definitions.severities.properties = Object.fromEntries(
    rules.map(({ id, title, off }) => [
      id,
      {
        $ref: '#/definitions/severity',
        description: off === true ? `${title} (off by default)` : title,
      },
    ]),
  );
  return `${JSON.stringify(schema, undefined, 2)}\n`;
}

const schemaFile = path.join(root, 'media/keystow.schema.json');

if (require.main === module) {
  writeFileSync(schemaFile, policySchema());
  writeFileSync(path.join(root, 'docs/rules.md'), rulesPage());
  writeFileSync(path.join(root, 'README.md'), readme());
  mkdirSync(path.join(root, 'l10n'), { recursive: true });
  writeFileSync(path.join(root, 'l10n/bundle.l10n.json'), messageBundle());
}
