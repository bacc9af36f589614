import assert from 'node:assert/strict';
import { parse } from 'dotenv';
import {
  type Finding,
  fixIdFor,
  isRefusal,
  OverlayWorkspace,
  offersFor,
  planFix,
  scanDocument,
} from '../../../src/engine/index';
import { madeKey } from '../../support/keys';
import { MemoryWorkspace } from '../../support/memoryWorkspace';
import { parsers } from '../../support/parsers';

const openai = madeKey('openai-project-key');

async function mended(text: string, finding: Finding): Promise<string | undefined> {
  const workspace = new OverlayWorkspace(new MemoryWorkspace({ '.env': text }));
  const plan = await planFix({ workspace, parsers }, { path: '.env', text }, finding);
  if (isRefusal(plan)) return undefined;
  workspace.apply(plan.edits);
  const read = await workspace.read('.env');
  return read.kind === 'text' ? read.text : undefined;
}

/** The line, the rule, and what the line becomes: undefined where a person has to know. */
const cases: readonly (readonly [line: string, rule: string, after: string | undefined])[] = [
  ['K = v', 'env-spaces', 'K=v'],
  ['K= v', 'env-spaces', 'K=v'],
  ['K ="a b"', 'env-spaces', 'K="a b"'],
  ['K: v', 'env-colon', 'K=v'],
  ['export K=v', 'env-export', 'K=v'],
  ['K="v-1"', 'env-quotes', 'K=v-1'],
  ["K='v-1'", 'env-quotes', 'K=v-1'],
  ['K=`v-1`', 'env-quotes', 'K=v-1'],
  ['K="abc', 'env-unclosed-quote', 'K=abc'],
  ['K="a b', 'env-unclosed-quote', undefined],
  ['K=ab#cd', 'env-unquoted-hash', "K='ab#cd'"],
  ["K=a'b#cd", 'env-unquoted-hash', undefined],
  ['K=v # a note', 'env-inline-comment', '# a note\nK=v'],
  ['K="v w" # a note', 'env-inline-comment', '# a note\nK="v w"'],
  ['K=v  ', 'env-trailing-blank', 'K=v'],
  ['K=$(date)', 'env-command', undefined],
  ['K="`date`"', 'env-command', undefined],
  ['K=pa$NOPE', 'env-dollar', "K='pa$NOPE'"],
  ['K="pa$NOPE"', 'env-dollar', "K='pa$NOPE'"],
  ['my-key=v', 'env-name', undefined],
  ['K=your-key-here', 'env-placeholder', undefined],
  ['K=<key>', 'env-placeholder', undefined],
  [`# K=${openai}`, 'env-commented-key', ''],
  ['NEXT_PUBLIC_APP_SECRET=q8Zr4TnW2xYb7Lk1', 'public-prefix-secret', undefined],
];

/** Without what is said of the line ends themselves. */
const scanned = (text: string): readonly Finding[] =>
  scanDocument({ path: '.env', text }).filter(({ rule }) => rule !== 'env-crlf');

