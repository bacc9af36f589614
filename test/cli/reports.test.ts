import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import Ajv from 'ajv-draft-04';
import addFormats from 'ajv-formats';
import type { Log } from 'sarif';
import { formats, rules } from '../../src/engine/index';
import { Repositories } from '../support/gitRepository';
import { madeKey, secretParts } from '../support/keys';
import { formatted, hostileNames, keyRules, withHostileNames } from '../support/reports';
import { keystow } from '../support/temp';

/** The schema of the standard; the package that ships it has it in a file of its own. */
const schema = createRequire(__filename)(
  path.join(
    path.dirname(require.resolve('@microsoft/jest-sarif/package.json')),
    'lib/schemas/sarif-2.1.0-rtm.5.json',
  ),
) as object;
const ajv = new Ajv({ allErrors: true, strict: false, unicodeRegExp: false }); // one of its patterns has a bracket too many
addFormats(ajv);
const validate = ajv.compile(schema);

function readSarif(text: string): Log {
  const log = JSON.parse(text) as Log;
  validate(log);
  assert.deepEqual(validate.errors ?? [], []);
  return log;
}

const openai = madeKey('openai-project-key');

describe('reports of keystow audit', () => {
  const repositories = new Repositories();
  after(() => repositories.remove());

  it('the schema refuses what is no SARIF', () => {
    assert.equal(validate({ version: '2.1.0', runs: [{}] }), false);
    assert.equal(validate({ version: '2.1.0', runs: [], more: 1 }), false);
  });

  it('writes SARIF that is valid, with rules, places and fingerprints', async () => {
    const ws = repositories.empty({
      'src/a b.ts': `\nconst k = "${openai}";\n`,
      Dockerfile: 'FROM a\nENV DB_PASSWORD=correct-horse-9\n',
      'mine.txt': 'acme_Zk3vQ9xW2bN8mR4tY7\n',
      '.keystow.json': '{ "rules": [{ "id": "acme-api-key", "prefix": "acme_" }] }',
    });
    const { code, out } = await keystow(ws.dir, ['audit', '--format', 'sarif']);
    assert.equal(code, 1);
    const [run] = readSarif(out).runs;
    const { driver } = run?.tool ?? { driver: { name: '' } };
    assert.deepEqual(
      [driver.name, driver.version, driver.semanticVersion, driver.informationUri],
      ['Keystow', '0.1.0', '0.1.0', 'https://github.com/keystow/keystow'],
    );
    assert.equal(run?.columnKind, 'utf16CodeUnits');
    assert.deepEqual(run?.invocations, [{ executionSuccessful: true, toolExecutionNotifications: [] }]);
    assert.deepEqual(
      driver.rules?.map(({ id, helpUri, defaultConfiguration, properties }) => [
        id,
        helpUri,
        defaultConfiguration?.level,
        properties?.['security-severity'],
      ]),
      [
        ['acme-api-key', undefined, undefined, undefined],
        [
          'dockerfile-env-key',
          'https://github.com/keystow/keystow/blob/main/docs/rules.md#dockerfile-env-key',
          'error',
          '8.0',
        ],
        [
          'openai-project-key',
          'https://github.com/keystow/keystow/blob/main/docs/rules.md#openai-project-key',
          'error',
          '8.0',
        ],
      ],
    );
    const help = driver.rules?.[2]?.help;
    assert.match(help?.markdown ?? '', /Make or revoke it: <https:\/\/platform\.openai\.com\/api-keys>/);
    assert.match(help?.text ?? '', /Make or revoke it: https:\/\/platform\.openai\.com\/api-keys/);
    const key = run?.results?.find(({ ruleId }) => ruleId === 'openai-project-key');
    assert.equal(driver.rules?.[key?.ruleIndex ?? -1]?.id, 'openai-project-key');
    assert.deepEqual(key?.locations?.[0]?.physicalLocation, {
      artifactLocation: { uri: 'src/a%20b.ts', uriBaseId: '%SRCROOT%' },
      region: { startLine: 2, startColumn: 12, endLine: 2, endColumn: 12 + openai.length },
    });
    const json = JSON.parse((await keystow(ws.dir, ['audit', '--format', 'json'])).out) as {
      findings: { rule: string; fingerprint: string }[];
    };
    assert.equal(
      key?.partialFingerprints?.['keystow/v1'],
      json.findings.find(({ rule }) => rule === 'openai-project-key')?.fingerprint,
    );
  });

  it('writes valid SARIF for every rule, for hostile names, and for what failed', async () => {
    const report = await withHostileNames();
    const [first] = report.findings;
    assert.ok(first);
    const log = readSarif(
      formatted('sarif', {
        findings: [...report.findings, ...rules.map(({ id }) => ({ ...first, rule: id, file: '\ud800' }))],
        skipped: [
          { file: 'locked\n.ts', reason: 'unreadable' },
          { file: 'a.bin', reason: 'binary' },
        ],
        stats: { files: 2, bytes: 2 },
        cancelled: true,
      }),
    );
    const [run] = log.runs;
    assert.equal(run?.tool.driver.rules?.length, rules.length);
    const uris = run?.results?.map(
      ({ locations }) => locations?.[0]?.physicalLocation?.artifactLocation?.uri,
    );
    assert.deepEqual(
      new Set(uris?.map((uri) => decodeURIComponent(uri ?? ''))),
      new Set([...hostileNames, '\ufffd']),
    );
    const [invocation] = run?.invocations ?? [];
    assert.equal(invocation?.executionSuccessful, false);
    const off = rules.filter((rule) => rule.off === true).map(({ id }) => id);
    const described = run?.tool.driver.rules ?? [];
    assert.deepEqual(
      described.filter((one) => one.defaultConfiguration?.enabled === false).map(({ id }) => id),
      off.toSorted(),
    );
    assert.deepEqual(
      invocation?.ruleConfigurationOverrides?.map(({ descriptor, configuration }) => [
        described[descriptor.index ?? -1]?.id,
        configuration.enabled,
      ]),
      off.toSorted().map((id) => [id, true]),
    );
    assert.deepEqual(
      invocation?.toolExecutionNotifications?.map(({ message }) => message.text),
      ['locked?.ts: unreadable', 'The audit was stopped before its end.'],
    );
  });

  it('takes no part of a message for a link or a placeholder', async () => {
    const report = await withHostileNames();
    const [first] = report.findings;
    assert.ok(first);
    const text = formatted('sarif', { ...report, findings: [{ ...first, message: 'a [b](c) {0} \\ d' }] });
    assert.equal(readSarif(text).runs[0]?.results?.[0]?.message.text, 'a \\[b\\](c) {{0}} \\\\ d');
  });

  it('ticks in the checklist only what was asked of the whole project', async () => {
    const ws = repositories.empty({ 'src/a.ts': 'x\n' });
    const ticks = async (...args: readonly string[]): Promise<number> =>
      (await keystow(ws.dir, ['audit', '--format', 'markdown', ...args])).out.split('\n- [x] ').length - 1;
    assert.equal(await ticks(), 14);
    assert.equal(await ticks('.'), 14);
    assert.equal(await ticks('src'), 0);
  });

  it('writes every format to a file, with no part of a key', async () => {
    const ws = repositories.empty(
      Object.fromEntries(keyRules.map((rule) => [`src/${rule}.ts`, `const k = "${madeKey(rule)}";\n`])),
    );
    for (const { id } of formats) {
      const { code, out, err } = await keystow(ws.dir, ['audit', '--format', id, '--output', 'report']);
      assert.deepEqual([code, out, err], [1, '', ''], id);
      const written = readFileSync(ws.path('report'), 'utf8');
      assert.ok(written.includes(keyRules[0]), id);
      for (const rule of keyRules)
        for (const part of secretParts(madeKey(rule)))
          assert.ok(!written.includes(part), `${id} holds a part of ${rule}`);
    }
  });
});
