import assert from 'node:assert/strict';
import MarkdownIt from 'markdown-it';
import { madeKey } from '../../support/keys';
import { auditOf, formatted, hostileNames, withAcceptance, withHostileNames } from '../../support/reports';

/** The text of each cell as a reader sees it; raw HTML is let through, as GitHub does. */
function cells(markdown: string): readonly (readonly string[])[] {
  const tokens = new MarkdownIt({ html: true, linkify: true }).parse(markdown, {});
  const rows: string[][] = [];
  for (const [index, { type }] of tokens.entries()) {
    if (type === 'tr_open') rows.push([]);
    if (type !== 'td_open') continue;
    const inline = tokens[index + 1]?.children ?? [];
    assert.ok(
      inline.every((part) => part.type !== 'html_inline' || /^<\/?code>$/.test(part.content)),
      'no HTML but that for code',
    );
    assert.ok(inline.every((part) => !/^(?:em|strong|s)_open$/.test(part.type)));
    rows.at(-1)?.push(
      inline
        .filter(({ type }) => ['text', 'text_special', 'code_inline'].includes(type))
        .map(({ content }) => content)
        .join(''),
    );
  }
  return rows.filter((row) => row.length > 0);
}

describe('markdown', () => {
  it('tells each finding with its place, kind, reason and fix', async () => {
    const report = await auditOf({ 'src/a_b.ts': `\nf("${madeKey('openai-project-key')}")\n` });
    const moved = report.findings.map((one) => ({ ...one, fixes: ['move-to-env' as const] }));
    const text = formatted('markdown', { ...report, findings: moved });
    assert.ok(
      text.startsWith(
        '# Keystow audit\n\n**1 key in 1 file.** 1 error.\n\n## What to do first\n\n1. **OpenAI project key** in `src/a_b.ts`:2. OpenAI project key in plain text. Move it to .env. [Where to revoke it](https://platform.openai.com/api-keys)\n\n## Findings\n',
      ),
      text,
    );
    assert.ok(
      text.includes(
        '| `src/a_b.ts`:2 | error | [OpenAI project key](https://github.com/keystow/keystow/blob/main/docs/rules.md#openai-project-key) | OpenAI project key in plain text. Move it to .env. | Move to .env as OPENAI&#95;API&#95;KEY · [revoke](https://platform.openai.com/api-keys) |\n',
      ),
    );
  });

  it('scores each chapter and the whole, and keeps what is accepted in sight', async () => {
    const text = formatted('markdown', await withAcceptance());
    assert.ok(
      text.includes(
        '\n## Checklist\n\n92 %: 13 of 14 habits hold. 14 are for a person.\n\n### 1 Code: 1 of 2 holds\n',
      ),
      text,
    );
    assert.ok(text.includes('\n### 8 Leaks: for a person\n'));
    assert.ok(
      text.includes(
        '\n| `docs/a.ts`:1 | [OpenAI project key](https://github.com/keystow/keystow/blob/main/docs/rules.md#openai-project-key) | a sample of …, see &#60;b&#62; | 2999-12-31 | Ada, 2026-11-28 |\n',
      ),
      text,
    );
  });

  it('shows a file name as it is, whatever it holds', async () => {
    const report = await withHostileNames();
    const rows = cells(formatted('markdown', report));
    assert.equal(rows.length, hostileNames.length);
    assert.deepEqual(
      rows.map((row) => [row.length, row[0]]),
      report.findings.map(({ file }) => [5, `${file.replace('\n', '?').replace('\u202e', '?')}:1`]),
    );
  });

  it('takes no part of a message for markup', async () => {
    const report = await withHostileNames();
    const [first] = report.findings;
    assert.ok(first);
    const message = 'a | b <img src=x> *c* [d](https://e.example) `f` \\| ~~g~~';
    const [row = []] = cells(formatted('markdown', { ...report, findings: [{ ...first, message }] }));
    assert.equal(row.length, 5);
    assert.equal(row[3], message);
  });

  it('stays short enough for a step summary, and says what it leaves out', async () => {
    const report = await withHostileNames();
    const [first] = report.findings;
    assert.ok(first);
    const findings = Array.from({ length: 5000 }, () => ({ ...first, file: `${'deep/'.repeat(40)}a.ts` }));
    const text = formatted('markdown', { ...report, findings });
    assert.ok(text.length < 1024 * 1024);
    assert.ok(text.includes('\n4500 more: the report as JSON lists all of them.\n'));
  });
});
