import assert from 'node:assert/strict';
import { kindsOf } from '../../../src/engine/detectors/detector';
import { detectors } from '../../../src/engine/detectors/index';
import {
  type CustomRule,
  defaultSettings,
  type Finding,
  noPolicy,
  scanDocument,
} from '../../../src/engine/index';
import { edited, type LineRange, reachOf } from '../../../src/engine/scan/editedLines';
import { type Plain, plainOf, together } from '../../../src/engine/scan/plain';
import { madeKey } from '../../support/keys';
import { randomText, seeded } from '../../support/random';

/** A document that is edited line by line, and what is known of it without looking at all of it. */
class Edited {
  plain: Plain | undefined;
  #dirty: LineRange | undefined;
  lines: string[];

  constructor(
    readonly path: string,
    text: string,
    readonly settings = defaultSettings,
  ) {
    this.lines = text.split('\n');
    this.#whole();
  }

  get text(): string {
    return this.lines.join('\n');
  }

  /** Whether the lines around the change alone tell that nothing is found. */
  edit(from: number, to: number, added: readonly string[]): boolean {
    this.lines.splice(from, to - from, ...added);
    this.#dirty = edited(undefined, { from, to, count: added.length });
    const near = this.#near();
    if (near === undefined) this.#whole();
    else this.plain = near;
    return near !== undefined;
  }

  #near(): Plain | undefined {
    if (this.plain === undefined || this.#dirty === undefined) return undefined;
    const textOf = (from: number, to: number): string => this.lines.slice(from, to).join('\n');
    const range = reachOf({ count: this.lines.length, textOf }, this.#dirty);
    if (range === undefined) return undefined;
    const near = plainOf({ path: this.path, text: textOf(range.from, range.to) }, this.settings);
    return near && together(this.plain, near);
  }

  #whole(): void {
    this.plain =
      this.findings().length > 0 ? undefined : plainOf({ path: this.path, text: this.text }, this.settings);
  }

  findings(): readonly Finding[] {
    return scanDocument({ path: this.path, text: this.text }, {}, this.settings);
  }
}

const ordinary = (n: number): string =>
  [
    `import { name${n} } from './lib/module';`,
    `  const value${n} = await this.client.get(path, { retries: ${n}, label: 'a text' });`,
    '  if (value === undefined) return undefined;',
    '  // why it is so, and nothing else: it was measured, and it was right',
    `  logger.info(\`\${value${n}} was read\`);`,
    '}',
  ][n % 6] ?? '';

