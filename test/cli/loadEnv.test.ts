import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { madeKey } from '../support/keys';
import { keystow, TempFolder } from '../support/temp';

const js = "console.log(process.env.A_KEY === undefined ? 'not set' : 'set');\n";
const sh = '#!/bin/sh\nif [ "${A_KEY-}" ]; then echo set; else echo not set; fi\n';

/** A program that says whether it gets the variable, and how it is started. */
const programs: readonly (readonly [
  title: string,
  start: string,
  files: Readonly<Record<string, string>>,
])[] = [
  [
    'an npm script',
    'npm start',
    { 'package.json': '{ "scripts": { "start": "node src/a.js" } }\n', 'src/a.js': js },
  ],
  ['a script of Node.js', 'node a.js', { 'a.js': js }],
  ['a module', 'node src/a.mjs', { 'src/a.mjs': `import fs from 'node:fs';\n\nfs.existsSync('x');\n${js}` }],
  [
    'the file that requires the one that reads',
    'node index.js',
    {
      'package.json': '{ "scripts": { "dev": "nodemon index.js" } }\n',
      'index.js': "require('./lib/a');\n",
      'lib/a.js': js,
    },
  ],
  ...(process.platform === 'win32' ? [] : ([['a shell script', 'sh bin/a.sh', { 'bin/a.sh': sh }]] as const)),
];

describe('an env file that nothing loads', () => {
  for (const [title, start, files] of programs)
    it(`${title}: the fix gives the program the variable`, async () => {
      const ws = new TempFolder({ '.env': 'A_KEY=some-words\n', '.gitignore': '.env\n', ...files });
      try {
        ws.git('init', '-q');
        const { A_KEY: _, ...env } = process.env;
        const said = (): string =>
          execFileSync(start, { cwd: ws.dir, encoding: 'utf8', shell: true, env })
            .trim()
            .split('\n')
            .at(-1) ?? '';
        assert.equal(said(), 'not set');

        const audit = await keystow(ws.dir, ['audit', '--severity', 'warning']);
        assert.equal(audit.code, 1);
        assert.match(audit.out, /Nothing loads \.env: A_KEY is not set when this runs\./);
        assert.equal((await keystow(ws.dir, ['audit'])).code, 0, 'a warning fails no default audit');

        const planned = await keystow(ws.dir, ['fix']);
        assert.match(planned.out, /: load \.env\n/);
        assert.equal(said(), 'not set', 'without --write nothing is written');

        const { code, out, err } = await keystow(ws.dir, ['fix', '--write']);
        assert.deepEqual([code, err], [0, '']);
        assert.ok(!`${audit.out}${planned.out}${out}`.includes('some-words'));
        assert.equal(said(), 'set');
        assert.equal(readFileSync(ws.path('.env'), 'utf8'), 'A_KEY=some-words\n');

        assert.equal((await keystow(ws.dir, ['audit', '--severity', 'info'])).code, 0);
        assert.equal((await keystow(ws.dir, ['fix', '--write'])).out, 'Nothing to fix.\n');
      } finally {
        ws.remove();
      }
    });

  it('a move in the same file adds the loader once', async () => {
    const ws = new TempFolder({
      '.env': 'A_KEY=some-words\n',
      '.gitignore': '.env\n',
      'a.js': `${js}f("${madeKey('openai-project-key')}");\n`,
    });
    try {
      ws.git('init', '-q');
      assert.equal((await keystow(ws.dir, ['fix', '--write'])).code, 0);
      assert.equal(readFileSync(ws.path('a.js'), 'utf8').split('loadEnvFile').length, 2);
    } finally {
      ws.remove();
    }
  });
});
