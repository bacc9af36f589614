import assert from 'node:assert/strict';
import ignore from 'ignore';
import { parse } from 'jsonc-parser';
import {
  type AgentPlan,
  agents,
  applyEdits,
  coverage,
  defaultSettings,
  type FixPlan,
  isRefusal,
  planAgents,
} from '../../../src/engine/index';
import { type MemoryOptions, MemoryWorkspace } from '../../support/memoryWorkspace';

type Files = Readonly<Record<string, string | Uint8Array>>;

const plansOf = (files: Files, options?: MemoryOptions): Promise<readonly AgentPlan[]> =>
  planAgents(new MemoryWorkspace(files, options));

function planFor(plans: readonly AgentPlan[], id: string): FixPlan {
  const plan = plans.find(({ agent }) => agent.id === id)?.plan;
  assert.ok(plan !== undefined && !isRefusal(plan), JSON.stringify(plan));
  return plan;
}

function refusalOf(plans: readonly AgentPlan[], id: string): string {
  const plan = plans.find(({ agent }) => agent.id === id)?.plan;
  assert.ok(plan !== undefined && isRefusal(plan));
  return plan.refused;
}

/** The files after the plans, those that are refused apart. */
function applied(files: Files, plans: readonly AgentPlan[]): Record<string, string | Uint8Array> {
  const result = { ...files };
  for (const { plan } of plans) {
    if (isRefusal(plan)) continue;
    for (const edit of plan.edits)
      result[edit.path] = edit.kind === 'create' ? edit.text : applyEdits(edit.before, edit.edits);
  }
  return result;
}

const textAfter = async (files: Files, id: string): Promise<string> => {
  const plans = await plansOf(files);
  const { file } = agents.find((agent) => agent.id === id) ?? assert.fail();
  return String(
    applied(
      files,
      plans.filter(({ agent }) => agent.id === id),
    )[file],
  );
};

const secret = ['.env', '.env.local', '.env.production', 'apps/web/.env', 'apps/web/.env.local', '.dev.vars'];
const shared = [
  '.env.example',
  '.env.local.example',
  'apps/web/.env.sample',
  'example.env',
  'src/env.ts',
  '.envrc',
];

