import assert from 'node:assert/strict';
import {
  auditForModels,
  ciHosts,
  coverage,
  defaultSettings,
  explainKeys,
  explainRead,
  type FixPlan,
  isRefusal,
  type MoveOptions,
  namedReads,
  offersFor,
  planAgents,
  planCi,
  planFix,
  planMoveToEnv,
  pushSteps,
  type Refusal,
  reviewChecklist,
  rules,
  ruleTitle,
  scanDocument,
  summarise,
  t,
  translateWith,
} from '../../../src/engine/index';
import { languages } from '../../../src/engine/languages';
import { madeKey, secretParts } from '../../support/keys';
import { fill } from '../../support/markers';
import { type MemoryOptions, MemoryWorkspace } from '../../support/memoryWorkspace';
import { parsers } from '../../support/parsers';
import { readPolicy } from '../../support/policy';
import { inBrackets, outside } from '../../support/pseudo';
import { auditOf, formatted, withAcceptance, withKeys } from '../../support/reports';

const key = '«openai-project-key»';

const whole = (text: string, what = text): void => assert.equal(outside(text), '', what);

type Files = Readonly<Record<string, string | Uint8Array>>;

/** What a plan says, and why it is none. */
const wordsOf = (plan: FixPlan | Refusal): readonly string[] =>
  isRefusal(plan) ? [plan.refused] : [...plan.notes, ...plan.edits.flatMap(({ label }) => label.split('; '))];

/** Everything that is said of a file with keys, and of moving them. */
async function said(
  path: string,
  marked: string,
  around: Files = {},
  options: MemoryOptions & MoveOptions = {},
): Promise<readonly string[]> {
  const { text } = fill(marked);
  const document = { path, text };
  const workspace = new MemoryWorkspace({ ...around, [path]: text }, options);
  const host = { workspace, parsers, settings: defaultSettings };
  const findings = scanDocument(document, await workspace.facts(path));
  const words = findings.map(({ message }) => message);
  for (const finding of findings) {
    const { main, more } = await offersFor(host, document, finding);
    for (const offer of main === undefined ? more : [main, ...more])
      words.push('refused' in offer ? offer.refused : offer.title);
    words.push(...wordsOf(await planFix(host, document, finding)));
  }
  const plan = await planMoveToEnv(host, document, findings, options);
  return [...words, ...wordsOf(plan), ...(plan.left ?? []).map(({ reason }) => reason)];
}

describe('t', () => {
  afterEach(() => translateWith());

  it('is English, with values in place of numbers', () => {
    assert.equal(t('{0} in {1}, {0}', 'a', 2), 'a in 2, a');
    assert.equal(t('a {0} that is no value, {1}', 'x'), 'a x that is no value, {1}');
    assert.equal(t('nothing {0}'), 'nothing {0}');
    assert.equal(t('{0}', '{1} $& $1'), '{1} $& $1');
  });

  it('is what the editor makes of it, once that is known', () => {
    translateWith((message, ...args) => `${message.toUpperCase()} ${args.join()}`);
    assert.equal(t('{0} of {1}', 1, 2), '{0} OF {1} 1,2');
    translateWith();
    assert.equal(t('{0} of {1}', 1, 2), '1 of 2');
  });
});

