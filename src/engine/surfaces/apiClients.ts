import { t } from '../text/l10n';
import { reference, stays } from './moves';
import type { Move, Surface } from './surface';

const inPostman: NonNullable<Move['note']> = (names) =>
  t(
    'Add {0} to an environment in Postman, as a local value that is not shared. Its value is in the env file. Newman reads it from an environment file that git ignores (-e FILE).',
    names.join(', '),
  );

const inInsomnia: NonNullable<Move['note']> = (names) =>
  t(
    'Add {0} to a private environment in Insomnia, which is not exported. Its value is in the env file.',
    names.join(', '),
  );

const inHoppscotch: NonNullable<Move['note']> = (names) =>
  t('Add {0} to an environment in Hoppscotch, as a secret. Its value is in the env file.', names.join(', '));

const postmanVariable = reference((name) => `{{${name}}}`, inPostman);
const insomniaVariable = reference((name) => `{{ _.${name} }}`, inInsomnia);
const hoppscotchVariable = reference((name) => `<<${name}>>`, inHoppscotch);

const inStore = (tool: string): Move =>
  stays(() =>
    t(
      'What {0} exports is plain text. Delete the value here, keep it in {0} as a value that is not shared, and export again.',
      tool,
    ),
  );

const postmanSource = {
  url: 'https://learning.postman.com/docs/sending-requests/variables/environment-variables',
  read: '2026-11-29',
} as const;

const insomniaSource = {
  url: 'https://developer.konghq.com/insomnia/environments/',
  read: '2026-11-29',
} as const;

/** Collections and environments that clients for APIs write. */
export const apiClients: readonly Surface[] = [
  {
    id: 'postman-collection',
    tool: 'Postman',
    file: '*.postman_collection.json',
    files: /\.postman_collection\.json$/,
    format: 'jsonc',
    secrets: [
      { at: ['/variable/*/value', '/**/item/*/variable/*/value'], named: 'beside', move: inStore('Postman') },
      {
        at: [
          '/**/auth/*/*/value',
          '/**/request/header/*/value',
          '/**/request/url/query/*/value',
          '/**/request/body/urlencoded/*/value',
          '/**/request/body/formdata/*/value',
        ],
        named: 'beside',
        move: postmanVariable,
      },
      {
        at: ['/**/request/url', '/**/request/url/raw', '/**/request/url/path/*', '/**/request/body/raw'],
        move: postmanVariable,
      },
    ],
    source: postmanSource,
  },
  {
    id: 'postman-environment',
    tool: 'Postman',
    file: '*.postman_environment.json, *.postman_globals.json',
    files: /\.postman_(?:environment|globals)\.json$/,
    format: 'jsonc',
    secrets: [{ at: ['/values/*/value'], named: 'beside', move: inStore('Postman') }],
    source: postmanSource,
  },
  {
    id: 'insomnia-export',
    tool: 'Insomnia',
    file: 'Insomnia_*.json with _type: export',
    files: /\.json$/,
    mark: '"__export_format"',
    isOne: (text) => /"_type"\s*:\s*"export"/.test(text),
    format: 'jsonc',
    secrets: [
      { at: ['/resources/*/data/**'], named: 'setting', move: inStore('Insomnia') },
      { at: ['/resources/*/authentication/*'], named: 'setting', move: insomniaVariable },
      {
        at: ['/resources/*/headers/*/value', '/resources/*/parameters/*/value'],
        named: 'beside',
        move: insomniaVariable,
      },
      { at: ['/resources/*/url', '/resources/*/body/text'], move: insomniaVariable },
    ],
    source: insomniaSource,
  },
  {
    id: 'insomnia-collection',
    tool: 'Insomnia',
    file: '*.yaml of Insomnia 5',
    files: /\.ya?ml$/,
    mark: '.insomnia.rest/',
    isOne: (text) => /^type: (?:collection|spec|environment)\.insomnia\.rest\//m.test(text),
    format: 'yaml',
    secrets: [
      { at: ['/environments/**'], named: 'setting', move: inStore('Insomnia') },
      { at: ['/collection/**/authentication/*'], named: 'setting', move: insomniaVariable },
      {
        at: ['/collection/**/headers/*/value', '/collection/**/parameters/*/value'],
        named: 'beside',
        move: insomniaVariable,
      },
      { at: ['/collection/**/url', '/collection/**/body/text'], move: insomniaVariable },
    ],
    source: insomniaSource,
  },
  {
    id: 'hoppscotch-collection',
    tool: 'Hoppscotch',
    file: '*.json of a Hoppscotch collection',
    files: /\.json$/,
    mark: '"preRequestScript"',
    isOne: (text) => /"(?:folders|requests)"\s*:/.test(text) && /"preRequestScript"\s*:/.test(text),
    format: 'jsonc',
    secrets: [
      { at: ['/**/auth/*'], named: 'setting', move: hoppscotchVariable },
      { at: ['/**/headers/*/value', '/**/params/*/value'], named: 'beside', move: hoppscotchVariable },
      { at: ['/**/requests/*/endpoint', '/**/requests/*/body/body'], move: hoppscotchVariable },
    ],
    source: {
      url: 'https://docs.hoppscotch.io/documentation/clients/cli/overview',
      read: '2026-11-29',
    },
  },
];
