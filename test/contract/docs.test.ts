import assert from 'node:assert/strict';
import { policySchema, readme, rulesPage } from '../../scripts/docs';
import { manifestText } from '../../scripts/manifest';
import { rules } from '../../src/engine/index';
import { acceptanceNames } from '../../src/engine/policy/acceptances';
import { policyNames } from '../../src/engine/policy/parsePolicy';
import { textOf } from '../support/sources';

describe('documentation', () => {
  it('docs/rules.md is what the code says: run npm run docs', () =>
    assert.equal(textOf('docs/rules.md'), rulesPage()));
  it('the README has the settings of package.json: run npm run docs', () =>
    assert.equal(textOf('README.md'), readme()));
  it('the schema of the policy has every id and every name: run npm run docs', () => {
    assert.equal(textOf('media/keystow.schema.json'), policySchema());
    const { properties } = JSON.parse(policySchema());
    assert.deepEqual(Object.keys(properties).sort(), [...policyNames].sort());
    assert.deepEqual(Object.keys(properties.accepted.items.properties), [...acceptanceNames]);
  });
  it('has an anchor for every rule', () => {
    for (const { id } of rules) assert.ok(textOf('docs/rules.md').includes(`\n## ${id}\n`), id);
  });
  it('names only commands and settings that exist', () => {
    const manifest = manifestText();
    for (const [id] of textOf('README.md').matchAll(/(?<![./])\bkeystow\.[a-zA-Z]+\b/g))
      assert.ok(manifest.includes(`"${id}"`), id);
    for (const [, title = ''] of textOf('README.md').matchAll(/\*\*Keystow: ([^*]+)\*\*/g)) {
      assert.ok(manifest.includes(`"title": "${title}"`), title);
    }
  });
});
