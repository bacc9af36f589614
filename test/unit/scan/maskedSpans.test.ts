import assert from 'node:assert/strict';
import { maskedSpans } from '../../../src/engine/index';
import { madeKey } from '../../support/keys';

/** The text as an onlooker sees it: a dot in place of each span, whatever its length; nothing for an empty one. */
function seen(path: string, text: string, languageId?: string): string {
  let [shown, at] = ['', 0];
  for (const { start, end } of maskedSpans({ path, text, ...(languageId && { languageId }) })) {
    assert.ok(start >= at && end >= start, 'in order');
    assert.doesNotMatch(text.slice(start, end), /[\r\n]/);
    shown += text.slice(at, start) + (end > start ? '•' : '');
    at = end;
  }
  return shown + text.slice(at);
}

describe('what is masked while somebody presents', () => {
  for (const [text, expected] of [
    ['A=1\nB="x y" # note\nexport C = \'z\'\nD: w\n', 'A=•\nB=•\nexport C =•\nD:•\n'],
    ['A=\r\n\r\nB=1\r\n', 'A=\r\n\r\nB=•\r\n'],
    ['# the old one is abc\n# A=old\n#export B=old\n', '•\n# A=•\n#export B=•\n'],
    ['A="one\nB=two\n# three"\nC=3\n', 'A=•\n•\n•\nC=•\n'],
    ['A="say \\"\nB=two\\" so"\nC=3\n', 'A=•\n•\nC=•\n'],
    ["A='it\nB=2\n", 'A=•\nB=•\n'],
    ['pasted alone\nTm9QYWRkaW5nMTIz==\nhttps://host/x\n', '•\n•\n•\n'],
    ['', ''],
  ] as const)
    it(`.env: ${JSON.stringify(text)}`, () => assert.equal(seen('app/.env', text), expected));

  it('covers what is empty yet, so that what is typed there is covered', () => {
    assert.deepEqual(maskedSpans({ path: '.env', text: '' }), [{ start: 0, end: 0 }]);
    assert.deepEqual(maskedSpans({ path: '.env', text: 'A=\n' }), [
      { start: 2, end: 2 },
      { start: 3, end: 3 },
    ]);
  });

  it('knows every env file, and one that has no name yet', () => {
    for (const path of ['.env.local', 'prod.env', '.dev.vars', '/x/.env.git'])
      assert.equal(seen(path, 'A=1'), 'A=•');
    assert.equal(seen('Untitled-1', 'A=1', 'dotenv'), 'A=•');
    assert.equal(seen('notes.txt', 'A=1', 'plaintext'), 'A=1');
  });

  it('leaves a template alone, but for a key in it', () => {
    const key = madeKey('openai-project-key');
    assert.equal(seen('.env.example', `PORT=3000\nA=${key}\n`, 'dotenv'), 'PORT=3000\nA=•\n');
  });

  it('covers keys in code, and nothing else of it', () => {
    const key = madeKey('openai-project-key');
    assert.equal(seen('a.ts', `f("${key}", "plain"); // ${key}\n`), 'f("•", "plain"); // •\n');
    const pem = `-----BEGIN PRIVATE ${'KEY'}-----\n${'MIIEvQIBADANBgkqhkiG9w0BAQEFAASC\n'.repeat(26)}-----END PRIVATE ${'KEY'}-----`;
    assert.doesNotMatch(seen('a.txt', `${pem}\nrest\n`), /MII/);
  });

  it('covers what only its place tells for a secret', () => {
    const value = ['q8Zr4TnW2', 'xYb7Lk1'].join('');
    const key = madeKey('openai-project-key');
    assert.equal(
      seen('.mcp.json', `{"mcpServers":{"a":{"env":{"SHOP_TOKEN":"${value}","K":"${key}","LEVEL":"info"}}}}`),
      '{"mcpServers":{"a":{"env":{"SHOP_TOKEN":"•","K":"•","LEVEL":"info"}}}}',
    );
    assert.equal(
      seen('Dockerfile', `FROM a\nENV SHOP_TOKEN=${value} B=c\n`),
      'FROM a\nENV SHOP_TOKEN=• B=c\n',
    );
  });

  it('is quick for long texts', () => {
    const text = `A="${'x'.repeat(100)}"\n`.repeat(20_000) + 'B="'.repeat(20_000);
    const start = performance.now();
    maskedSpans({ path: '.env', text });
    maskedSpans({ path: '.env', text: 'A="\n'.repeat(50_000) });
    assert.ok(performance.now() - start < 2000);
  });
});