describe('agents', () => {
  it('have ids and files of their own, and documentation', () => {
    assert.equal(new Set(agents.map(({ id }) => id)).size, agents.length);
    assert.equal(new Set(agents.map(({ file }) => file)).size, agents.length);
    for (const { source, traces, file, limits } of agents) {
      assert.match(source.url, /^https:/);
      assert.match(source.read, /^\d{4}-\d\d-\d\d$/);
      assert.ok(traces.includes(file.split('/')[0] ?? ''), file);
      assert.match(limits, /\.$/);
    }
  });

  it('are told by files and folders of the root', async () => {
    const plans = await plansOf({ '.claude/commands/a.md': '', 'GEMINI.md': '', 'src/.cursorrules': '' });
    assert.deepEqual(
      plans.filter(({ isUsed }) => isUsed).map(({ agent }) => agent.id),
      ['claude-code', 'gemini-cli'],
    );
  });

  for (const { id, file } of agents.filter(
    (agent) => agent.file.startsWith('.') && agent.id !== 'claude-code',
  ))
    it(`${id}: ${file} names env files, and lets templates through`, async () => {
      const text = await textAfter({}, id);
      const rules = ignore().add(text);
      for (const path of secret) assert.ok(rules.ignores(path), path);
      for (const path of shared) assert.ok(!rules.ignores(path), path);
      assert.equal(await textAfter({ [file]: text }, id), text);
    });

  it('a second run has nothing to do, whatever was there', async () => {
    const files = {
      '.claude/settings.json': '{"permissions": {"deny": ["Bash(rm *)"]}}',
      '.cursorignore': 'dist/',
      '.aiignore': '*.pem\r\n',
      'odd name[1].env': 'A=1',
      'prod.env': 'A=1',
    };
    const first = await plansOf(files);
    for (const { plan } of first) assert.ok(!isRefusal(plan) && plan.edits.length === 1);
    const done = applied(files, first);
    for (const { plan } of await plansOf(done)) assert.ok(!isRefusal(plan) && plan.edits.length === 0);
  });

  it('keeps every byte of an ignore file, and its line ends', async () => {
    const before = '# ours\r\ndist/\r\n.env\r\n';
    const text = await textAfter({ '.cursorignore': before }, 'cursor');
    assert.ok(text.startsWith(before));
    assert.ok(!/[^\r]\n/.test(text));
    assert.ok(!text.slice(before.length).includes('\r\n.env\r\n'), 'what is there is not said again');
  });

  it('ends the last line first', async () => {
    assert.match(await textAfter({ '.rooignore': 'dist' }, 'roo-code'), /^dist\n\n# Env files/);
  });

  it('takes what is said in other words', async () => {
    assert.equal(await textAfter({ '.cursorignore': '.*\n*.env\n' }, 'cursor'), '.*\n*.env\n');
  });

  it('leaves a template locked that the project locks', async () => {
    const text = await textAfter({ '.cursorignore': '.env.example\n' }, 'cursor');
    assert.ok(ignore().add(text).ignores('.env.example'));
    assert.ok(!ignore().add(text).ignores('.env.sample'));
  });

  it('wins over a line that takes .env back', async () => {
    assert.ok(
      ignore()
        .add(await textAfter({ '.geminiignore': '*\n!.env\n' }, 'gemini-cli'))
        .ignores('.env'),
    );
  });

  it('names the env file that the policy names, whatever its name is', async () => {
    const [problems, accepted, exclude, forbidden, severity, customRules, files] = [
      [],
      [],
      [],
      [],
      [],
      [],
      [],
    ];
    const policy = {
      ...{ problems, accepted, exclude, forbidden, severity, customRules, files },
      envFile: { value: 'config/keys [1].txt', at: '.keystow.json:1' },
    };
    const settings = { ...defaultSettings, policy };
    const plans = await planAgents(new MemoryWorkspace({}), settings);
    for (const { plan } of plans) {
      assert.ok(!isRefusal(plan));
      const [edit] = plan.edits;
      assert.ok(edit?.kind === 'create' && edit.text.includes('keys'));
    }
    const again = await planAgents(new MemoryWorkspace(applied({}, plans)), settings);
    for (const { plan } of again) assert.ok(!isRefusal(plan) && plan.edits.length === 0);
  });
});

describe('Claude Code', () => {
  const file = '.claude/settings.json';
  const denied = (text: string): readonly string[] => parse(text).permissions.deny;

  it('gets rules that name env files one by one, so that templates stay readable', async () => {
    const text = await textAfter({ 'prod.env': 'A=1', '.env.qa': 'A=1' }, 'claude-code');
    JSON.parse(text);
    const rules = denied(text);
    for (const name of ['.env', '.env.local', '.env.*.local', '.env.production', 'prod.env', '.env.qa'])
      assert.ok(rules.includes(`Read(**/${name})`), name);
    const patterns = ignore().add(rules.map((rule) => rule.slice('Read('.length, -1)));
    for (const path of shared) assert.ok(!patterns.ignores(path), path);
  });

  it('keeps what is there, its indentation and its order', async () => {
    const before =
      '{\n\t"model": "x",\n\t"permissions": {\n\t\t"allow": ["Bash(ls)"],\n\t\t"deny": [\n\t\t\t"WebFetch"\n\t\t]\n\t}\n}\n';
    const text = await textAfter({ [file]: before }, 'claude-code');
    assert.ok(text.startsWith(before.slice(0, before.indexOf('"WebFetch"') + '"WebFetch"'.length)));
    assert.ok(text.endsWith('"\n\t\t]\n\t}\n}\n'));
    assert.match(text, /\n\t\t\t"Read\(\*\*\/\.env\)",\n/);
    assert.equal(denied(text)[0], 'WebFetch');
  });

  it('keeps CRLF', async () => {
    const text = await textAfter({ [file]: '{\r\n  "model": "x"\r\n}\r\n' }, 'claude-code');
    assert.ok(!/[^\r]\n/.test(text));
    assert.ok(denied(text).length > 5);
  });

  it('goes by the text behind a byte order mark, which stays', async () => {
    const bytes = new TextEncoder().encode('\uFEFF{ "model": "x" }\n');
    const [edit] = planFor(await plansOf({ [file]: bytes }), 'claude-code').edits;
    assert.ok(edit?.kind === 'change' && edit.before.startsWith('{'));
  });

  it('does not repeat rules that catch a file at any depth', async () => {
    const text = await textAfter(
      { [file]: '{"permissions":{"deny":["Read(.env)","Read(./.env.local)"]}}' },
      'claude-code',
    );
    assert.ok(!denied(text).includes('Read(**/.env)'));
    assert.ok(denied(text).includes('Read(**/.env.local)'), './ is the root only');
    const all = '{"permissions":{"deny":["Read"]}}';
    assert.equal(await textAfter({ [file]: all }, 'claude-code'), all);
  });

  it('refuses what it cannot read, and names the file', async () => {
    for (const text of ['{ "permissions": ', '[]', 'x', '{ "a": 1, // b\n }', '{ "a": 1, }'])
      assert.match(
        refusalOf(await plansOf({ [file]: text }), 'claude-code'),
        /^\.claude\/settings\.json is no JSON/,
      );
    assert.match(
      refusalOf(await plansOf({ [file]: '{ "permissions": [] }' }), 'claude-code'),
      /^\.claude\/settings\.json has "permissions" that are no object/,
    );
    assert.match(
      refusalOf(await plansOf({ [file]: '{ "permissions": { "deny": "Read" } }' }), 'claude-code'),
      /"permissions\.deny" that is no list/,
    );
  });
});

describe('files that cannot be written', () => {
  it('are refused by name', async () => {
    const plans = await plansOf(
      {
        '.cursorignore': 'dist\n',
        '.geminiignore': new Uint8Array([0xff, 0xfe, 0x61, 0x00]),
        '.rooignore': new Uint8Array([0, 1]),
      },
      { readOnly: ['.cursorignore'] },
    );
    assert.equal(refusalOf(plans, 'cursor'), '.cursorignore is read-only.');
    assert.match(refusalOf(plans, 'gemini-cli'), /^\.geminiignore is not saved as UTF-8/);
    assert.match(refusalOf(plans, 'roo-code'), /^\.rooignore could not be read: binary/);
  });
});

describe('coverage', () => {
  it('says for each agent what is covered and what is not', async () => {
    const plans = await plansOf({ '.cursorignore': '.*\n*.env\n', '.rooignore': new Uint8Array([0, 1]) });
    const text = coverage(plans, new Set(['claude-code']));
    const [, covered = '', open = '', nothing = ''] = text.split('\n## ');
    assert.match(covered, /\*\*Claude Code\*\*: `\.claude\/settings\.json`/);
    assert.match(covered, /\*\*Cursor\*\*/);
    assert.match(open, /\*\*Windsurf\*\*: `\.codeiumignore` was not chosen/);
    assert.match(open, /\*\*Roo Code\*\*: \.rooignore could not be read/);
    assert.match(nothing, /\*\*GitHub Copilot\*\*: It reads no ignore file/);
  });
});
