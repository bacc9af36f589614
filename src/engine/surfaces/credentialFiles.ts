import { t } from '../text/l10n';
import { stays } from './moves';
import type { Surface } from './surface';

/** What tools keep in a home folder, where it is in a project. None of them reads a variable there. */
export const credentialFiles: readonly Surface[] = [
  {
    id: 'netrc',
    tool: 'curl, git and others',
    file: '.netrc, .git-credentials',
    files: /(?:^|\/)(?:[._]netrc|\.git-credentials)$/,
    format: 'lines',
    secrets: [
      {
        at: ['/*'],
        move: stays(() =>
          t(
            'This file reads no variable, and belongs into the home folder. Move it there, so that no project holds it.',
          ),
        ),
      },
    ],
    source: {
      url: 'https://git-scm.com/docs/git-credential-store',
      read: '2026-11-29',
    },
  },
  {
    id: 'docker-auth',
    tool: 'Docker',
    file: '.docker/config.json, .dockercfg',
    files: /(?:^|\/)(?:\.docker\/config\.json|\.dockercfg|\.dockerconfigjson)$/,
    format: 'jsonc',
    secrets: [
      {
        at: ['/auths/*/*', '/*/auth'],
        named: 'setting',
        move: stays(() =>
          t(
            'Docker reads no variable there. Set credsStore to a credential helper, and log in again: docker login leaves no password here then.',
          ),
        ),
      },
    ],
    source: { url: 'https://docs.docker.com/reference/cli/docker/login/', read: '2026-11-29' },
  },
  {
    id: 'kubeconfig',
    tool: 'kubectl',
    file: 'kubeconfig with users',
    files: /(?:^|\/)(?:\.kube\/config|[\w.-]*kubeconfig[\w.-]*)$/,
    isOne: (text) => /^users:/m.test(text) && /^clusters:/m.test(text),
    format: 'yaml',
    secrets: [
      {
        at: ['/users/*/user/**'],
        named: 'setting',
        move: stays(() =>
          t('kubectl reads no variable there. Name a command under users.user.exec that gives the token.'),
        ),
      },
    ],
    source: {
      url: 'https://kubernetes.io/docs/reference/access-authn-authz/authentication/',
      read: '2026-11-29',
    },
  },
  {
    id: 'aws-credentials',
    tool: 'AWS CLI',
    file: '.aws/credentials',
    files: /(?:^|\/)\.aws\/(?:credentials|config)$/,
    format: 'ini',
    secrets: [
      {
        at: ['/*/*'],
        named: 'setting',
        move: stays(() =>
          t(
            'This file reads no variable, and belongs into the home folder. Move it there, or use short-lived access: aws sso login.',
          ),
        ),
      },
    ],
    source: {
      url: 'https://docs.aws.amazon.com/cli/latest/userguide/cli-configure-files.html',
      read: '2026-11-29',
    },
  },
];
