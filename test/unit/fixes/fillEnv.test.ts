import assert from 'node:assert/strict';
import {
  applyEdits,
  defaultSettings,
  envGaps,
  type FixPlan,
  isRefusal,
  noPolicy,
  planFillEnv,
  type Settings,
  valueRefusal,
} from '../../../src/engine/index';
import { madeKey, secretParts } from '../../support/keys';
import { type MemoryOptions, MemoryWorkspace } from '../../support/memoryWorkspace';

const openai = madeKey('openai-project-key');
const inGit: MemoryOptions = { repository: true };
const ignored = { '.gitignore': '.env*\n!.env.example\n.dev.vars\n' };

const gaps = async (
  files: Readonly<Record<string, string | Uint8Array>>,
  options: MemoryOptions = inGit,
  template = '.env.example',
) => envGaps(new MemoryWorkspace({ ...ignored, ...files }, options), template);

async function plan(
  files: Readonly<Record<string, string>>,
  values: Readonly<Record<string, string | undefined>>,
): Promise<FixPlan | string> {
  const workspace = new MemoryWorkspace(files, inGit);
  const made = await planFillEnv(workspace, '.env.example', new Map(Object.entries(values)));
  return isRefusal(made) ? made.refused : made;
}

describe('envGaps', () => {
  it('lists names without a value, each once, in the order of the template', async () => {
    const found = await gaps({
      '.env.example': '# keys\nexport B=\nA=your-key-here\nB=\nPORT=3000\nNEXT_PUBLIC_X=\nDONE=\nodd.name=\n',
      '.env': 'DONE=1\nA=\nPORT=""\n',
    });
    assert.ok(!isRefusal(found));
    assert.deepEqual(found, {
      envPath: '.env',
      missing: [
        { name: 'B', hasDefault: false, isPublic: false },
        { name: 'A', hasDefault: false, isPublic: false },
        { name: 'PORT', hasDefault: true, isPublic: false },
        { name: 'NEXT_PUBLIC_X', hasDefault: false, isPublic: true },
      ],
      ignore: [],
    });
  });

  it('knows the env file of a template', async () => {
    const cases: readonly (readonly [template: string, envPath: string])[] = [
      ['.env.example', '.env'],
      ['a/.env.sample', 'a/.env'],
      ['.env.local.example', '.env.local'],
      ['.dev.vars.example', '.dev.vars'],
      ['example.env', '.env'],
      ['b/sample.env', 'b/.env'],
    ];
    for (const [template, envPath] of cases) {
      const found = await gaps({ [template]: 'A=\n' }, inGit, template);
      assert.equal(isRefusal(found) ? found.refused : found.envPath, envPath);
    }
  });

  it('follows the policy of the project', async () => {
    const settings = (value: string): Settings => ({
      ...defaultSettings,
      policy: { ...noPolicy, envFile: { value, at: '.keystow.json:1' } },
    });
    const pathFor = async (template: string, envFile: string): Promise<string> => {
      const workspace = new MemoryWorkspace({ ...ignored, [template]: 'A=\n' }, inGit);
      const found = await envGaps(workspace, template, settings(envFile));
      return isRefusal(found) ? found.refused : found.envPath;
    };
    assert.equal(await pathFor('a/.env.example', '.env.local'), 'a/.env.local');
    assert.equal(await pathFor('.env.example', 'apps/web/.env'), 'apps/web/.env');
    assert.equal(await pathFor('.env.test.example', '.env.local'), '.env.test');
  });

  it('refuses where the env file is no safe place', async () => {
    const template = { '.env.example': 'A=\n' };
    const refusal = async (...args: Parameters<typeof gaps>): Promise<string> => {
      const found = await gaps(...args);
      return isRefusal(found) ? found.refused : 'not refused';
    };
    assert.equal(
      await refusal({ ...template, '.env': 'B=1\n' }, { ...inGit, tracked: ['.env'] }),
      '.env is tracked by git. Run git rm --cached .env first.',
    );
    assert.equal(
      await refusal({ ...template, '.env': Uint8Array.from([0, 1]) }),
      '.env could not be read: binary.',
    );
    assert.equal(await refusal({}), '.env.example could not be read: it is gone.');
  });

  it('tells the ignore entry that is missing', async () => {
    const found = await envGaps(new MemoryWorkspace({ '.env.example': 'A=\n' }, inGit), '.env.example');
    assert.ok(!isRefusal(found));
    assert.deepEqual(
      found.ignore.map(({ kind, path }) => [kind, path]),
      [['create', '.gitignore']],
    );
  });
});

describe('planFillEnv', () => {
  it('writes what was given, under its own name, and leaves the rest of the file', async () => {
    const before = '# mine\r\nB=2\r\nA=\r\n';
    const files = { ...ignored, '.env.example': 'A=\nPORT=3000\nC=\n', '.env': before };
    const made = await plan(files, { A: openai, PORT: undefined, C: undefined });
    assert.ok(typeof made === 'object', String(made));
    const [edit, ...more] = made.edits;
    assert.ok(edit?.kind === 'change' && more.length === 0);
    assert.equal(applyEdits(edit.before, edit.edits), `# mine\r\nB=2\r\nA=${openai}\r\nPORT=3000\r\n`);
    for (const part of secretParts(openai))
      assert.ok(!JSON.stringify([edit.label, edit.path, made.stored, made.notes]).includes(part));
  });

  it('never writes over a value, nor beside it', async () => {
    const files = { ...ignored, '.env.example': 'A=\n', '.env': 'A=appeared-meanwhile\n' };
    assert.equal(await plan(files, { A: openai }), 'The env file already has another value for A.');
  });

  it('adds the ignore entry first', async () => {
    const made = await plan({ '.env.example': 'A=\n' }, { A: 'x y' });
    assert.ok(typeof made === 'object', String(made));
    assert.deepEqual(
      made.edits.map(({ path }) => path),
      ['.gitignore', '.env'],
    );
    assert.match(made.notes.join(), /quotes/);
  });

  it('stores names that no key could have: the project itself has them', async () => {
    const files = { ...ignored, '.env.example': 'PORT=\nVITE_A=\n' };
    assert.ok(typeof (await plan(files, { PORT: '8080', VITE_A: 'x' })) === 'object');
  });
});

describe('what is typed', () => {
  it('is stored as it is, even where it looks like a placeholder', async () => {
    const made = await plan({ ...ignored, '.env.example': 'A=\n' }, { A: 'changeme' });
    assert.ok(typeof made === 'object', String(made));
    assert.deepEqual(made.edits, [{ kind: 'create', path: '.env', label: 'store A', text: 'A=changeme\n' }]);
  });
});

describe('valueRefusal', () => {
  it('takes what env files read alike, and tells nothing of the rest', () => {
    assert.equal(valueRefusal('A', openai), undefined);
    assert.equal(valueRefusal('PORT', '3000'), undefined);
    const reason = valueRefusal('A', `${openai}'"`) ?? '';
    assert.match(reason, /by hand/);
    for (const part of secretParts(openai)) assert.ok(!reason.includes(part));
  });
});
