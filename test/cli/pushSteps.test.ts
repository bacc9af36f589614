import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type BranchCommit, type PushRefusal, pushSteps } from '../../src/engine/index';
import { commitsIn } from '../../src/platform/git.node';
import { madeKey } from '../support/keys';
import { TempFolder } from '../support/temp';

const key = madeKey('openai-project-key');
const leak = `ask("${key}");\n`;
const mended = 'ask(process.env.OPENAI_API_KEY);\n';

/** A repository on a branch, and what is done in it. */
class Branch {
  readonly #folder = new TempFolder();
  readonly dir = this.#folder.dir;

  constructor() {
    this.git('init', '-q', '-b', 'main');
    for (const setting of ['user.name=t', 'user.email=t@t.invalid', 'core.editor=true'])
      this.git('config', ...setting.split('='));
  }

  git(...args: string[]): string {
    return this.#folder.git(...args).trim();
  }

  remove(): void {
    this.#folder.remove();
  }

  commit(message: string, files: Readonly<Record<string, string>>): string {
    this.#folder.write(files);
    this.git('add', '.');
    this.git('commit', '-q', '-m', message);
    return this.git('rev-parse', 'HEAD');
  }

  /** The steps after a server has named these commits; the block with the number `which` is run. */
  async follow(commits: readonly string[], which = 0): Promise<string> {
    const refusal: PushRefusal = {
      server: 'GitHub',
      keys: [{ kind: 'Key', places: commits.map((commit) => ({ commit, file: 'ask.ts', line: 1 })) }],
    };
    const steps = pushSteps(refusal, await commitsIn(this.dir, 1000));
    const blocks = Array.from(steps.matchAll(/```sh\n([\s\S]*?)```/g), ([, block = '']) => block);
    const { status, stderr } = spawnSync('sh', ['-e', '-c', blocks[which] ?? 'exit 9'], {
      cwd: this.dir,
      encoding: 'utf8',
    });
    assert.equal(status, 0, `${blocks[which]}\n${stderr}`);
    return steps;
  }

  /** Messages of the branch, the newest first, and whether any of its commits has the key. */
  state(): { readonly messages: readonly string[]; readonly leaks: boolean } {
    const commits = this.git('rev-list', 'HEAD').split('\n');
    const grep = spawnSync('git', ['grep', '-q', '-F', key, ...commits], { cwd: this.dir });
    return { messages: this.git('log', '--format=%s').split('\n'), leaks: grep.status === 0 };
  }
}

/** The commands are run as they are told, by the shell, with real git. */
describe('the steps after a refused push', () => {
  let branch: Branch;
  beforeEach(() => {
    branch = new Branch();
  });
  afterEach(() => branch.remove());

  it('take a key out of the last commit', async () => {
    branch.commit('first', { 'a.ts': 'a\n' });
    const leaky = branch.commit('ask', { 'ask.ts': leak });
    assert.deepEqual(branch.state(), { messages: ['ask', 'first'], leaks: true });
    writeFileSync(path.join(branch.dir, 'ask.ts'), mended);
    await branch.follow([leaky.slice(0, 9)]);
    assert.deepEqual(branch.state(), { messages: ['ask', 'first'], leaks: false });
    assert.equal(branch.git('status', '--porcelain'), '');
  });

  it('take it out of an earlier one, and keep those behind it', async () => {
    const rest = '\n\n\nrest();\n';
    branch.commit('first', { 'a.ts': 'a\n' });
    const leaky = branch.commit('ask', { 'ask.ts': `${leak}${rest}` });
    const later = branch.commit('more', { 'ask.ts': `${leak}${rest}more();\n` });
    branch.commit('last', { 'b.ts': 'b\n' });
    writeFileSync(path.join(branch.dir, 'ask.ts'), `${mended}${rest}more();\n`);
    const steps = await branch.follow([later, leaky]);
    assert.match(steps, /came with commit `[0-9a-f]{10}`, and 2 commits followed/);
    assert.deepEqual(branch.state(), { messages: ['last', 'more', 'ask', 'first'], leaks: false });
    assert.equal(readFileSync(path.join(branch.dir, 'ask.ts'), 'utf8'), `${mended}${rest}more();\n`);
  });

  it('make the commits one where later ones have changed the same lines', async () => {
    branch.commit('first', { 'a.ts': 'a\n' });
    const leaky = branch.commit('ask', { 'ask.ts': leak });
    branch.commit('more', { 'ask.ts': `${leak}more();\n` });
    writeFileSync(path.join(branch.dir, 'ask.ts'), `${mended}more();\n`);
    await assert.rejects(branch.follow([leaky]), /Could not apply/);
    branch.git('rebase', '--abort');
    branch.git('config', 'core.editor', 'echo both >');
    await branch.follow([leaky], 1);
    assert.deepEqual(branch.state(), { messages: ['both', 'first'], leaks: false });
  });

  it('take it out of the very first one', async () => {
    const leaky = branch.commit('ask', { 'ask.ts': leak });
    branch.commit('more', { 'b.ts': 'b\n' });
    writeFileSync(path.join(branch.dir, 'ask.ts'), mended);
    await branch.follow([leaky]);
    assert.deepEqual(branch.state(), { messages: ['more', 'ask'], leaks: false });
  });

  it('keep merges', async () => {
    branch.commit('first', { 'a.ts': 'a\n' });
    const leaky = branch.commit('ask', { 'ask.ts': leak });
    branch.git('checkout', '-q', '-b', 'side');
    branch.commit('beside', { 'b.ts': 'b\n' });
    branch.git('checkout', '-q', 'main');
    branch.commit('more', { 'c.ts': 'c\n' });
    branch.git('merge', '-q', '-m', 'merge', 'side');
    writeFileSync(path.join(branch.dir, 'ask.ts'), mended);
    await branch.follow([leaky]);
    const { messages, leaks } = branch.state();
    assert.deepEqual([messages[0], leaks], ['merge', false]);
    assert.equal(branch.git('rev-list', '--merges', '--count', 'HEAD'), '1');
  });

  it('make them one where a later one has taken it out already', async () => {
    branch.commit('first', { 'a.ts': 'a\n' });
    const leaky = branch.commit('ask', { 'ask.ts': leak });
    branch.commit('oops', { 'ask.ts': mended });
    branch.git('config', 'core.editor', 'echo both >');
    await branch.follow([leaky], 1);
    assert.deepEqual(branch.state(), { messages: ['both', 'first'], leaks: false });
    assert.equal(readFileSync(path.join(branch.dir, 'ask.ts'), 'utf8'), mended);
  });

  it('ask for the commit where the branch is not known', () => {
    const refusal: PushRefusal = {
      server: 'GitLab',
      keys: [{ kind: 'a *b*', places: [{ commit: 'abcdef1', file: 'a`b.ts', line: 3 }] }],
    };
    const unknown: readonly BranchCommit[] = [{ id: 'ffff'.repeat(10), parents: [] }];
    for (const commits of [[], unknown]) {
      const steps = pushSteps(refusal, commits);
      assert.match(steps, /git commit --fixup=COMMIT\ngit rebase -i --autosquash --rebase-merges COMMIT\^/);
      assert.match(steps, /\| a &#42;b&#42; \| <code>a&#96;b&#46;ts<\/code>:3 \| `abcdef1` \|/);
    }
    assert.match(pushSteps({ server: 'GitHub', keys: [] }, []), /Open the file, and choose/);
  });
});
