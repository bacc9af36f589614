import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmodSync, existsSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import * as vscode from 'vscode';
import {
  actionsAt,
  activated,
  autoFix,
  errorShown,
  folder,
  open,
  problemsOf,
  reset,
  until,
  untilFiles,
  untilRules,
  uriOf,
  write,
} from '../support/editor';
import { madeKey } from '../support/keys';

const openai = madeKey('openai-project-key');

/** What only a file system, git and processes can show: not for the browser. */
describe('with git', () => {
  const git = (...args: readonly string[]): string =>
    execFileSync('git', ['-c', 'user.name=t', '-c', 'user.email=t@t.invalid', ...args], {
      cwd: folder().fsPath,
      encoding: 'utf8',
    });
  const onDisk = (file: string): string => path.join(folder().fsPath, file);
  const fresh = async (): Promise<void> => {
    await reset();
    git('rm', '-rq', '--cached', '--ignore-unmatch', '.');
  };

  before(activated);
  beforeEach(fresh);
  after(fresh);

  it('says whether git tracks the file, and learns it when that changes', async () => {
    await write({ 'a.ts': `f("${openai}");\n` });
    await open('a.ts');
    await until(() => /plain text/.test(problemsOf(uriOf('a.ts'))[0]?.message ?? ''));
    git('add', 'a.ts');
    await until(() => /a file git tracks/.test(problemsOf(uriOf('a.ts'))[0]?.message ?? ''));
    git('rm', '-q', '--cached', 'a.ts');
    await write({ '.gitignore': '*.ts\n.env\n' });
    const problem = await until(() =>
      problemsOf(uriOf('a.ts')).find(({ message }) => /a file git ignores/.test(message)),
    );
    assert.equal(problem.severity, vscode.DiagnosticSeverity.Information);
  });

  it('a closed env file that git would add is an error, and the fix ignores it', async () => {
    await write({ '.env': `A=${openai}\n`, 'a.ts': 'f();\n' });
    const [problem] = await untilRules(uriOf('.env'), 'env-not-ignored');
    assert.ok(problem);
    const editor = await open('.env');
    const [action] = await actionsAt(uriOf('.env'), problem.range);
    assert.equal(action?.title, 'Add .env to .gitignore');
    await autoFix(editor, problem.range);
    await untilRules(uriOf('.env'));
    assert.equal(readFileSync(onDisk('.gitignore'), 'utf8'), '.env\n');
    assert.equal(git('status', '--porcelain', '-uall'), '?? .gitignore\n?? a.ts\n');
  });

  it('a tracked env file is an error until git no longer tracks it', async () => {
    await write({ '.env': 'A=1\n', '.gitignore': '.env\n' });
    git('add', '-f', '.env');
    const [problem] = await untilRules(uriOf('.env'), 'env-tracked');
    assert.match(problem?.message ?? '', /git rm --cached \.env/);
    git('rm', '-q', '--cached', '.env');
    await untilRules(uriOf('.env'));
  });

  it('code that reads the environment asks for an ignore entry', async () => {
    await write({ 'a.ts': 'f(process.env.A);\n' });
    await open('a.ts');
    const [problem] = await untilRules(uriOf('a.ts'), 'env-not-ignored');
    assert.equal(problem?.severity, vscode.DiagnosticSeverity.Warning);
    await write({ '.gitignore': '.env\n' });
    await untilRules(uriOf('a.ts'));
  });

  it('the audit and the command line say the same', async () => {
    await write({
      'a.ts': `f("${openai}");\n`,
      '.env': `A=${openai}\n`,
      'sub/.env.example': `A=${openai}\n`,
      Dockerfile: `FROM a\nENV K=${openai}\n`,
    });
    git('add', 'a.ts');
    await vscode.commands.executeCommand('keystow.auditWorkspace');
    let report = '';
    try {
      report = execFileSync(process.execPath, [cliPath(), 'audit', '--format', 'json'], {
        cwd: folder().fsPath,
        encoding: 'utf8',
        env: { ...process.env, ELECTRON_RUN_AS_NODE: '1' }, // the desktop's own executable is no plain Node
      });
    } catch (error) {
      report = (error as { stdout: string }).stdout; // exit code 1: something was found
    }
    const { findings } = JSON.parse(report) as {
      findings: { file: string; rule: string; message: string; startLine: number; startColumn: number }[];
    };
    const shown = ['.env', 'Dockerfile', 'a.ts', 'sub/.env.example'].flatMap((file) =>
      problemsOf(uriOf(file)).map(({ code, message, range }) => ({
        file,
        rule: typeof code === 'object' ? code.value : code,
        message,
        startLine: range.start.line + 1,
        startColumn: range.start.character + 1,
      })),
    );
    assert.equal(findings.length, 4);
    assert.deepEqual(
      shown,
      findings.map(({ file, rule, message, startLine, startColumn }) => ({
        file,
        rule,
        message,
        startLine,
        startColumn,
      })),
    );
  });

  describe('changes nothing where a part cannot be done', () => {
    const text = `f("${openai}");\n`;
    const cases: readonly (readonly [title: string, prepare: () => Promise<void>, reason: RegExp])[] = [
      [
        'a read-only .env',
        async () => {
          await write({ '.env': 'A=1\n', '.gitignore': '.env\n' });
          chmodSync(onDisk('.env'), 0o444);
        },
        /\.env is read-only/,
      ],
      [
        'a .env that is a link out of the workspace',
        async () => symlinkSync('/etc/hostname', onDisk('.env')),
        /symbolic link/,
      ],
      [
        'a .env that git tracks',
        async () => {
          await write({ '.env': 'A=1\n' });
          git('add', '.env');
        },
        /tracked by git/,
      ],
    ];
    for (const [title, prepare, reason] of cases) {
      it(title, async () => {
        await write({ 'a.ts': text });
        await prepare();
        const before = git('status', '--porcelain', '-uall');
        const editor = await open('a.ts');
        const [problem] = await untilRules(uriOf('a.ts'), 'openai-project-key');
        assert.ok(problem);
        const [action] = await actionsAt(uriOf('a.ts'), problem.range);
        assert.equal(action?.edit, undefined);
        await autoFix(editor, problem.range);
        assert.match(await errorShown(), reason);
        assert.equal(editor.document.getText(), text);
        assert.equal(git('status', '--porcelain', '-uall'), before);
        assert.ok(!existsSync(onDisk('.env.example')));
      });
    }
  });

  it('a file that vanishes between the diagnosis and the fix takes no key with it', async () => {
    await write({ '.envrc': 'dotenv\n', 'a.ts': `f("${openai}");\n` });
    const editor = await open('a.ts');
    await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), '\n')); // unsaved: the editor stays
    const problem = await until(() => problemsOf(uriOf('a.ts')).find(({ range }) => range.start.line === 1));
    await vscode.workspace.fs.delete(uriOf('a.ts'));
    await autoFix(editor, problem.range);
    await untilRules(uriOf('a.ts'));
    assert.equal(editor.document.getText(), '\nf(process.env.OPENAI_API_KEY);\n');
    await editor.document.save();
    await untilFiles({
      '.env': `OPENAI_API_KEY=${openai}\n`,
      '.env.example': 'OPENAI_API_KEY=\n',
      '.gitignore': '.env\n',
      'a.ts': '\nf(process.env.OPENAI_API_KEY);\n',
    });
  });
});

const cliPath = (): string => {
  const extension = vscode.extensions.getExtension('keystow.keystow');
  assert.ok(extension);
  return path.join(extension.extensionPath, 'dist/cli.js');
};
