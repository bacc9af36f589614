import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { parseEnv } from 'node:util';
import { parse } from 'dotenv';
import { updateEnv } from '../../src/engine/fixes/envWriter';
import { applyEdits, isRefusal, type TextEdit } from '../../src/engine/index';
import { seeded } from '../support/random';

const rounds = 10_000;

/** Lines that env files hold, clean ones that a shell may run first. */
const clean = [
  'A=1',
  'export B=two',
  "C='x # y'",
  '# note',
  '',
  'D=',
  'E="multi\nline"',
  'export  F=""',
  'LONG=abc/def+ghi==',
];
const wild = [
  '  G=`g`',
  'not a line',
  'H: v',
  'I=\t7 ',
  'J = spaced',
  'K="a # b" # c',
  'M=a#b',
  'my-key=v',
  'N=pa$B',
  'X=',
  'X=old12345',
  "O=it's",
  'P=a b c',
  '\uFEFFQ=1',
];

/** Values of keys and passwords, from what every reader takes bare to what needs quotes. */
const classes = [
  { alphabet: 'abcXYZ0189_-', quoted: false },
  { alphabet: 'abcXYZ019+/=.:@%,', quoted: false },
  { alphabet: 'abc 019#&;|<>()~!', quoted: true },
  { alphabet: 'abc019"*?[]{}', quoted: true },
];

interface Case {
  readonly text: string;
  readonly name: string;
  readonly value: string;
  readonly isClean: boolean;
  readonly isBare: boolean;
}

/** Seeded env files after a value was stored in them; whatever else was in them is unchanged. */
function stored(): readonly Case[] {
  const next = seeded(20261125);
  const below = (limit: number): number => Math.floor(next() * limit);
  const pick = <T>(items: readonly T[]): T => items[below(items.length)] as T;
  const cases: Case[] = [];
  for (let round = 0; round < rounds; round++) {
    const isClean = next() < 0.5;
    const eol = !isClean && next() < 0.3 ? '\r\n' : '\n';
    const lines = Array.from({ length: below(8) }, () =>
      pick(isClean ? clean : [...clean, ...wild]).replaceAll('\n', eol),
    );
    const before = lines.join(eol) + pick(['', eol]);
    const { alphabet, quoted } = pick(classes);
    const body = Array.from({ length: 8 + below(40) }, () => alphabet[below(alphabet.length)]).join('');
    const value = quoted ? body : `k${body}`;
    const update = updateEnv(before, [{ name: 'X', value }]);
    assert.ok(!isRefusal(update), JSON.stringify([before, value]));
    const text = applyEdits(before, update.edits);
    const name = update.names[0] ?? '';
    // Only one line is new or was filled in: with it taken out the file is what it was without that line.
    assert.equal(takenBack(before, text, update.edits), before);
    const { [name]: own, ...others } = parse(text);
    assert.equal(own, value, JSON.stringify(before));
    const { [name]: _, ...old } = parse(before);
    assert.deepEqual(others, old, JSON.stringify(before));
    cases.push({ text, name, value, isClean, isBare: !quoted });
  }
  return cases;
}

describe(`the env file's writer, over ${rounds} files`, () => {
  let cases: readonly Case[] = [];

  it('changes nothing else, and dotenv reads the value back', () => {
    cases = stored();
    assert.equal(cases.length, rounds);
  });

  it('Node.js reads it back', () => {
    for (const { text, name, value } of cases)
      assert.equal(parseEnv(text)[name], value, JSON.stringify(text));
  });

  it('docker --env-file reads a bare value back', () => {
    for (const { text, name, value, isBare } of cases) {
      if (!isBare) continue;
      // docker/cli, pkg/kvfile: a line up to its end, the name up to the first =, nothing trimmed behind it
      const line = text
        .split(/\r?\n/)
        .findLast((one) => one.replace(/^export\s+/, '').startsWith(`${name}=`));
      assert.equal(line?.slice(line.indexOf('=') + 1), value, JSON.stringify(text));
    }
  });

  it('python-dotenv reads it back', function () {
    const python = ['/usr/bin/python3', 'python3'].find((program) => isThere(program, '-c', 'import dotenv'));
    if (python === undefined) return this.skip();
    const program =
      'import io, json, sys, dotenv, logging\nlogging.disable(logging.CRITICAL)\nfor text, name in json.load(sys.stdin): print(json.dumps(dotenv.dotenv_values(stream=io.StringIO(text), interpolate=False).get(name)))';
    compare(python, ['-c', program], JSON.stringify(cases.map(({ text, name }) => [text, name])), cases);
  });

  it('a shell reads it back', function () {
    const shell = '/bin/bash';
    if (!existsSync(shell)) return this.skip();
    const some = cases.filter(({ isClean }) => isClean).slice(0, 3000);
    const script = some
      .map(({ text, name }) => `(\nset -a\n${text}\nset +a\nprintf '"%s"\\n' "$${name}"\n)`)
      .join('\n');
    const { stdout } = spawnSync(shell, ['-s'], { input: script, encoding: 'utf8', maxBuffer: 1 << 26 });
    assert.deepEqual(
      stdout.trimEnd().split('\n'),
      some.map(({ value }) => `"${value}"`),
    );
  });
});

/** The text before, put together from the text after: what the edits do not name is the same. */
function takenBack(before: string, after: string, edits: readonly TextEdit[]): string {
  let result = '';
  let [from, to] = [0, 0];
  for (const { span, newText } of edits.toSorted((a, b) => a.span.start - b.span.start)) {
    const kept = span.start - from;
    result += after.slice(to, to + kept) + before.slice(span.start, span.end);
    to += kept + newText.length;
    from = span.end;
  }
  return result + after.slice(to);
}

const isThere = (program: string, ...args: readonly string[]): boolean =>
  spawnSync(program, args, { stdio: 'ignore' }).status === 0;

function compare(program: string, args: readonly string[], input: string, cases: readonly Case[]): void {
  const { stdout } = spawnSync(program, args, { input, encoding: 'utf8', maxBuffer: 1 << 26 });
  const values = stdout.trimEnd().split('\n');
  assert.equal(values.length, cases.length);
  for (const [index, { text, value }] of cases.entries())
    assert.equal(values[index], JSON.stringify(value), JSON.stringify(text));
}
