import assert from 'node:assert/strict';
import { pushRefusal } from '../../../src/engine/index';

const commit = '5477a7dd26384ed3c8b3814ee677f755ad27a597';
const other = '03d69e5d3b1cf0f1ae5b0a1a2b1d7e0d4b2c9a11';

/** As git prints it, with the marks of the remote in front and the spaces behind. */
const fromRemote = (...lines: readonly string[]): string =>
  `${lines.map((line) => `remote: ${line}${line === '' ? '' : '        '}\n`).join('')}To https://user:word@github.com/a/b.git\n ! [remote rejected] main -> main (push declined due to repository rule violations)\nerror: failed to push some refs\n`;

const github = fromRemote(
  'error: GH013: Repository rule violations found for refs/heads/main.',
  '',
  '- GITHUB PUSH PROTECTION',
  '  —————————————————————————————————————————',
  '    Resolve the following violations before pushing again',
  '',
  '    - Push cannot contain secrets',
  '',
  '     (?) Learn how to resolve a blocked push',
  '     https://docs.github.com/code-security/secret-scanning/pushing-a-branch-blocked-by-push-protection',
  '',
  '     (?) This repository does not have Secret Scanning enabled, but is eligible. Enable Secret Scanning to view and manage detected secrets.',
  '     Visit the repository settings page, https://github.com/a/b/settings/security_analysis',
  '',
  '      —— OpenAI API Key ————————————————————————————————————',
  '       locations:',
  `         - commit: ${commit}`,
  '           path: src/ask: me.ts:34',
  `         - commit: ${other}`,
  '           path: src/ask: me.ts:30',
  '',
  '       (?) To push, remove secret from commit(s) or follow this URL to allow the secret.',
  '       https://github.com/a/b/security/secret-scanning/unblock-secret/2gakJrAududURpxlhIZdNlX14ZZ',
  '',
  '      —— GitHub Personal Access Token ——————————————————————',
  '       locations:',
  `         - commit: ${commit}`,
  '           path: .env:6',
);

describe('a push that was refused', () => {
  it('is read from what GitHub says', () => {
    assert.deepEqual(pushRefusal(github), {
      server: 'GitHub',
      switches: 'https://github.com/a/b/settings/security_analysis',
      keys: [
        {
          kind: 'OpenAI API Key',
          places: [
            { commit, file: 'src/ask: me.ts', line: 34 },
            { commit: other, file: 'src/ask: me.ts', line: 30 },
          ],
          allow: 'https://github.com/a/b/security/secret-scanning/unblock-secret/2gakJrAududURpxlhIZdNlX14ZZ',
        },
        { kind: 'GitHub Personal Access Token', places: [{ commit, file: '.env', line: 6 }] },
      ],
    });
  });

  it('is read from what GitLab says', () => {
    const keys = [
      {
        kind: 'GitLab personal access token',
        places: [{ commit: other, file: 'a b/test.txt', line: 2 }],
      },
    ];
    for (const mark of ['', '| ']) {
      const text = fromRemote(
        'GitLab:',
        'PUSH BLOCKED: Secrets detected in code changes',
        '',
        `Secret push protection found the following secrets in commit: ${other}`,
        '',
        `-- a b/test.txt:2 ${mark}GitLab personal access token`,
      );
      assert.deepEqual(pushRefusal(text), { server: 'GitLab', keys });
    }
  });

  it('is read with colours, other line ends and without places', () => {
    assert.deepEqual(pushRefusal(github.replaceAll('\n', '\r\n')), pushRefusal(github));
    assert.deepEqual(pushRefusal(github.replaceAll('remote: ', '\u001b[1;31mremote\u001b[m: ')), {
      ...pushRefusal(github),
    });
    assert.deepEqual(pushRefusal('remote: error: GH009: Secrets detected! This push failed.\n'), {
      server: 'GitHub',
      keys: [],
    });
  });

  it('leads out of the repository nowhere, whatever the server says', () => {
    const text = github
      .replaceAll('src/ask: me.ts', '../../../etc/passwd')
      .replaceAll('.env:6', '/etc/passwd:6')
      .replaceAll('OpenAI', '\u202e\u0007OpenAI');
    const keys = pushRefusal(text)?.keys ?? [];
    assert.deepEqual(
      keys.map(({ kind, places }) => [kind, places]),
      [
        ['??OpenAI API Key', []],
        ['GitHub Personal Access Token', []],
      ],
    );
  });

  it('is none where a push failed for another reason', () => {
    for (const text of [
      '',
      ' ! [rejected] main -> main (non-fast-forward)\n',
      'remote: error: GH013: Repository rule violations found for refs/heads/main.\nremote: - Changes must be made through a pull request.\n',
      'remote: Permission to a/b.git denied to c.\n',
    ])
      assert.equal(pushRefusal(text), undefined);
  });

  it('takes a long answer', () => {
    const long = fromRemote(
      '- GITHUB PUSH PROTECTION',
      ...Array.from({ length: 20_000 }, (_, index) => `—— Key ${index} ——`),
    );
    assert.equal(pushRefusal(long)?.keys.length, 50);
  });
});
