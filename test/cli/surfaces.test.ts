import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { surfaceOf, surfaces } from '../../src/engine/surfaces/index';
import { fixtures } from '../support/fixtures';
import { secretParts } from '../support/keys';
import { fill, sections } from '../support/markers';
import { keystow, TempFolder } from '../support/temp';

/** One project with every file of a tool that can be fixed, each in a folder of its own. */
const files = Object.fromEntries(
  fixtures
    .filter((fixture) => fixture.path.startsWith('moves/config/'))
    .map((fixture) => {
      const [source] = sections(fixture.text);
      assert.ok(source);
      const folder = path.basename(fixture.path, '.txt');
      return [`${folder}/${source.path}`, fill(source.body).text] as const;
    }),
);
const keys = fixtures
  .filter((fixture) => fixture.path.startsWith('moves/config/'))
  .flatMap(({ text }) => {
    const { text: filled, expected } = fill(sections(text)[0]?.body ?? '');
    return expected.map(({ start, end }) => filled.slice(start, end));
  });

describe('a project with every file of a tool', () => {
  const folder = new TempFolder(files);
  before(() => folder.git('init', '-q'));
  after(() => folder.remove());

  it('is audited, fixed in one go, and audited clean', async () => {
    const movable = surfaces.filter(({ secrets }) => secrets.some(({ move }) => move.refuses !== true));
    const present = Object.entries(files).map(([name, text]) => surfaceOf({ path: name, text })?.id);
    for (const { id } of movable) assert.ok(present.includes(id), id);

    const before = await keystow(folder.dir, ['audit']);
    assert.equal(before.code, 1);
    const [, keysFound = '', others = ''] =
      /^(\d+) keys and (\d+) other problems in (\d+) files/m.exec(before.out) ?? [];
    assert.equal(Number(keysFound) + Number(others), keys.length, before.out.slice(-200));
    assert.match(before.out, new RegExp(` in ${Object.keys(files).length} files`));

    const fixed = await keystow(folder.dir, ['fix', '--write']);
    assert.equal(fixed.code, 0, fixed.out + fixed.err);
    assert.doesNotMatch(fixed.out, /^left/m);

    const clean = await keystow(folder.dir, ['audit', '--severity', 'info']);
    assert.equal(clean.code, 0, clean.out);
    const again = await keystow(folder.dir, ['fix', '--write']);
    assert.match(again.out, /Nothing to fix/);

    for (const value of new Set(keys)) {
      for (const name of Object.keys(files))
        assert.ok(!readFileSync(folder.path(name), 'utf8').includes(value), name);
      for (const part of secretParts(value))
        for (const { out, err } of [before, fixed, clean, again]) assert.ok(!(out + err).includes(part));
    }
  });

  it('keeps each value that left a file in an env file that git ignores', () => {
    const envFiles = folder.git('ls-files', '--others', '--ignored', '--exclude-standard').split('\n');
    const stored = envFiles
      .filter((name) => /(?:^|\/)\.env$/.test(name))
      .map((name) => readFileSync(folder.path(name), 'utf8'))
      .join('\n');
    for (const value of new Set(keys)) assert.ok(stored.includes(value));
  });

  it('shows no value of unknown form either: not in the plan, nor in any report', async () => {
    const value = 'q8Zr4TnW2xYb7Lk1';
    const other = new TempFolder({
      '.env': 'DB_PASSWORD = hunter2Secret9\nCUT=x#hunter2Secret9\nOPEN="hunter2Secret9\n',
      '.gitignore': '',
      '.vscode/mcp.json': `{ "servers": { "a": { "command": "a", "env": { "SHOP_API_KEY": "${value}" } } } }\n`,
      'compose.yaml': `services:\n  a:\n    environment:\n      - SHOP_SECRET=${value}\n`,
      'application.properties': `shop.api-key=${value}\n`,
    });
    try {
      other.git('init', '-q');
      const runs = [
        await keystow(other.dir, ['fix']),
        ...(await Promise.all(
          ['text', 'json', 'sarif', 'markdown', 'html', 'github', 'gitlab'].map((format) =>
            keystow(other.dir, ['audit', '--format', format, '--severity', 'info']),
          ),
        )),
        await keystow(other.dir, ['fix', '--write']),
      ];
      assert.match(runs[0]?.out ?? '', /SHOP_API_KEY/);
      for (const { out, err } of runs)
        for (const part of [...secretParts(value), ...secretParts('hunter2Secret9')])
          assert.ok(!(out + err).includes(part), part.length.toString());
      assert.ok(!readFileSync(other.path('.vscode/mcp.json'), 'utf8').includes(value));
    } finally {
      other.remove();
    }
  });
});
