import { t } from '../text/l10n';
import { exported, stays } from './moves';
import type { Move, SecretPlace, Surface } from './surface';

/** Looked up where Ansible runs, when the value is used. */
const variable = exported('Ansible', (name) => `{{ lookup('ansible.builtin.env', '${name}') }}`);

const source = {
  url: 'https://docs.ansible.com/projects/ansible-core/2.18/collections/ansible/builtin/env_lookup.html',
  read: '2026-11-29',
} as const;

const settings: readonly SecretPlace[] = [
  { at: ['/**/environment/*'], named: 'entry', move: variable },
  {
    at: ['when', 'that', 'failed_when', 'changed_when', 'until'].flatMap((name) => [
      `/**/${name}`,
      `/**/${name}/*`,
    ]),
    move: stays(() => t('A condition is an expression already. Put the key into a variable first.')),
  },
  { at: ['/**'], named: 'setting', move: variable },
];

/** What stands behind a host is split at blanks before it is read. */
const hostLine = stays(() =>
  t(
    'A line of a host splits its values at blanks. Move the variable to a [group:vars] section, or to host_vars.',
  ),
);

const inSection: Move = {
  ...variable,
  choose: ([section]) => (/:vars$/.test(String(section)) ? undefined : hostLine),
};

export const ansible: readonly Surface[] = [
  {
    id: 'ansible-vars',
    tool: 'Ansible',
    file: 'group_vars/*, host_vars/*',
    files: /(?:^|\/)(?:group_vars|host_vars)\/(?:[\w.-]+\/)*[\w-]+(?:\.ya?ml)?$/,
    isOne: (text) => !text.startsWith('$ANSIBLE_VAULT'),
    format: 'yaml',
    secrets: settings,
    source,
  },
  {
    id: 'ansible-playbook',
    tool: 'Ansible',
    file: '*.yml with hosts and tasks or roles',
    files: /\.ya?ml$/,
    mark: 'hosts:',
    isOne: (text) =>
      /^-[ \t]+(?:name|hosts):/m.test(text) &&
      /^(?:-[ \t]+|[ \t]+)hosts:/m.test(text) &&
      /^[ \t]+(?:tasks|roles|vars|vars_files|pre_tasks):/m.test(text),
    format: 'yaml',
    secrets: settings,
    source,
  },
  {
    id: 'ansible-role',
    tool: 'Ansible',
    file: 'roles/*/tasks/*.yml, roles/*/vars/*.yml',
    files: /(?:^|\/)roles\/[\w.-]+\/(?:tasks|handlers|vars|defaults)\/(?:[\w.-]+\/)*[\w.-]+\.ya?ml$/,
    isOne: (text) => !text.startsWith('$ANSIBLE_VAULT'),
    format: 'yaml',
    secrets: settings,
    source,
  },
  {
    id: 'ansible-inventory',
    tool: 'Ansible',
    file: 'hosts.ini, inventory',
    files: /(?:^|\/)(?:hosts|inventory)(?:\.ini)?$|(?:^|\/)inventor(?:y|ies)\/[\w./-]+\.ini$/,
    isOne: (text) => /^\[[\w.-]+(?::(?:vars|children))?\]/m.test(text),
    format: 'ini',
    secrets: [{ at: ['/*/*'], named: 'setting', names: /^\w+$/, move: inSection }],
    source,
  },
];
