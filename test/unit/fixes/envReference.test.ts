import assert from 'node:assert/strict';
import {
  defaultSettings,
  documentOf,
  envReference,
  isRefusal,
  referenceForModels,
} from '../../../src/engine/index';
import { languages } from '../../../src/engine/languages';
import { madeKey, secretParts } from '../../support/keys';
import { MemoryWorkspace } from '../../support/memoryWorkspace';
import { parsers } from '../../support/parsers';

const name = 'OPENAI_API_KEY';
const key = madeKey('openai-project-key');

/** What is said of the variable, in a program of the files or in a language. */
async function told(
  files: Readonly<Record<string, string>>,
  where: { readonly path: string } | { readonly language: string },
  settings = defaultSettings,
): Promise<string> {
  const workspace = new MemoryWorkspace(files, { repository: true });
  const document =
    'path' in where ? { path: where.path, text: files[where.path] ?? '' } : documentOf(where.language);
  assert.ok(document);
  const reference = await envReference({ workspace, parsers, settings }, document, name);
  const text = isRefusal(reference) ? reference.refused : referenceForModels(reference);
  for (const part of secretParts(key)) assert.ok(!text.includes(part));
  return text;
}

describe('how a variable is read', () => {
  it('is known for every language that is rewritten', async () => {
    for (const { id, rewriting, browser } of languages) {
      const text = await told({}, { language: id });
      if (browser) assert.match(text, /no lookup\. This code runs in the browser/, id);
      else {
        assert.ok(rewriting, id);
        assert.match(text, / reads (?:TF_VAR_)?openai_api_key with: \S/i, id);
      }
    }
  });

  it('follows the file: its imports, its framework', async () => {
    const python = await told(
      { 'a.py': 'from os import environ\n\nprint(environ["HOME"])\n' },
      { path: 'a.py' },
    );
    assert.match(python, /^Python reads OPENAI_API_KEY with: environ\["OPENAI_API_KEY"\]$/m);
    const go = await told({ 'main.go': 'package main\n\nfunc main() {\n}\n' }, { path: 'main.go' });
    assert.match(go, /with: os\.Getenv\("OPENAI_API_KEY"\)\nThe file needs besides:\nimport "os"$/m);
    const browser = await told({ 'a.tsx': 'export {}\n' }, { path: 'a.tsx' });
    assert.match(browser, /no lookup\. This code runs in the browser/);
  });

  it('follows the style that is set', async () => {
    const settings = { ...defaultSettings, lookupStyle: { python: 'plain' } } as const;
    assert.match(
      await told({}, { language: 'Python' }, settings),
      /with: os\.environ\.get\("OPENAI_API_KEY"\)/,
    );
  });

  it('says which files define it, and never a value', async () => {
    const files = {
      'a.js': 'f();\n',
      '.env': `OPENAI_API_KEY=${key}\n`,
      '.env.example': 'OPENAI_API_KEY=\n',
      '.gitignore': '.env\n',
    };
    const text = await told(files, { path: 'a.js' });
    assert.match(text, /^Defined in: \.env$/m);
    assert.match(text, /^Named without a value in: \.env\.example$/m);
    assert.match(text, /^Git ignores \.env\.$/m);
    assert.match(text, /^Nothing loads \.env for this program yet\. What does: ./m);
  });

  it('says that none defines it, and where it belongs', async () => {
    const text = await told({ 'a.js': 'f();\n', 'package.json': '{}' }, { path: 'a.js' });
    assert.match(text, /^No env file defines OPENAI_API_KEY\. It belongs in \.env: ask the user/m);
    assert.match(text, /^Git does not ignore \.env yet/m);
  });

  it('says that something loads it', async () => {
    const files = { 'a.py': 'x = 1\n', '.env': `OPENAI_API_KEY=${key}\n`, '.envrc': 'dotenv\n' };
    assert.match(await told(files, { path: 'a.py' }), /^Something in the project loads \.env/m);
  });

  it('knows none for other files, and no language of that name', async () => {
    assert.equal(
      await told({ 'a.md': '# a\n' }, { path: 'a.md' }),
      'Keystow knows no lookup for this kind of file.',
    );
    assert.equal(documentOf('klingon'), undefined);
    assert.equal(documentOf('.PY')?.path, 'keystow-sample.py');
  });
});
