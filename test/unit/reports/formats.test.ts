import assert from 'node:assert/strict';
import type { Log } from 'sarif';
import { type AuditReport, formats } from '../../../src/engine/index';
import { madeKey, secretParts } from '../../support/keys';
import { auditOf, formatted, keyRules, withHostileNames, withKeys } from '../../support/reports';

describe('every report format', () => {
  it('is one of the contract, or GitLab', () =>
    assert.deepEqual(
      formats.map(({ id }) => id),
      ['text', 'json', 'sarif', 'markdown', 'html', 'github', 'gitlab'],
    ));

  it('tells every key and holds no part of its secret', async () => {
    const report = await withKeys();
    assert.deepEqual(report.findings.map(({ rule }) => rule).sort(), [...keyRules].sort());
    for (const { id } of formats) {
      const text = formatted(id, report, { colour: true });
      for (const rule of keyRules) {
        assert.ok(text.includes(rule), `${id} tells ${rule}`);
        for (const part of secretParts(madeKey(rule)))
          assert.ok(!text.includes(part), `${id} holds a part of ${rule}`);
      }
    }
  });

  it('takes a file that is read in part for no failure', async () => {
    const report = await auditOf({ 'src/a.ts': `x = ${'"a" + '.repeat(60_001)}"a";` });
    const skipped = [{ file: 'src/a.ts', reason: 'read in part' as const }];
    assert.deepEqual(report.skipped, skipped);
    assert.deepEqual((JSON.parse(formatted('json', report)) as AuditReport).skipped, skipped);
    const sarif = JSON.parse(formatted('sarif', report)) as Log;
    assert.deepEqual(sarif.runs[0]?.invocations?.[0], {
      executionSuccessful: true,
      toolExecutionNotifications: [],
    });
    assert.equal(formatted('text', report), 'No problems in 1 file (1 read in part).\n');
    for (const id of ['markdown', 'html']) {
      assert.ok(formatted(id, report).includes('No problems in 1 file (1 read in part).'), id);
      assert.ok(!formatted(id, report).includes('Not read'), id);
    }
  });

  it('gives the same bytes for the same input', async () => {
    for (const { id } of formats)
      assert.equal(formatted(id, await withKeys()), formatted(id, await withKeys()), id);
  });

  it('obeys no file name: no control character goes out, and no line is begun by one', async () => {
    const report = await withHostileNames();
    for (const { id } of formats) {
      const text = formatted(id, report);
      const lines = text.split('\n');
      // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what must not be there
      assert.ok(!/[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/.test(text), id);
      const commands = id === 'github' ? /^::error file=x::/ : /^(?:::|##\[)/;
      assert.ok(!lines.some((line) => commands.test(line)), id);
      // What a program reads has the name as it is; what a person reads has it without what would turn it round.
      if (!['json', 'gitlab', 'github'].includes(id)) assert.ok(!/[\u202a-\u202e]/.test(text), id);
    }
  });

  it('names the commit where a finding is of the history, and nobody but to programs', async () => {
    const { findings, ...rest } = await withKeys();
    const origin = { commit: 'c0ffee'.repeat(6), author: 'A <a@a.invalid>', date: '2026-11-28', versions: 1 };
    const report = { ...rest, findings: findings.map((one) => ({ ...one, origin })) };
    for (const id of ['text', 'markdown', 'html', 'github']) {
      const text = formatted(id, report);
      assert.ok(text.includes('c0ffeec0ff') && !text.includes('a.invalid'), id);
    }
  });

  it('writes something where nothing is found', async () => {
    const report = await auditOf({ 'a.ts': 'x\n' });
    for (const { id } of formats) assert.match(formatted(id, report), /\S\n$/, id);
  });
});

describe('github', () => {
  /** As the runner reads a command: src/Runner.Common/ActionCommand.cs, read 2026-11-28. */
  const parse = (line: string) => {
    const [, command = '', properties = '', message = ''] = /^::(\w+) (.*?)::(.*)$/.exec(line) ?? [];
    const back = (text: string): string =>
      text
        .replaceAll('%0D', '\r')
        .replaceAll('%0A', '\n')
        .replaceAll('%3A', ':')
        .replaceAll('%2C', ',')
        .replaceAll('%25', '%');
    const read = properties.split(',').map((pair): [string, string] => {
      const at = pair.indexOf('=');
      return [pair.slice(0, at), back(pair.slice(at + 1))];
    });
    return { command, ...Object.fromEntries(read), message: back(message) };
  };

  it('is a command per finding, that reads back as it was', async () => {
    const report = await withHostileNames();
    const lines = formatted('github', report).trimEnd().split('\n');
    assert.equal(lines.pop(), '9 keys in 9 files.');
    const key = madeKey('openai-project-key');
    assert.deepEqual(
      lines.map(parse),
      report.findings.map(({ file, message }) => ({
        command: 'error',
        file,
        line: '1',
        endLine: '1',
        col: '4',
        endColumn: String(4 + key.length),
        title: 'OpenAI project key',
        message: `${message} (openai-project-key)`,
      })),
    );
  });

  it('leaves columns out where a finding has several lines, and tells information as a notice', async () => {
    const pem = madeKey('gcp-service-account-key').replaceAll('\\n', '\n');
    const report = await auditOf({ 'README.md': `${pem}\n` });
    const [line = ''] = formatted('github', {
      ...report,
      findings: report.findings.map((one) => ({ ...one, severity: 'info' })),
    }).split('\n');
    assert.match(line, /^::notice file=README\.md,line=1,endLine=\d\d?,title=/);
  });
});

describe('gitlab', () => {
  it('has what the Code Quality report asks for', async () => {
    const report = await auditOf({ 'src/a.ts': `\nf("${madeKey('openai-project-key')}")\n` });
    const [issue, ...more] = JSON.parse(formatted('gitlab', report)) as { fingerprint: string }[];
    assert.deepEqual(more, []);
    const { fingerprint, ...rest } = issue ?? { fingerprint: '' };
    assert.match(fingerprint, /^[0-9a-f]{32}$/);
    assert.notEqual(fingerprint, report.findings[0]?.fingerprint);
    assert.deepEqual(rest, {
      description: 'OpenAI project key in plain text. Move it to .env.',
      check_name: 'openai-project-key',
      severity: 'critical',
      location: { path: 'src/a.ts', lines: { begin: 2, end: 2 } },
    });
  });

  it('tells the same value at several places apart, and keeps each when lines move', async () => {
    const line = `f("${madeKey('openai-project-key')}")\n`;
    const prints = async (files: Readonly<Record<string, string>>): Promise<readonly string[]> =>
      (JSON.parse(formatted('gitlab', await auditOf(files))) as { fingerprint: string }[]).map(
        ({ fingerprint }) => fingerprint,
      );
    const first = await prints({ 'a.ts': line + line, 'b.ts': line });
    assert.equal(new Set(first).size, 3);
    assert.deepEqual(await prints({ 'a.ts': `\n\n${line}\n${line}`, 'b.ts': `\n${line}` }), first);
  });
});
