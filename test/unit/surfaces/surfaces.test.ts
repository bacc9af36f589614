import assert from 'node:assert/strict';
import { scanDocument } from '../../../src/engine/index';
import { surfaceOf, surfaces } from '../../../src/engine/surfaces/index';
import { fixtures } from '../../support/fixtures';
import { fill, sections } from '../../support/markers';

const camel = (id: string): string => id.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

const idsIn = (file: string): ReadonlySet<string> => {
  const text = fixtures.find(({ path }) => path === file)?.text ?? '';
  return new Set(
    sections(text).flatMap(({ path, body }) => surfaceOf({ path, text: fill(body).text })?.id ?? []),
  );
};

describe('surfaces', () => {
  it('have ids of their own, and a source with the day on which it was read', () => {
    assert.equal(new Set(surfaces.map(({ id }) => id)).size, surfaces.length);
    for (const { id, source } of surfaces) {
      assert.match(id, /^[a-z][a-z0-9-]*$/);
      assert.match(source.url, /^https:\/\//, id);
      assert.match(source.read, /^20\d\d-\d\d-\d\d$/, id);
    }
  });

  it('are each tried as they should be', () => {
    const clean = idsIn('scan/configClean.txt');
    for (const { id } of surfaces) assert.ok(clean.has(id), `a clean file of ${id} in scan/configClean.txt`);
  });

  it('are each tried with a secret that only its place tells', () => {
    const leaking = idsIn('scan/configSecrets.txt');
    for (const { id, secrets } of surfaces)
      if (secrets.some(({ named }) => named !== undefined))
        assert.ok(leaking.has(id), `a leaking file of ${id} in scan/configSecrets.txt`);
  });

  it('are each tried with a move, and with the file that it leaves', () => {
    for (const { id, secrets } of surfaces) {
      if (secrets.every(({ move }) => move.refuses === true)) continue;
      const fixture = fixtures.find(({ path }) => path === `moves/config/${camel(id)}.txt`);
      assert.ok(fixture, `moves/config/${camel(id)}.txt`);
      const [source] = sections(fixture.text);
      assert.equal(surfaceOf({ path: source?.path ?? '', text: source?.body ?? '' })?.id, id);
    }
  });

  it('say nothing twice: a key that tells itself is no secret of its place', () => {
    const text = fill(
      '{ "mcpServers": { "a": { "env": { "OPENAI_API_KEY": "«openai-project-key»" } } } }',
    ).text;
    assert.deepEqual(
      scanDocument({ path: '.mcp.json', text }).map(({ rule }) => rule),
      ['openai-project-key'],
    );
  });

  it('give what a broken file has of keys, and nothing else', () => {
    const cases = [
      ['.mcp.json', '{ "mcpServers": { "a": { "env": { "SHOP_TOKEN": "q8Zr4TnW2xYb7Lk1", '],
      ['compose.yaml', 'services:\n  a:\n\t- environment: [\n   : : {'],
      ['.codex/config.toml', '[mcp_servers.a\nenv = { A_TOKEN = "q8Zr4TnW2xYb7Lk1" '],
      ['.npmrc', '[a\n//a:_authToken\n=\n'],
      [
        'nuget.config',
        '<configuration><packageSourceCredentials><a><add key="ClearTextPassword" value="q8Zr',
      ],
      ['pom.xml', '<project><properties><shop.token>q8Zr4TnW2xYb7Lk1</shop.token><a b=<'],
      ['wrangler.jsonc', '\u0000\ud800'],
      ['k8s.yaml', 'apiVersion: v1\nkind: Secret\nstringData: &a\n  password: *a\n  <<: [*b, {'],
    ] as const;
    for (const [path, text] of cases) {
      assert.ok(surfaceOf({ path, text }), path);
      for (const finding of scanDocument({ path, text })) assert.equal(finding.rule, 'config-secret');
      const { text: leaking } = fill(`${text}\n«openai-project-key»`);
      assert.ok(
        scanDocument({ path, text: leaking }).some(({ rule }) => rule === 'openai-project-key'),
        path,
      );
    }
  });
});
