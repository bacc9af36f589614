import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { root } from '../../scripts/host/setup';
import { made } from '../../scripts/sample';
import { packaged, untilDisk, Workbench } from './workbench';

/** A program of a kind, in a folder of its own; K is the key. It prints the hash of what it would send. */
interface App {
  readonly title: string;
  readonly folder: string;
  readonly files: Readonly<Record<string, string>>;
  /** The parts under which the explorer shows the file that holds the key. */
  readonly open: readonly string[];
  /** The env file that the key goes to. */
  readonly env: string;
  /** What the code reads afterwards. */
  readonly reads: string;
  /** How it is run after the move, in its folder; undefined where this machine cannot. */
  readonly run: () => readonly string[] | undefined;
}

const has = (program: string, ...args: readonly string[]): boolean =>
  spawnSync(program, args, { stdio: 'ignore' }).status === 0;

const python = ['/usr/bin/python3', 'python3'].find((program) => has(program, '-c', 'import dotenv'));
const tsx = path.join(root, 'node_modules', 'tsx', 'dist', 'cli.mjs');

/** Runs the code cells of a notebook one after the other, as a kernel does. */
const kernel =
  'import json; scope = {}\nfor cell in json.load(open("lab.ipynb"))["cells"]: exec("".join(cell["source"]), scope)';

const apps: readonly App[] = [
  {
    title: 'a Next.js route',
    folder: 'web',
    files: {
      'package.json': '{ "name": "web", "dependencies": { "next": "^16.0.0" } }\n',
      '.gitignore': '.env*\n',
      'app/api/chat/route.ts':
        "import { createHash } from 'node:crypto';\n\nconst apiKey = 'K';\n\nexport async function GET(): Promise<Response> {\n  return new Response(createHash('sha256').update(apiKey).digest('hex'));\n}\n",
      'call.mts': "import { GET } from './app/api/chat/route';\n\nconsole.log(await (await GET()).text());\n",
    },
    open: ['web', 'app', 'route.ts'],
    env: '.env.local',
    reads: 'process.env.OPENAI_API_KEY',
    run: () => [process.execPath, tsx, '--env-file=.env.local', 'call.mts'],
  },
  {
    title: 'an Express server',
    folder: 'shop',
    files: {
      'package.json':
        '{\n  "name": "api",\n  "scripts": {\n    "start": "node server.js"\n  },\n  "dependencies": {\n    "express": "^5.0.0"\n  }\n}\n',
      'server.js':
        "const { createHash } = require('node:crypto');\nconst express = require('express');\n\nconst app = express();\napp.get('/', (request, response) => {\n  const headers = { Authorization: 'Bearer K' };\n  response.send(createHash('sha256').update(headers.Authorization.slice(7)).digest('hex'));\n});\n\nconst server = app.listen(0, '127.0.0.1', async () => {\n  const answer = await fetch(`http://127.0.0.1:${server.address().port}/`);\n  console.log(await answer.text());\n  server.close();\n});\n",
    },
    open: ['shop', 'server.js'],
    env: '.env',
    reads: 'Bearer ${process.env.OPENAI_API_KEY}',
    run: () => (has('npm', '--version') ? ['npm', 'start', '--silent'] : undefined),
  },
  {
    title: 'a FastAPI app',
    folder: 'answer',
    files: {
      'requirements.txt': 'fastapi\nuvicorn\n',
      'main.py':
        'import asyncio\nimport hashlib\n\nfrom fastapi import FastAPI\n\napp = FastAPI()\n\n\n@app.get("/")\nasync def ask(api_key: str = "K"):\n    return hashlib.sha256(api_key.encode()).hexdigest()\n\n\nif __name__ == "__main__":\n    print(asyncio.run(ask()))\n',
    },
    open: ['answer', 'main.py'],
    env: '.env',
    reads: 'os.environ["OPENAI_API_KEY"]',
    run: () =>
      python !== undefined && has(python, '-c', 'import fastapi') ? [python, 'main.py'] : undefined,
  },
  {
    title: 'a notebook',
    folder: 'notes',
    files: {
      'requirements.txt': 'jupyter\n',
      'lab.ipynb': `${JSON.stringify(
        {
          cells: [
            {
              cell_type: 'code',
              id: 'first',
              execution_count: null,
              metadata: {},
              outputs: [],
              source: [
                'import hashlib\n',
                '\n',
                'api_key = "K"\n',
                'print(hashlib.sha256(api_key.encode()).hexdigest())',
              ],
            },
          ],
          metadata: { kernelspec: { display_name: 'Python 3', language: 'python', name: 'python3' } },
          nbformat: 4,
          nbformat_minor: 5,
        },
        null,
        1,
      )}\n`,
    },
    open: ['notes', 'lab.ipynb'],
    env: '.env',
    reads: 'os.environ["OPENAI_API_KEY"]',
    run: () => (python === undefined ? undefined : [python, '-c', kernel]),
  },
  {
    title: 'a Go service',
    folder: 'svc',
    files: {
      'go.mod': 'module example\n\ngo 1.19\n',
      'service.go':
        'package main\n\nimport (\n\t"crypto/sha256"\n\t"fmt"\n)\n\nconst apiKey = "K"\n\nfunc main() {\n\tfmt.Printf("%x\\n", sha256.Sum256([]byte(apiKey)))\n}\n',
    },
    open: ['svc', 'service.go'],
    env: '.env',
    reads: 'var apiKey = os.Getenv("OPENAI_API_KEY")',
    // Nothing loads the file in Go without a package: the note says how to run it.
    run: () => (has('go', 'version') ? ['sh', '-c', 'set -a; . ./.env; set +a; go run .'] : undefined),
  },
  {
    title: 'a shell script',
    folder: 'ops',
    files: {
      '.env': '# nothing yet\n',
      'deploy.sh':
        "#!/usr/bin/env bash\nset -euo pipefail\n\nAUTH='Bearer K'\nprintf '%s' \"${AUTH#Bearer }\" | sha256sum | cut -d' ' -f1\n",
    },
    open: ['ops', 'deploy.sh'],
    env: '.env',
    reads: '${OPENAI_API_KEY:?OPENAI_API_KEY is not set}',
    run: () => (has('sha256sum', '--version') ? ['bash', 'deploy.sh'] : undefined),
  },
];

