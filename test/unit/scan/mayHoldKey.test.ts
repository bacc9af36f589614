import assert from 'node:assert/strict';
import { kindsOf } from '../../../src/engine/detectors/detector';
import { detectors } from '../../../src/engine/detectors/index';
import { explainKeys, mayHoldKey } from '../../../src/engine/index';
import { defaultSettings } from '../../../src/engine/model/settings';
import { withPolicy } from '../../../src/engine/policy/inForce';
import { createKeyFinder, keyPrefixes } from '../../../src/engine/scan/findKeys';
import { type Filling, places } from '../../eval/positives';
import { fixtures } from '../../support/fixtures';
import { madeKey } from '../../support/keys';
import { fill, sections } from '../../support/markers';
import { readPolicy } from '../../support/policy';
import { randomText } from '../../support/random';

/** What `explainKeys` finds, it finds without the gate. */
const isFound = (path: string, text: string): boolean =>
  explainKeys({ path, text }).some(({ rejected }) => rejected === undefined);
const isLetThrough = (text: string): boolean => mayHoldKey(text, defaultSettings);

describe('mayHoldKey', () => {
  it('lets through every text of the fixtures in which a key is found', () => {
    let keys = 0;
    for (const fixture of fixtures.filter(({ path }) => path.startsWith('scan/')))
      for (const { path, body } of sections(fixture.text)) {
        const { text } = fill(body);
        if (!isFound(path, text)) continue;
        keys++;
        assert.ok(isLetThrough(text), `${fixture.path}: ${path}`);
      }
    assert.ok(keys > 10);
  });

  it('lets through every kind of key, wherever developers leave it', () => {
    let found = 0;
    for (const [index, detector] of detectors.entries())
      for (const kind of kindsOf(detector)) {
        const key = kind.example(randomText(index));
        const filling: Filling = {
          key,
          env: kind.envName,
          id: detector.id,
          brand: detector.title.replace(/\W/g, ''),
          host: `api.${detector.id}.com`,
        };
        for (const [path, write] of places.filter((_, place) => place % 5 === index % 5)) {
          const text = write(filling);
          if (!isFound(path, text)) continue;
          found++;
          assert.ok(isLetThrough(text), `${kind.rule} ${path}`);
        }
      }
    assert.ok(found > 1000);
  });

  it('lets through the shortest keys that are taken for one', () => {
    const find = createKeyFinder(keyPrefixes(detectors));
    for (const { kinds } of detectors)
      for (const { rule, prefixes, example } of kinds) {
        const key = example(randomText(3));
        for (let length = key.length; length > 0; length--) {
          const text = `"${key.slice(0, length)}"`;
          if (find(text).length > 0) assert.ok(isLetThrough(text), `${rule}: ${length} characters`);
        }
        assert.ok(prefixes.length > 0);
      }
  });

  it('lets through keys in pieces, however they are cut', () => {
    const key = madeKey('openai-project-key');
    for (const glue of ['" + "', '"\n  "', '" \\\n  "', '""', "', '"])
      for (const size of [1, 2, 3, 7, 12, 19, 40]) {
        const parts = key.match(new RegExp(`.{1,${size}}`, 'g')) ?? [];
        const [quote = ''] = glue;
        const list = parts.join(glue);
        for (const text of [`k = ${quote}${list}${quote};\n`, `k = [${quote}${list}${quote}].join('');\n`])
          if (isFound('a.js', text)) assert.ok(isLetThrough(text), `${JSON.stringify(glue)} ${size}`);
      }
  });

  it('lets through what the rules of a policy tell', async () => {
    const policy = await readPolicy(
      '{ "rules": [{ "id": "acme-login", "pattern": "login:([0-9a-z]{6})" }, { "id": "acme-key", "prefix": "acme_", "minLength": 8 }] }',
    );
    assert.deepEqual(policy.problems, []);
    const settings = withPolicy(defaultSettings, policy);
    assert.ok(mayHoldKey('login:a7x2q9\n', settings));
    assert.ok(mayHoldKey('k = acme_a7x2q9k4\n', settings));
    assert.ok(!mayHoldKey('k = 1\n', settings));
  });

  it('holds back what holds none', () => {
    for (const text of [
      '',
      'const a = await fetch(`https://example.org/${id}`);\n',
      'import { someVeryLongNameOfAFunction } from "./some/path/that/is/rather/long";\n',
      '"version": "1.2.3",\n"name": "a" + "b"\n',
    ])
      assert.ok(!isLetThrough(text), text);
  });
});
