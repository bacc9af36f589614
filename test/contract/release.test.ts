import assert from 'node:assert/strict';
import { parse } from 'yaml';
import { checkRelease, sectionOf } from '../../scripts/release';
import { isPreRelease } from '../../scripts/stores/package';
import { textOf } from '../support/sources';

const changelog = '# Changelog\n\n## 0.2.0 (2026-12-01)\n\n- New.\n\n## 0.1.0\n\n- First.\n';
const ready = { version: '0.2.0' };

describe('a release', () => {
  it('is of the version that package.json, the lock file and the changelog have', () => {
    assert.deepEqual(checkRelease('v0.2.0', ready, ready, changelog), []);
    assert.deepEqual(checkRelease('0.2.0', ready, ready, changelog), [
      'The tag is 0.2.0 and package.json has 0.2.0: tag the commit that has the version, as v0.2.0.',
    ]);
    assert.deepEqual(checkRelease('v0.3.0', { version: '0.3.0' }, ready, changelog), [
      'package-lock.json has 0.2.0 and package.json 0.3.0: run npm install.',
      'CHANGELOG.md says nothing of 0.3.0: add "## 0.3.0" with what changes for users.',
    ]);
  });

  it('waits until publishing is wanted', () => {
    assert.deepEqual(checkRelease('v0.2.0', { ...ready, private: true }, ready, changelog), [
      'package.json has "private": true, which npm does not publish: take it out.',
    ]);
  });

  it('leaves nothing unreleased, and has notes', () => {
    const later = changelog.replace('\n## 0.2.0', '\n## Unreleased\n\n- Later.\n\n## 0.2.0');
    assert.deepEqual(checkRelease('v0.2.0', ready, ready, later), [
      'CHANGELOG.md has entries under Unreleased: move them under "## 0.2.0".',
    ]);
    assert.deepEqual(checkRelease('v0.2.0', ready, ready, later.replace('- Later.\n\n', '')), []);
    assert.equal(checkRelease('v0.2.0', ready, ready, '## 0.2.0\n\n## 0.1.0\n\n- First.\n').length, 1);
    assert.equal(sectionOf(changelog, '0.2.0'), '- New.');
    assert.equal(sectionOf(changelog, '0.1.0'), '- First.');
    assert.equal(sectionOf(changelog, '0.1'), undefined);
    assert.equal(sectionOf('## [0.2.0]\n- New.', '0.2.0'), '- New.');
  });

  it('is a pre-release where the minor version is odd', () => {
    assert.deepEqual(['0.1.0', '0.2.9', '1.11.0', '2.0.1'].map(isPreRelease), [true, false, true, false]);
  });

  it('has a section for the version that there is', () => {
    const { version } = JSON.parse(textOf('package.json')) as { version: string };
    assert.ok(sectionOf(textOf('CHANGELOG.md'), version));
  });
});

interface Workflow {
  readonly permissions: Readonly<Record<string, string>>;
  readonly jobs: Readonly<
    Record<
      string,
      {
        readonly permissions?: Readonly<Record<string, string>>;
        readonly environment?: string;
        readonly needs?: string | readonly string[];
        readonly 'timeout-minutes'?: number;
        readonly steps: readonly { readonly uses?: string; readonly run?: string }[];
      }
    >
  >;
}

describe('the workflows', () => {
  const texts = ['ci', 'release'].map((name) => textOf(`.github/workflows/${name}.yml`));
  const release = parse(texts[1] ?? '') as Workflow;
  const jobs = Object.entries(release.jobs);

  it('pin every action to the commit of a release, the same in both and in what Keystow writes', () => {
    const pins = new Map<string, string>();
    for (const text of [...texts, textOf('src/engine/ci/github.ts')]) {
      const used = Array.from(text.matchAll(/(?:uses: |: ')([\w-]+\/[\w./-]+)@(.*?)'?,?$/gm));
      assert.ok(used.length >= 4);
      for (const [, action = '', pin = ''] of used) {
        assert.match(pin, /^[0-9a-f]{40} # v\d+\.\d+\.\d+$/, action);
        assert.equal(pins.get(action) ?? pin, pin, action);
        pins.set(action, pin);
      }
    }
  });

  it('give each job what it needs and no more', () => {
    assert.deepEqual(release.permissions, {});
    const permissions = Object.fromEntries(jobs.map(([name, job]) => [name, job.permissions]));
    assert.deepEqual(permissions, {
      test: { contents: 'read' },
      build: { contents: 'read' },
      npm: { 'id-token': 'write' },
      marketplace: { contents: 'read', 'id-token': 'write' },
      'open-vsx': { contents: 'read', 'id-token': 'write' },
      github: { attestations: 'write', contents: 'write', 'id-token': 'write' },
    });
    for (const [name, job] of jobs) assert.ok(job['timeout-minutes'], name);
  });

  it('store no token, and publish only from the environment and after every test', () => {
    for (const text of texts)
      assert.doesNotMatch(text, /secrets\.|_TOKEN: (?!\$\{\{ github\.token \}\})|VSCE_PAT|OVSX_PAT/);
    for (const name of ['npm', 'marketplace', 'open-vsx'])
      assert.equal(release.jobs[name]?.environment, 'release');
    assert.deepEqual(release.jobs.npm?.needs, ['test', 'build']);
    for (const name of ['marketplace', 'open-vsx'])
      assert.deepEqual(release.jobs[name]?.needs, ['build', 'npm']);
  });

  it('put no expression into a script', () => {
    for (const [name, { steps }] of jobs)
      for (const { run = '' } of steps) assert.doesNotMatch(run, /\$\{\{/, name);
  });
});