describe('lines of an env file that not everybody reads alike', () => {
  for (const [line, rule, after] of cases)
    for (const eol of ['\n', '\r\n'])
      it(`${rule}: ${line.replace(openai, '«key»')} with ${JSON.stringify(eol)}`, async () => {
        const text = ['A=1', '# of the team', line, 'Z=2', ''].join(eol);
        const findings = scanned(text);
        assert.deepEqual(
          findings.map((one) => one.rule),
          [rule],
        );
        const [finding] = findings;
        assert.ok(finding);
        const result = await mended(text, finding);
        const lines = after === '' ? [] : after?.split('\n');
        assert.equal(result, lines && ['A=1', '# of the team', ...lines, 'Z=2', ''].join(eol));
        if (result === undefined) return;
        assert.deepEqual(scanned(result), [], 'nothing is left');
        const { A, Z } = parse(result);
        assert.deepEqual([A, Z], ['1', '2']);
        const { main } = await offersFor(
          { workspace: new MemoryWorkspace({ '.env': text }), parsers },
          { path: '.env', text },
          finding,
        );
        assert.ok(main !== undefined && !isRefusal(main) && main.title !== 'Mend the line', rule);
      });

  it('the first of two lines with one name goes, the last one counts', async () => {
    const text = 'K=old\nA=1\nK=new\n';
    const [finding] = scanDocument({ path: '.env', text });
    assert.equal(finding?.rule, 'env-duplicate');
    assert.equal(finding && (await mended(text, finding)), 'A=1\nK=new\n');
  });

  it('a last line without an end gets one', async () => {
    const text = 'A=1\r\nK=v';
    const [finding] = scanned(text);
    assert.equal(finding?.rule, 'env-final-newline');
    assert.equal(finding && (await mended(text, finding)), 'A=1\r\nK=v\r\n');
  });

  it('lines that end in CR LF are told once, and end with LF then; values of several lines stay', async () => {
    const text = `# of the team\r\nA=1\nOPENAI_API_KEY=${openai}\r\n\r\nM="a\r\nb"\r\n`;
    const [finding, ...more] = scanDocument({ path: '.env', text });
    assert.deepEqual([finding?.rule, finding?.severity, more], ['env-crlf', 'hint', []]);
    assert.equal(finding && text.slice(finding.span.start, finding.span.end), 'OPENAI_API_KEY');
    const result = finding && (await mended(text, finding));
    assert.equal(result, text.replaceAll('\r\n', '\n'));
    assert.deepEqual(parse(result), parse(text));
    assert.deepEqual(scanDocument({ path: '.env', text: result }), []);
  });

  it('a CR that no shell reads is left alone: in comments, and in a file without variables', () => {
    for (const text of ['# a\r\nA=1\n# b\r\n', '# a\r\n', ''])
      assert.deepEqual(scanDocument({ path: '.env', text }), [], JSON.stringify(text));
    assert.deepEqual(scanDocument({ path: '.env.example', text: 'A=\r\n' }), []);
  });

  it('one key under two names is told at the second', () => {
    const text = `OPENAI_API_KEY=${openai}\nOTHER_KEY=${openai}\n`;
    const [finding] = scanDocument({ path: '.env', text });
    assert.deepEqual([finding?.rule, finding?.range.start.line], ['env-same-value', 1]);
  });

  it('a key under a public prefix is told by itself, also where git does not track the file', () => {
    const text = `VITE_OPENAI_KEY=${openai}\nAPI_KEY=${madeKey('groq-api-key')}\n`;
    const [finding, ...more] = scanDocument({ path: '.env.local', text });
    assert.equal(finding?.rule, 'openai-project-key');
    assert.match(finding?.message ?? '', /under VITE_OPENAI_KEY: the prefix puts it into browser code/);
    assert.deepEqual(more, []);
  });

  it('what everybody reads alike is left alone', () => {
    const text = [
      '# A comment = with "quotes" and $(this)',
      'A=1',
      'URL=https://a.invalid:8080/x?y=z',
      'EMPTY=',
      "QUOTED='a b'",
      'SPACED="a b"',
      'HOST=a',
      'FULL=http://${HOST}/b',
      'DEFAULT=${OTHER:-x}',
      'MULTI="a',
      'b"',
      'JSON={"a":1}',
      'LAST=x',
      '',
    ].join('\n');
    assert.deepEqual(scanDocument({ path: '.env', text }), []);
  });

  it('a template is asked only for what runs or breaks', () => {
    const text = 'K = "your-key" # note\nB=$(date)';
    assert.deepEqual(
      scanDocument({ path: '.env.example', text }).map(({ rule }) => rule),
      ['env-command'],
    );
  });

  it('no message and no title has a part of a value', () => {
    for (const [line] of cases)
      for (const finding of scanDocument({
        path: '.env',
        text: `A=1\n${line.replaceAll('v-1', openai)}\n`,
      })) {
        assert.ok(!finding.message.includes(openai.slice(-8)), finding.rule);
        assert.ok(fixIdFor(finding) !== 'move-to-env' || finding.category === 'key');
      }
  });
});
