import assert from 'node:assert/strict';
import * as vscode from 'vscode';
import { activated, open, reset, resetLoaded, until, uriOf, write } from '../support/editor';
import { madeKey } from '../support/keys';

const key = madeKey('openai-project-key');

/** Files of VS Code's own, each with a key where its tools take one. */
const files = {
  '.gitignore': '.env\n',
  '.vscode/mcp.json': `{
  "servers": {
    "search": { "command": "npx", "args": ["-y", "search-mcp"], "env": { "OPENAI_API_KEY": "${key}" } },
    "notes": { "type": "http", "url": "https://notes.invalid/mcp", "headers": { "Authorization": "Bearer ${key}" } }
  }
}
`,
  '.vscode/launch.json': `{
  "version": "0.2.0",
  "configurations": [
    { "name": "App", "type": "node", "request": "launch", "program": "a.js", "env": { "OPENAI_API_KEY": "${key}" } },
    { "name": "Tool", "type": "node", "request": "launch", "program": "b.js", "args": ["--key", "${key}"] }
  ]
}
`,
  '.vscode/tasks.json': `{
  "version": "2.0.0",
  "tasks": [
    { "label": "ask", "type": "shell", "command": "ask", "options": { "env": { "OPENAI_API_KEY": "${key}" } } }
  ]
}
`,
  '.vscode/settings.json': `{
  "terminal.integrated.env.linux": { "OPENAI_API_KEY": "${key}", "LANG": "C" }
}
`,
};

/** What VS Code says of a file by its schemas. */
const told = (path: string): readonly string[] =>
  vscode.languages
    .getDiagnostics(uriOf(path))
    .filter(({ source }) => source !== 'keystow')
    .map(({ message }) => message);

describe("files of VS Code's own", () => {
  before(activated);
  beforeEach(resetLoaded);
  after(reset);

  it('are what its schemas want, before a move and after it', async () => {
    await write(files);
    const own = Object.keys(files).filter((path) => path.startsWith('.vscode/'));
    // A file that is wrong tells when the schemas have been asked.
    const wrong = async (path: string, text: string): Promise<void> => {
      await write({ [path]: text });
      await open(path);
      await until(() => told(path).length > 0, vscode.languages.onDidChangeDiagnostics);
    };
    await wrong('.vscode/extensions.json', '{ "recommendations": 3 }\n');
    for (const path of own) {
      const { document } = await open(path);
      await vscode.commands.executeCommand('keystow.moveAllKeys');
      await until(() => !document.getText().includes(key), vscode.workspace.onDidChangeTextDocument);
      await document.save();
    }
    await wrong('tsconfig.json', '{ "compilerOptions": 3 }\n');
    for (const path of own) assert.deepEqual(told(path), [], path);
  });
});
