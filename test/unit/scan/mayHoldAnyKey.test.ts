import assert from 'node:assert/strict';
import { analyserFor, analysers } from '../../../src/engine/analysers/index';
import { base62, hex, kindsOf, uuid } from '../../../src/engine/detectors/detector';
import { detectors } from '../../../src/engine/detectors/index';
import { isOrdinary, mayHoldAnyKey } from '../../../src/engine/scan/mayHoldAnyKey';
import { scanDocument } from '../../../src/engine/scan/scanDocument';
import { places } from '../../eval/positives';
import { fixtures } from '../../support/fixtures';
import { madeKey } from '../../support/keys';
import { fill, sections } from '../../support/markers';
import { randomText } from '../../support/random';

describe('what a hook looks for first', () => {
  it('is in every text in which a key is found', () => {
    let found = 0;
    for (const { rule, envName } of detectors.flatMap((detector) => kindsOf(detector))) {
      const key = madeKey(rule);
      for (const text of [
        `const client = new Client("${key}");\n`,
        `${envName}=${key}\n`,
        `export const ${envName} = '${key}';\n`,
        `https://user:${key}@example.invalid/\n`,
        `const key = "${key.slice(0, 12)}" +\n  "${key.slice(12)}";\n`,
        `const head = "${key.slice(0, 14)}";\nconst tail = "${key.slice(14)}";\nconst key = head + tail;\n`,
        `const coded = atob("${btoa(key)}");\n`,
      ]) {
        if (scanDocument({ path: 'a.ts', text }).every(({ category }) => category !== 'key')) continue;
        found++;
        assert.ok(mayHoldAnyKey({ path: 'a.ts', text }), rule);
      }
    }
    assert.ok(found > 500, String(found));
  });

  it('is in every text of the fixtures in which a key is found, and wherever developers leave one', () => {
    const texts = fixtures
      .filter(({ path }) => path.startsWith('scan/'))
      .flatMap(({ text }) => sections(text).map(({ path, body }) => ({ path, text: fill(body).text })));
    for (const [index, detector] of detectors.entries())
      for (const { envName: env, example } of kindsOf(detector)) {
        const brand = detector.title.replace(/\W/g, '');
        const filling = {
          key: example(randomText(index)),
          env,
          id: detector.id,
          brand,
          host: `api.${detector.id}.com`,
        };
        for (const [path, write] of places.filter((_, place) => place % 5 === index % 5))
          texts.push({ path, text: write(filling) });
      }
    let found = 0;
    for (const document of texts) {
      const isFound = scanDocument(document).some(({ category }) => category === 'key');
      if (isFound) found++;
      if (isFound) assert.ok(mayHoldAnyKey(document), document.path);
    }
    assert.ok(found > 1000, String(found));
  });

  it('is in no plain program, nor is what looks like a key where nothing says that it is one', () => {
    const plain = 'import fs from "node:fs";\nexport const some = (a: number) => a + 1;\n'.repeat(50);
    const random = randomText(7);
    for (const text of [
      plain,
      `${plain}export const id = "${uuid(random)}";\n`,
      `${plain}const digest = "${random(hex, 64)}"; // of ${random(hex, 40)}\n`,
      `${plain}const cover = { image: "${random(hex, 32)}", etag: "${random(hex, 32)}" };\n`,
    ])
      assert.equal(mayHoldAnyKey({ path: 'src/a.ts', text }), false, text.slice(plain.length));
    const lock = `{ "node_modules/a": { "integrity": "sha512-${random(base62, 86)}==" } }\n`.repeat(50);
    assert.equal(mayHoldAnyKey({ path: 'package-lock.json', text: lock }), false);
  });

  it('counts what only its name tells where that is asked', () => {
    const document = { path: 'a.ts', text: `const widgetToken = "${randomText(3)(base62, 31)}7";\n` };
    assert.deepEqual(
      scanDocument(document).map(({ rule, severity }) => [rule, severity]),
      [['generic-api-key', 'info']],
    );
    assert.equal(mayHoldAnyKey(document, { customRules: [], generic: true }), true);
    assert.equal(mayHoldAnyKey(document, { customRules: [], generic: false }), false);
  });

  it('is told by shapes and names without flags, which the data does not have', () => {
    for (const { rule, shape, names } of detectors.flatMap(({ inContext = [] }) => inContext))
      assert.equal(shape.flags + names.flags, '', rule);
  });

  it('is not all that is asked of a file that is checked for more', () => {
    for (const name of [
      '.env',
      '.env.local',
      'prod.env',
      '.dev.vars',
      'Dockerfile',
      'api.dockerfile',
      'Containerfile',
      '.gitignore',
    ])
      if (analyserFor({ path: `a/${name}`, text: '' }).check !== undefined)
        assert.equal(isOrdinary(`a/${name}`), false, name);
    for (const { check, claims } of analysers)
      assert.ok(check === undefined || claims.extensions === undefined, 'a check is claimed by name');
    for (const name of [
      'a.ts',
      'tsconfig.json',
      'read.me',
      'go.mod',
      'x/y.py',
      '.prettierrc',
      'src/environment.ts',
    ]) {
      assert.equal(isOrdinary(name), true, name);
      assert.equal(analyserFor({ path: name, text: '' }).check, undefined, name);
    }
  });

  it('tells where a secret may be named, in every file of a tool', () => {
    const files = ['scan/configSecrets.txt', 'scan/terraform.txt'].flatMap((file) =>
      sections(fixtures.find(({ path }) => path === file)?.text ?? ''),
    );
    let found = 0;
    for (const { path, body } of files) {
      const { text } = fill(body);
      if (scanDocument({ path, text }).length === 0) continue;
      found++;
      assert.ok(!isOrdinary(path) || mayHoldAnyKey({ path, text }), path);
    }
    assert.ok(found > 60);
    const value = ['q8Zr4TnW2', 'xYb7Lk1'].join('');
    assert.ok(!mayHoldAnyKey({ path: 'a.yaml', text: `token: ${value}\n` }), 'a file of no tool');
  });
});
