import assert from 'node:assert/strict';
import { chmodSync, readFileSync } from 'node:fs';
import { keystow, TempFolder } from '../support/temp';

interface Found {
  readonly rule: string;
  readonly file: string;
  readonly severity: string;
  readonly fixes: readonly string[];
}

describe('rules that are off by default', () => {
  const folders: TempFolder[] = [];
  const folder = (severity: Readonly<Record<string, string>>): TempFolder => {
    const made = new TempFolder({
      '.gitignore': '.env\n',
      '.env': 'A_KEY=some-words\r\n',
      '.env.example': 'A_KEY=\r\n',
      '.envrc': 'dotenv\n',
      'a.js': 'f(process.env.A_KEY, process.env.B_KEY, process.env.C_KEY ?? "x");\n',
      '.keystow.json': JSON.stringify({ severity }),
    });
    folders.push(made);
    made.git('init', '-q');
    chmodSync(made.path('.env'), 0o644);
    return made;
  };
  after(() => {
    for (const made of folders) made.remove();
  });
  const audit = async (ws: TempFolder, ...args: string[]): Promise<readonly string[]> => {
    const { out, err } = await keystow(ws.dir, ['audit', '--format', 'json', ...args]);
    assert.equal(err, '');
    const { findings } = JSON.parse(out) as { findings: readonly Found[] };
    return findings.map(({ file, rule, severity, fixes }) => `${file} ${rule} ${severity} ${fixes.join()}`);
  };

  it('are listed as such', async () => {
    const { out } = await keystow('.', ['rules']);
    for (const id of ['env-readable', 'env-name-missing'])
      assert.match(out, new RegExp(`^${id} .* \\(off by default\\)$`, 'm'));
    assert.match(out, /^env-crlf +Lines that end in CR LF$/m);
    const listed = JSON.parse((await keystow('.', ['rules', '--format', 'json'])).out) as {
      id: string;
      off?: boolean;
    }[];
    assert.deepEqual(listed.flatMap(({ id, off }) => (off === true ? id : [])).toSorted(), [
      'env-name-missing',
      'env-readable',
    ]);
  });

  it('say nothing until the policy gives them a severity, which is not weaker than by default', async () => {
    assert.deepEqual(await audit(folder({})), []);
    assert.deepEqual(await audit(folder({ 'env-readable': 'off' })), []);
    const ws = folder({ 'env-name-missing': 'hint' });
    assert.deepEqual(await audit(ws), ['a.js env-name-missing hint name-in-env']);
    assert.deepEqual(await audit(ws, '--no-config'), []);
    assert.match((await keystow(ws.dir, ['policy', 'check'])).out, /Weaker than by default: nothing/);
    assert.match(
      (await keystow(ws.dir, ['policy', 'check', 'a.js'])).out,
      /env-name-missing is hint, by default off/,
    );
  });

  it('a variable that no env file names: the fix adds it to the template', async () => {
    const ws = folder({ 'env-name-missing': 'warning' });
    const fixed = await keystow(ws.dir, ['fix', '--write']);
    assert.deepEqual(
      [fixed.code, fixed.out],
      [0, '.env.example: name B_KEY\nGive B_KEY its value in .env.\n'],
    );
    assert.equal(readFileSync(ws.path('.env.example'), 'utf8'), 'A_KEY=\r\nB_KEY=\r\n');
    assert.deepEqual(await audit(ws), []);
    assert.equal((await keystow(ws.dir, ['fix'])).out, 'Nothing to fix.\n');
  });

  it('an env file that others can read: told with the command that ends it', async function () {
    if (process.platform === 'win32') this.skip();
    const ws = folder({ 'env-readable': 'error' });
    assert.deepEqual(await audit(ws), ['.env env-readable error ']);
    const { code, out } = await keystow(ws.dir, ['fix']);
    assert.equal(code, 1);
    assert.match(
      out,
      /^left: \.env:1:1 {2}Everybody on this machine can read \.env\. Run chmod 600 \.env\.$/m,
    );
    chmodSync(ws.path('.env'), 0o640);
    assert.deepEqual(await audit(ws), []);
  });

  it('lines that end in CR LF are a hint where the file is audited', async () => {
    assert.deepEqual(await audit(folder({}), '--no-gitignore'), ['.env env-crlf hint mend-env-line']);
  });
});
