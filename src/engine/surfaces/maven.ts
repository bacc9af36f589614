import { wordsOf } from '../detectors/credentialNames';
import { fromEnvironment, reference } from './moves';
import type { Move, Surface } from './surface';

/** `${env.X}`, also within a longer text; where the variable is missing it stays as it is written. */
const variable: Move = reference((name) => `\${env.${name}}`, fromEnvironment('Maven'));

/** `sonar.token` → `SONAR_TOKEN` */
const shout = (name: string): string => wordsOf(name).toUpperCase().replaceAll(' ', '_');

/** Others have keys in a text too, which are named by whose they are. */
const secretProperty = /key|token|secret|pass|auth|credential/i;

export const maven: readonly Surface[] = [
  {
    id: 'maven-settings',
    tool: 'Maven',
    file: 'settings.xml',
    files: /(?:^|\/)[\w.-]*settings[\w.-]*\.xml$/i,
    isOne: (text) =>
      /<settings[\s>]/.test(text) && /maven\.apache\.org\/SETTINGS|<(?:servers|proxies|profiles)>/.test(text),
    format: 'xml',
    secrets: [
      {
        at: ['/settings/servers/server*/passphrase/#text*'],
        named: 'setting',
        variable: () => 'PRIVATE_KEY_PASSWORD',
        move: variable,
      },
      {
        at: ['servers/server*/password', 'servers/server*/configuration/**', 'proxies/proxy*/password'].map(
          (part) => `/settings/${part}/#text*`,
        ),
        named: 'setting',
        move: variable,
      },
      {
        at: ['/settings/profiles/profile*/properties/*/#text*'],
        named: 'setting',
        names: secretProperty,
        variable: shout,
        move: variable,
      },
      { at: ['/settings/**/#text*'], move: variable },
    ],
    source: { url: 'https://maven.apache.org/settings.html', read: '2026-11-29' },
  },
  {
    id: 'maven-pom',
    tool: 'Maven',
    file: 'pom.xml',
    files: /(?:^|\/)pom(?:[.-][\w-]+)?\.xml$/,
    format: 'xml',
    // Of attributes the documentation says nothing.
    secrets: [
      {
        at: ['', '/profiles/profile*'].flatMap((part) => [
          `/project${part}/properties/*/#text*`,
          `/project${part}/build/**/configuration/**/#text*`,
          `/project${part}/reporting/**/configuration/**/#text*`,
        ]),
        named: 'setting',
        names: secretProperty,
        variable: shout,
        move: variable,
      },
      { at: ['/project/**/#text*'], move: variable },
    ],
    source: { url: 'https://maven.apache.org/pom.html#properties', read: '2026-11-29' },
  },
];