describe('keys of six kinds of programs', () => {
  let workbench: Workbench;
  const dir = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'keystow-apps-')));
  const key = made('openai-project-key');
  const hash = createHash('sha256').update(key).digest('hex');
  const at = (app: App, file: string): string => path.join(dir, app.folder, file);
  const read = (app: App, file: string): string => readFileSync(at(app, file), 'utf8');

  before(async () => {
    for (const { folder, files } of apps) {
      for (const [name, text] of Object.entries(files)) {
        mkdirSync(path.dirname(path.join(dir, folder, name)), { recursive: true });
        writeFileSync(path.join(dir, folder, name), text.replace(/\bK\b/, key));
      }
    }
    execFileSync('git', ['init', '-q', dir]);
    workbench = await Workbench.open(dir, {
      vsix: packaged(),
      settings: {
        'security.workspace.trust.enabled': false,
        'editor.fontSize': 14,
        'editor.minimap.enabled': false,
        'editor.stickyScroll.enabled': false,
        'files.autoSave': 'off',
        'explorer.autoReveal': false,
        'explorer.compactFolders': true,
      },
    });
  });
  after(async () => {
    await workbench?.close();
    rmSync(dir, { recursive: true, force: true });
  });
  afterEach(async function () {
    if (this.currentTest?.state === 'failed') await workbench?.shot(`failed ${this.currentTest.title}`);
  });

  for (const app of apps) {
    it(`${app.title}: moved with one click, run, undone with one undo, redone`, async () => {
      const file = Object.keys(app.files).find((name) => name.endsWith(app.open.at(-1) ?? '')) ?? '';
      const before = new Map(Object.keys(app.files).map((name) => [name, read(app, name)]));
      const save = async (): Promise<void> => {
        await workbench.page.keyboard.press('Control+S');
      };
      await workbench.openFile(...app.open);
      const literal = workbench.page.locator('.view-line span', { hasText: 'sk-proj-' }).last();
      const title = `Move to ${app.env} as OPENAI_API_KEY`;
      await (await workbench.quickFixes(title, literal)).filter({ hasText: title }).click();
      await literal.waitFor({ state: 'detached' });
      await workbench.shot(`${app.folder} moved`);
      await save();
      await untilDisk(() => !read(app, file).includes(key) && read(app, app.env).includes(key));
      assert.ok(read(app, file).replaceAll('\\"', '"').includes(app.reads), 'the lookup is there');

      // Without its package the server cannot be run; what follows is tested all the same.
      const installed =
        app.folder !== 'shop' || has('npm', 'install', '--prefix', at(app, '.'), '--no-audit', '--no-fund');
      const command = installed ? app.run() : undefined;
      if (command !== undefined) {
        const [program = '', ...args] = command;
        const { OPENAI_API_KEY: _, ...env } = process.env;
        const ran = spawnSync(program, args, { cwd: at(app, '.'), env, encoding: 'utf8', timeout: 60_000 });
        assert.equal(ran.stdout.trim(), hash, ran.stderr);
      }

      await workbench.page.keyboard.press('Control+Z');
      await literal.waitFor();
      assert.equal(await workbench.page.locator('.monaco-dialog-box').count(), 0, 'no question is asked');
      await save();
      await untilDisk(() => [...before].every(([name, text]) => read(app, name) === text || name === file));
      await untilDisk(() => read(app, file).includes(key));
      await untilDisk(() => !existsSync(at(app, app.env)) || !read(app, app.env).includes(key));
      await workbench.shot(`${app.folder} undone`);

      // Not at once: VS Code refuses a redo while the undo still has a file to delete, and says so.
      await workbench.until(literal, 'detached', () => workbench.page.keyboard.press('Control+Y'));
      await save();
      await untilDisk(() => existsSync(at(app, app.env)) && read(app, app.env).includes(key));
      await untilDisk(() => !read(app, file).includes(key));
      await workbench.untilNo('.tab.dirty');
      await workbench.shot(`${app.folder} redone`);
      await workbench.page.keyboard.press('Control+K');
      await workbench.page.keyboard.press('Control+W');
    });
  }
});
