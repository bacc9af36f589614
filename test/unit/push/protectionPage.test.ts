import assert from 'node:assert/strict';
import { protectionPage, reviewChecklist, rules } from '../../../src/engine/index';
import { MemoryWorkspace } from '../../support/memoryWorkspace';
import { auditOf } from '../../support/reports';

const pageFor = (...urls: readonly string[]): Promise<string | undefined> => {
  const remotes = urls.map((url, index) => `[remote "r${index}"]\n\turl = ${url}\n\tfetch = +refs/*\n`);
  return protectionPage(
    new MemoryWorkspace({ '.git/config': `[core]\n\tbare = false\n${remotes.join('')}` }),
  );
};

describe('the page of push protection', () => {
  it('is that of the server that a project is pushed to', async () => {
    const github = 'https://github.com/a/b.c/settings/security_analysis';
    for (const url of [
      'git@github.com:a/b.c.git',
      'https://github.com/a/b.c',
      'https://github.com/a/b.c.git/',
      'ssh://git@github.com:22/a/b.c.git',
      'git://github.com/a/b.c',
    ])
      assert.equal(await pageFor(url), github, url);
    assert.equal(
      await pageFor('https://example.invalid/x/y', 'https://gitlab.example.org:8443/g/sub/p.git'),
      'https://gitlab.example.org:8443/g/sub/p/-/security/configuration',
    );
  });

  it('holds nothing of an address but host and path', async () => {
    assert.equal(
      await pageFor('https://ada:pass-word@github.com/a/b'),
      'https://github.com/a/b/settings/security_analysis',
    );
  });

  it('is unknown for other servers, files and broken addresses', async () => {
    for (const url of [
      '/srv/git/github.git',
      '../github',
      'https://bitbucket.org/a/b',
      'https://github.com/a/"b>',
    ])
      assert.equal(await pageFor(url), undefined, url);
    assert.equal(await protectionPage(new MemoryWorkspace({})), undefined);
  });

  it('stands in the checklist of a review', async () => {
    const report = await auditOf({ 'a.ts': 'x\n' }, true);
    const page = 'https://github.com/a/b/settings/security_analysis';
    assert.match(
      reviewChecklist(report, rules, [], page),
      /- \[ \] The server scans what is pushed, and refuses a push with a key in it \*\(for a person\)\*/,
    );
    assert.ok(
      reviewChecklist(report, rules, [], page).endsWith(
        `\n\nSecret scanning and push protection: <${page}>\n`,
      ),
    );
    assert.ok(!reviewChecklist(report, rules, [], undefined).includes('<'));
  });
});