describe('in another language', () => {
  afterEach(() => translateWith());

  it('every rule speaks it, wherever its key stands', () =>
    inBrackets(() => {
      const places = [
        ['a.ts', {}],
        ['a.ts', { inRepository: true, tracked: true }],
        ['a.ts', { inRepository: true, ignored: true }],
        ['a.tsx', {}],
        ['notes.txt', { inRepository: true, tracked: true }],
        ['.env.example', {}],
        ['.env', { inRepository: true, tracked: true }],
      ] as const;
      for (const { id, category, title } of rules) {
        assert.equal(ruleTitle(id), `⟦${title}⟧`);
        if (category !== 'key' || id === 'generic-api-key') continue;
        const text = `const ${id.replaceAll('-', '_')} = "${madeKey(id)}";\n`;
        for (const [path, facts] of places)
          for (const { message } of scanDocument({ path, text }, facts)) whole(message);
        for (const { reasons, rejected } of explainKeys({ path: 'a.ts', text }))
          for (const reason of [...reasons, rejected ?? '']) whole(reason);
      }
    }));

  it('what is wrong with env files and Dockerfiles, and what mends it', () =>
    inBrackets(async () => {
      const repository = { repository: true };
      const all = [
        await said('.env', 'A_KEY=some-words\n', {}, repository),
        await said('.env', `A_KEY=${key}\n`, {}, { ...repository, tracked: ['.env'] }),
        await said('.gitignore', '.env # not this\n', {}, repository),
        await said('Dockerfile', `FROM a\nENV K=${key}\nCMD a\n`),
        await said('Dockerfile', `FROM a\nARG K=${key}\nRUN echo $K\n`),
        await said('Dockerfile', 'FROM a\nENV DB_PASSWORD=kq83hfKw0qL\n'),
      ];
      assert.ok(all.every((words) => words.length > 0));
      for (const words of all) for (const one of words) whole(one);
    }));

  it('moves, in every language of programs', () =>
    inBrackets(async () => {
      for (const { extensions, sample } of languages) {
        const path = `a${extensions[0] ?? ''}`;
        const marked =
          sample === undefined ? `f("${key}")\n` : sample.text.replace(/(?<=["'])keystow(?=["'])/, key);
        const words = await said(path, marked);
        assert.ok(words.length > 1, path);
        for (const one of words) whole(one, `${path}: ${one}`);
      }
    }));

  it('what loads the env file, and where moves end', () =>
    inBrackets(async () => {
      const script = (command: string): Files => ({ 'package.json': `{"scripts":{"start":"${command}"}}\n` });
      const code = `f("${key}");\n`;
      const all = [
        await said('a.js', code, script('node a.js')),
        await said('a.ts', code, { ...script('nest start'), 'package-lock.json': '{}' }),
        await said('a.js', code, { 'package.json': '{"dependencies":{"next":"16"}}' }),
        await said('a.js', code, { 'package.json': '{"dependencies":{"electron":"40"}}' }),
        await said('App.js', code, { 'package.json': '{"dependencies":{"expo":"55"}}' }),
        await said('a.js', code, { 'manifest.json': '{"manifest_version":3,"name":"a","version":"1"}' }),
        await said('supabase/functions/a/index.ts', code),
        await said('a.py', `f("${key}")\n`, { 'requirements.txt': 'flask\n' }),
        await said('a.ipynb', `{"cells":[{"cell_type":"code","source":["k = '${key}'"]}],"nbformat":4}`),
        await said('a.js', code, { '.env': 'OPENAI_API_KEY=another\n' }),
        await said('a.js', code, { '.env': 'A="open\n' }),
        await said('a.js', code, { '.env': Uint8Array.from([0, 1]) }),
        await said('a.js', code, { '.env': Uint8Array.from([0xff, 0xfe, 0x41, 0]) }),
        await said('a.js', code, { '.env': 'A=1\n' }, { readOnly: ['.env'] }),
        await said('a.js', code, {}, { readOnly: ['a.js'] }),
        await said('a.js', code, { '.env': 'A=1\n' }, { repository: true, tracked: ['.env'] }),
        await said('a.js', code, { '.gitignore': 'a\n' }, { repository: true, readOnly: ['.gitignore'] }),
        await said('a.js', code, { 'env.ts': 'import { z } from "zod";\n' }, { repository: true }),
        await said('a.js', code, {}, { name: 'NODE_ENV' }),
        await said('a.txt', key),
        await said('.env.example', `A=${key}`),
      ];
      assert.ok(all.every((words) => words.length > 0));
      for (const words of all) for (const one of words) whole(one);
    }));

  it('policies, CI and agents', () =>
    inBrackets(async () => {
      const policies = [
        '{',
        '[]',
        '{"unknown":1,"salt":"x","severity":{"no-such-rule":"error","env-tracked":"bad"},"loader":"x"}',
        '{"salt":"00","salt":"00","exclude":1,"forbidden":[1],"providers":["x"],"envFile":"a","extends":["x"]}',
        '{"overrides":[{},1],"accepted":[{},1,{"fingerprint":"x","rule":"?","date":"x","expires":"x"}]}',
        '{"rules":[{},{"id":"x"},{"id":"a-b","prefix":"x"},{"id":"a-c","pattern":"("},{"id":"a-d"}]}',
      ];
      for (const policy of policies) {
        const { problems } = await readPolicy(policy);
        assert.ok(problems.length > 0, policy);
        for (const { message } of problems) whole(message);
      }
      const forbidding = await readPolicy('{"forbidden":["openai-project-key"],"providers":["stripe"]}');
      for (const rule of ['openai-project-key', 'anthropic-api-key']) {
        const document = { path: 'a.ts', text: `f("${madeKey(rule)}")` };
        const [finding] = scanDocument(document, {}, { ...defaultSettings, policy: forbidding });
        whole(finding?.message ?? 'none');
      }
      for (const { plan } of await planAgents(
        new MemoryWorkspace({ '.claude/settings.json': '[]', '.cursorignore': '!.env\n!*\n' }),
      ))
        for (const one of wordsOf(plan)) whole(one);
      const pinned = {
        'package.json': '{"devDependencies":{"keystow":"1.0.0"}}',
        'package-lock.json': '{"packages":{"node_modules/keystow":{}}}',
      };
      const projects: readonly Files[] = [
        {},
        { 'package.json': '{ broken' },
        pinned,
        { ...pinned, '.github/workflows/keystow.yml': 'a', '.gitlab-ci.yml': 'keystow:\n  script: a\n' },
        { ...pinned, '.gitlab-ci.yml': '- a\n' },
        { ...pinned, '.gitlab-ci.yml': 'a: [' },
      ];
      for (const project of projects)
        for (const host of ciHosts)
          for (const one of wordsOf(await planCi(new MemoryWorkspace(project), host))) whole(one);
    }));

  it('hovers', () =>
    inBrackets(() => {
      const text = 'f(process.env.A_KEY, process.env.NEXT_PUBLIC_B);\n';
      const document = { path: 'a.ts', text };
      const at = { path: '.env', line: 0 };
      const facts = [{}, { inRepository: true, ignored: false }, { tracked: true }, { ignored: true }];
      const definitions = facts.map((one) => ({ ...at, hasValue: true, facts: one }));
      for (const read of namedReads(document))
        for (const some of [definitions, definitions.slice(0, 2), []])
          for (const note of explainRead(document, read, some)) whole(note.text);
    }));

  it('reports for people, whose rest is marks, numbers and names; those for programs and models are English', async () => {
    const reports = [await withKeys(), await withAcceptance()];
    let models = '';
    await inBrackets(async () => {
      models = auditForModels(reports, rules);
      const inLanguage = [await withKeys(), await withAcceptance(), await auditOf({ '.env': 'A=b\n' }, true)];
      for (const report of inLanguage) {
        const page = formatted('html', report, { language: 'xx' });
        assert.match(page, /<html lang="xx">/);
        const body = page.slice(page.indexOf('<body>')).replace(/<code>[\s\S]*?<\/code>|<[^>]*>/g, ' ');
        const texts = [
          body,
          formatted('markdown', report),
          reviewChecklist(report, rules, ['.env.example'], 'https://a.example', 'a'),
          summarise(report),
        ];
        for (const text of texts) assert.doesNotMatch(outside(links(text)), /[A-Za-z]{3,} [a-z]{2,}/);
      }
      for (const id of ['json', 'sarif']) {
        const [report] = reports;
        assert.ok(report !== undefined && !formatted(id, report).includes('⟦'), id);
      }
    });
    assert.equal(models, auditForModels(reports, rules));
  });

  it('what agents are told, and how a refused push gets through', () =>
    inBrackets(async () => {
      const plans = await planAgents(new MemoryWorkspace({}));
      assert.doesNotMatch(outside(links(coverage(plans, new Set()))), /[A-Za-z]{3,} [a-z]{2,}/);
      const places = [{ commit: 'abcdef0', file: 'a.ts', line: 1 }];
      const refusal = {
        server: 'GitHub',
        keys: [{ kind: 'Key', places, allow: 'https://a.example' }],
      } as const;
      for (const branch of [[], [{ id: 'abcdef01', parents: ['1'] }]])
        assert.doesNotMatch(
          outside(links(pushSteps(refusal, branch))).replace(/```[\s\S]*?```/g, ''),
          /[A-Za-z]{3,} [a-z]{2,}/,
        );
    }));

  it('a message that is asked for never holds a part of a key, or a name of the project', async () => {
    const secret = madeKey('openai-project-key');
    const asked = await inBrackets(async () => {
      await said('secretive.ts', `const SecretName = "${key}";\n`, { '.env': 'SECRET_NAME=1\n' });
      await said('Dockerfile', `FROM a\nENV SECRET_NAME=${key}\n`);
      await said('.env', `SECRET_NAME=${key}\n`, {}, { repository: true, tracked: ['.env'] });
    });
    assert.ok(asked.length > 20);
    const all = asked.join('\n');
    for (const part of [...secretParts(secret), 'secretive', 'SecretName', 'SECRET_NAME'])
      assert.ok(!all.includes(part));
  });

  it('changes nothing that tells findings apart', async () => {
    const english = await withKeys();
    await inBrackets(async () => {
      const other = await withKeys();
      assert.deepEqual(
        other.findings.map(({ message: _, ...rest }) => rest),
        english.findings.map(({ message: _, ...rest }) => rest),
      );
    });
  });
});

/** Without addresses, and what is called or said by others. */
const links = (text: string): string =>
  text
    .replace(/\*\*[^*⟦]*\*\*/g, '') // names of agents
    .replace(/a sample of …, see \S*/g, '') // the reason that somebody gave
    .replace(/\]\([^)]*\)/g, ']')
    .replace(/<?https?:[^\s>)]*>?/g, '');
