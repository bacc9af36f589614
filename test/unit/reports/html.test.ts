import assert from 'node:assert/strict';
import { auditOf, formatted, withAcceptance, withHostileNames } from '../../support/reports';

const decoded = (text: string): string =>
  text.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));

describe('html', () => {
  it('has only tags of its own, and runs and loads nothing', async () => {
    const text = formatted('html', await withHostileNames());
    const tags = new Set(Array.from(text.matchAll(/<\/?([a-z0-9!]+)/gi), ([, tag = '']) => tag));
    assert.deepEqual(
      [...tags].sort(),
      'a body code footer h1 h2 h3 head header html li main meta ol p section span strong style table tbody td th thead title tr ul !doctype'
        .split(' ')
        .sort(),
    );
    assert.ok(text.includes(`content="default-src 'none'; style-src 'unsafe-inline'"`));
    assert.ok(!/\bon\w+=|\bsrc=|url\(|@import|javascript:/i.test(text));
    for (const [, url = ''] of text.matchAll(/href="([^"]*)"/g)) assert.match(url, /^https:\/\//);
  });

  it('shows a file name as it is, whatever it holds', async () => {
    const report = await withHostileNames();
    const rows = formatted('html', report)
      .split('\n')
      .filter((line) => line.startsWith('<tr><td>'));
    assert.deepEqual(
      rows.map((row) => decoded(/<code>(.*?)<\/code>/.exec(row)?.[1] ?? '')),
      report.findings.map(({ file }) => file.replace('\n', '?').replace('\u202e', '?')),
    );
  });

  it('goes from what is urgent to the whole: how it stands, what is first, scores, findings, what is accepted', async () => {
    const text = formatted('html', await withAcceptance(), {
      subject: { name: 'shop <1>', day: '2026-11-28' },
    });
    assert.deepEqual(
      Array.from(text.matchAll(/<(h[123])>(.*?)<\//g), ([, tag, title]) => `${tag} ${title}`).slice(0, 7),
      [
        'h1 Keystow audit of shop &#60;1&#62;',
        'h2 What to do first',
        'h2 Score',
        'h2 Findings',
        'h2 Accepted',
        'h2 Checklist',
        'h3 1 Code',
      ],
    );
    assert.ok(text.includes('<p>2026-11-28</p>'));
    assert.ok(
      text.includes(
        '<tr><th scope="row">1 Code</th><td class="broken">1 of 2 holds</td><td>1</td><td>1</td></tr>',
      ),
    );
    assert.ok(
      text.includes(
        '<td>a sample of …, see &#60;b&#62;</td><td>2999-12-31</td><td>Ada, 2026-11-28</td></tr>',
      ),
    );
    const place = '<code>docs/a.ts</code>:1';
    assert.equal(text.split(place).length, 2, 'told as accepted, and as nothing else');
  });

  it('has no date and no name where nobody gives them: the same input gives the same bytes', async () => {
    const text = formatted('html', await withAcceptance());
    assert.ok(text.includes('<h1>Keystow audit</h1>\n</header>'));
  });

  it('names what could not be read', async () => {
    const report = await auditOf({ 'a.ts': '\n' });
    const skipped = [{ file: 'x<b>.ts', reason: 'unreadable' as const }];
    assert.ok(formatted('html', { ...report, skipped }).includes('<code>x&#60;b&#62;.ts</code>: unreadable'));
  });
});