describe('an edit of a plain text', () => {
  it('is told by the lines around it: nothing is found where all of it is scanned', () => {
    const random = seeded(11);
    const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
    const made = detectors.flatMap(kindsOf).map((kind, n) => kind.example(randomText(n)));
    const pieces = (): readonly string[] => {
      const key = pick(made);
      const at = 2 + Math.floor(random() * (key.length - 3));
      return [
        `key = "${key}"`,
        key,
        `"${key.slice(0, at)}" +`,
        `  "${key.slice(at)}"`,
        `const head = "${key.slice(0, at)}";`,
        `\`\${head}${key.slice(at)}\``,
        `["${key.slice(0, at)}", "${key.slice(at)}"`,
        '].join("")',
        `foo("${key.slice(0, at)}",`,
        `"${key.slice(at)}")`,
        ...[
          'MISTRAL_API_KEY = ',
          '"',
          '\\',
          "'",
          'process.env.A',
          'x'.repeat(90),
          '',
          'password=',
          '://u:',
          '@db/',
        ],
        ...['-----BEGIN PRIVATE KEY-----', '-----END PRIVATE KEY-----', '// exa', 'token:'],
      ];
    };
    let told = 0;
    let found = 0;
    for (let run = 0; run < 60; run++) {
      const document = new Edited('src/a.ts', Array.from({ length: 80 }, (_, n) => ordinary(n)).join('\n'));
      for (let edit = 0; edit < 40; edit++) {
        const from = Math.floor(random() * document.lines.length);
        const to = Math.min(document.lines.length, from + Math.floor(random() * 3));
        const added = Array.from({ length: Math.floor(random() * 3) }, (_, n) =>
          random() < 0.7 ? ordinary(edit + n) : pick(pieces()),
        );
        const isTold = document.edit(from, to, added);
        const findings = document.findings();
        if (findings.length > 0) found++;
        if (!isTold) continue;
        told++;
        assert.deepEqual(
          findings.map(({ rule, range }) => `${rule} ${range.start.line}`),
          [],
          `run ${run}, edit ${edit}`,
        );
      }
    }
    assert.ok(told > 200, `${told} told`);
    assert.ok(found > 200, `${found} found`);
  });

  it('is told at almost every edit of a program', () => {
    const document = new Edited('src/a.ts', Array.from({ length: 2000 }, (_, n) => ordinary(n)).join('\n'));
    let told = 0;
    for (let edit = 0; edit < 200; edit++)
      if (document.edit((edit * 37) % 2000, ((edit * 37) % 2000) + 1, [ordinary(edit + 1)])) told++;
    assert.ok(told >= 198, `${told}`);
  });

  it('is not told where a key is written, or what may be a part of one', () => {
    const key = madeKey('openai-project-key');
    const lines = Array.from({ length: 200 }, (_, n) => ordinary(n)).join('\n');
    for (const added of [
      [`const k = "${key}";`],
      [`const k = "${key.slice(0, 20)}" +`, `  "${key.slice(20)}";`],
      ['const k = process.env.OPENAI_API_KEY;'],
      ['7f3a9c2e-6a1b-4f7e-9d55-0c8a1e2b3d4f'],
    ])
      assert.equal(new Edited('src/a.ts', lines).edit(100, 101, added), false, added[0]?.slice(0, 12));
    assert.equal(new Edited('deploy', `#!/bin/sh\n${lines}`).edit(100, 101, ['echo $A_KEY']), false);
    for (const path of ['.env', 'Dockerfile', 'compose.yaml', '.vscode/settings.json', '.gitignore'])
      assert.equal(new Edited(path, lines).edit(100, 101, ['a']), false, path);
  });

  it('is told where a policy has rules of its own, up to what their keys begin with', () => {
    const rule = { id: 'acme-key', title: 'Acme', envName: 'ACME', prefix: 'acme_', find: () => [] };
    const lines = Array.from({ length: 200 }, (_, n) => ordinary(n)).join('\n');
    const withRules = (...customRules: readonly CustomRule[]): Edited =>
      new Edited('src/a.ts', lines, { ...defaultSettings, policy: { ...noPolicy, customRules } });
    const document = withRules({ ...rule, mark: 'acme_' });
    assert.equal(document.edit(100, 101, ['const a = 1;']), true);
    assert.equal(document.edit(100, 101, ['const a = "acme_1";']), false);
    assert.equal(document.edit(10, 11, ['const b = 1;']), false, 'it stands elsewhere');
    assert.equal(document.edit(100, 101, ['const a = 1;']), false);
    assert.equal(document.edit(10, 11, ['const c = 1;']), true);
    assert.equal(withRules({ ...rule, mark: 'acme_' }, rule).edit(100, 101, ['const a = 1;']), false);
  });

  it('counts lines that moved', () => {
    assert.deepEqual(edited(undefined, { from: 5, to: 6, count: 3 }), { from: 5, to: 8 });
    assert.deepEqual(edited({ from: 5, to: 8 }, { from: 0, to: 0, count: 2 }), { from: 0, to: 10 });
    assert.deepEqual(edited({ from: 5, to: 8 }, { from: 20, to: 22, count: 0 }), { from: 5, to: 20 });
    assert.deepEqual(edited({ from: 5, to: 8 }, { from: 2, to: 10, count: 1 }), { from: 2, to: 3 });
  });
});
