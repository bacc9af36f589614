import assert from 'node:assert/strict';
import { mayHoldSecret, mayNameSecret } from '../../../src/engine/analysers/mayNameSecret';
import { looksSecret } from '../../../src/engine/detectors/secretValue';
import { scanDocument } from '../../../src/engine/index';
import { fixtures } from '../../support/fixtures';
import { fill, sections } from '../../support/markers';

const value = ['q8Zr4TnW2', 'xYb7Lk1'].join('');
const quoting = ["aB3d'E5gH", '7jK9'].join("'");

describe('what may name a secret', () => {
  it('is no name of an object where one part of it is random', () => {
    for (const one of [
      ['prod-Zr4TnW2', 'xYb7Lk1-deploy'],
      ['shop-live-q8zr4', 'tnw2xyb7lk1'],
    ])
      assert.ok(looksSecret(one.join('')));
  });

  it('is every text in which one is found', () => {
    let found = 0;
    for (const { path, body } of fixtures.flatMap(({ text }) => sections(text))) {
      const { text } = fill(body);
      if (!scanDocument({ path, text }).some(({ rule }) => rule === 'config-secret')) continue;
      found++;
      assert.ok(mayNameSecret(text, true), path);
    }
    assert.ok(found > 80, found.toString());
  });

  for (const text of [
    `apiKey: ${value}`,
    `api-key:\n  ${value}`,
    `api_key: >-\n  ${value}`,
    `"apiKey": "${value}",`,
    `'Authorization': 'Bearer ${value}'`,
    `- SHOP_TOKEN=${value}`,
    `<password>${value}</password>`,
    `password = pa"ss${value}`,
    `{a: 1, token: ${value}}`,
    `//host/:_authToken=${value}`,
    `password: # c\n    ${value}`,
    `password: |- # c\n  ${value}`,
    `password: &x |-\n ${value}`,
    `password:\n\n  ${value}`,
    `"password": // c\n "${value}"`,
    `<a.token a="b">${value}</a.token>`,
    `<a.token\n>${value}</a.token\n>`,
    `<password>\n\n${value}\n</password>`,
    `B_TOKEN = """\n${value}"""`,
    `token:\n  - b\n  - '${value}'`,
    `"A_TOKEN"\n : "${value}"`,
    `token_: ${value}`,
    `{"A_TOKEN":"${quoting}","b":1}`,
    `{${'key: a, '.repeat(100)}token:${value},c:1}`,
  ])
    it(text.replace(value, '…'), () => assert.ok(mayNameSecret(text)));

  for (const text of [
    `keyboard: ${value}`,
    'token: ${' + 'SHOP_TOKEN_2}',
    'secretKeyRef: { name: shop-2, key: API_KEY }',
    `password:${'\n- a'.repeat(7)}\n${value}`,
    `image: shop@sha256:${value}\npassword: changeme`,
  ])
    it(`not: ${text.replace(value, '…')}`, () => assert.ok(!mayNameSecret(text)));

  for (const text of [
    `name: A_TOKEN\nvalue: >-\n    ${value}`,
    `name: A_TOKEN\nvalue:\n  '${value}'`,
    `A_TOKEN:\n  Type: String\n  Default:\n  '${value}'`,
    `{"key":"A_TOKEN","description":"${'a '.repeat(400)}","value":"${value}"}`,
  ])
    it(`apart: ${text.replaceAll(value, '…').slice(0, 60)}`, () => assert.ok(mayNameSecret(text, true)));

  it('is not what stands far from it', () =>
    assert.ok(!mayNameSecret(`{"key":"A_TOKEN","a":"${'a '.repeat(1200)}","value":"${value}"}`, true)));

  for (const text of [
    '"key": "a", '.repeat(80_000),
    'token:\n'.repeat(150_000),
    'token:token'.repeat(90_000),
    'token '.repeat(170_000),
    `token:\n${'1:a'.repeat(330_000)}\n`,
    `token:${'=1a'.repeat(330_000)}\n`,
    `token: a1${')'.repeat(1_000_000)}b`,
    `token: ${'&!'.repeat(500_000)}`,
    `"value":"${value}",`.repeat(40_000),
    'value:\n'.repeat(150_000),
  ])
    it(`is told at once of a megabyte: ${text.slice(0, 8).trim()}`, () => {
      const start = performance.now();
      mayNameSecret(text, true);
      mayHoldSecret(text);
      assert.ok(performance.now() - start < 2000);
    });
});
