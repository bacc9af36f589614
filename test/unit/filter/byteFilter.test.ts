import assert from 'node:assert/strict';
import { kindsOf } from '../../../src/engine/detectors/detector';
import { detectors } from '../../../src/engine/detectors/index';
import { createByteFilter, firstEnvRead, namedReads, scanDocument } from '../../../src/engine/index';
import { languages } from '../../../src/engine/languages/index';
import { type Filling, places, wrapped } from '../../eval/positives';
import { fixtures } from '../../support/fixtures';
import { madeKey } from '../../support/keys';
import { fill, sections } from '../../support/markers';
import { randomText, seeded } from '../../support/random';

const filter = createByteFilter();
assert.ok(filter !== undefined);

function worthOf(path: string, bytes: Uint8Array): string {
  const room = filter?.room(bytes.length);
  assert.ok(room !== undefined);
  room.set(bytes);
  return filter?.worthOf(path, bytes.length) ?? '';
}

/** What a filter must not let pass, by what a scan of the whole text finds; gives whether it found anything. */
function assertNotMissed(path: string, text: string): boolean {
  const bytes = new TextEncoder().encode(text);
  const worth = worthOf(path, bytes);
  // A text that is no UTF-16 has no bytes of its own.
  const document = { path, text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes) };
  const findings = scanDocument(document);
  const isRead = firstEnvRead(document) !== undefined || namedReads(document).length > 0;
  const keys = findings.filter(({ category }) => category === 'key');
  const named = findings.filter(({ rule }) => rule !== 'env-value-shown');
  const told = `${path}, text of ${text.length} characters: ${findings.map(({ rule }) => rule).join(', ')}`;
  if (keys.length > 0) assert.equal(worth, 'everything', told);
  // What is no key by itself, but by its place, is checked without one, or beside one.
  if (named.length > 0) assert.match(worth, /^(?:everything|checks)$/, told);
  if (isRead || findings.length > 0) assert.notEqual(worth, 'nothing', told);
  return findings.length > 0 || isRead;
}

const fillingOf = (key: string, env: string, id: string, title: string): Filling => ({
  key,
  env,
  id,
  brand: title.replace(/\W/g, ''),
  host: `api.${id}.com`,
});

describe('the filter of an audit lets nothing pass', () => {
  it('of every text of the fixtures, under its own name and others', () => {
    let found = 0;
    for (const { text } of fixtures)
      for (const { path, body } of sections(text))
        for (const name of [path.replace(/^after /, ''), 'a.ts', 'a.txt', 'a.py', 'a.sh'])
          if (assertNotMissed(name, fill(body).text)) found++;
    assert.ok(found > 1000);
  });

  it('of any kind of key, wherever developers leave it', () => {
    let found = 0;
    for (const [index, detector] of detectors.entries())
      for (const kind of kindsOf(detector))
        for (const [path, write] of places.filter((_, place) => place % 7 === index % 7)) {
          const key = kind.example(randomText(index));
          const text = write(fillingOf(key, kind.envName, detector.id, detector.title));
          if (assertNotMissed(path, text)) found++;
        }
    assert.ok(found > 2000);
  });

  it('at any place of the blocks in which bytes are read', () => {
    const key = madeKey('openai-project-key');
    const uuid = '7f3a9c2e-6a1b-4f7e-9d55-0c8a1e2b3d4f';
    for (let before = 0; before < 130; before++) {
      const lead = ' '.repeat(before);
      for (const text of [
        key,
        `"${key.slice(0, 9)}" + "${key.slice(9)}"`,
        `"${key.slice(0, 30)}"\n  . '${key.slice(30, 40)}' . r"${key.slice(40)}"`,
        `heroku_api_key = "${uuid}"`,
        `postgres://u:${uuid.slice(0, 13)}@db.internal.corp/x`,
        'x = process.env.A',
      ])
        assert.ok(assertNotMissed('a.js', `${lead}${text}`), text.slice(0, 4));
    }
  });

  it('of keys in pieces, however they are put together', () => {
    let found = 0;
    for (const [index, { kinds }] of detectors.entries())
      for (const { example } of kinds) {
        const key = example(randomText(index + 3));
        for (const [part, [path, write]] of wrapped.entries()) {
          const at = 3 + ((index * 7 + part * 3) % (key.length - 4));
          if (assertNotMissed(path, write(key.slice(0, at), key.slice(at)))) found++;
        }
        for (const joint of ["' + '", '" . "', '" "', '\\\n', '" \\\n  "', "' +\n\t'", '" + "" + "', '""']) {
          const pieces = [key.slice(0, 6), key.slice(6, 14), key.slice(14)];
          if (assertNotMissed('a.py', `k = "${pieces.join(joint)}"\n`)) found++;
          if (assertNotMissed('a.js', `const k = ["${pieces.join('", "')}"].join("");\n`)) found++;
        }
      }
    assert.ok(found > 2000);
  });

  it('of keys of which a part is in a variable', () => {
    let found = 0;
    for (const [index, { kinds }] of detectors.entries())
      for (const { example } of kinds) {
        const key = example(randomText(index + 5));
        for (const at of [3, 6, key.length >> 1, key.length - 6]) {
          const [head, tail] = [key.slice(0, at), key.slice(at)];
          for (const [path, text] of [
            ['a.ts', `const tail = "${tail}";\nconst k = \`${head}\${tail}\`;\n`],
            ['a.ts', `const head = '${head}';\nconst k = \`\${head}${tail}\`;\n`],
            ['a.py', `head = "${head}"\nk = f"{head}${tail}"\n`],
            ['a.py', `tail = "${tail}"\nk = f'${head}{tail}'\n`],
          ] as const)
            if (assertNotMissed(path, text)) found++;
        }
      }
    assert.ok(found > 500, `${found}`);
  });

  it('beside other scripts, byte order marks and bytes that are no UTF-8', () => {
    const key = madeKey('anthropic-api-key');
    for (const text of [`\uFEFFkey = "${key}"\n`, `// ключ 鍵 ${'é'.repeat(300)}\nkey = "${key}" // ключ\n`])
      assert.ok(assertNotMissed('a.js', text));
    const latin1 = `password\xa0=\xa0"${key}" \xff`;
    const bytes = Uint8Array.from(latin1, (character) => character.charCodeAt(0));
    assert.equal(worthOf('a.js', bytes), 'everything');
  });

  it('of any text that is made of what means something', () => {
    const kinds = detectors.flatMap(kindsOf);
    const pieces = [
      ...'"\'`+.,;:=/\\-_@#${}()[]<>\n\t |&?!*% ',
      ...[
        '\r\n',
        '" + "',
        "' '",
        '].join("")',
        '"".join([',
        '-----BEGIN RSA PRIVATE KEY-----',
        '://u:',
        '@db.corp/',
      ],
      ...[
        'password=',
        'Pwd = ',
        'host=',
        'jdbc:',
        'apiKey',
        'MISTRAL_API_KEY',
        'process.env.X',
        '$ENV{',
        'token: ',
      ],
      ...['a1b2c3', 'Aq3', 'é', '鍵', 'eyJ', 'Bearer '],
    ];
    const paths = ['a.ts', 'a.py', 'a.md', 'a.txt', 'a.json', 'a.yaml', 'script', 'a.go', 'a.php'];
    let found = 0;
    for (let seed = 1; seed <= 3000; seed++) {
      const next = seeded(seed);
      const pick = <T>(list: readonly T[]): T | undefined => list[Math.floor(next() * list.length)];
      const random = randomText(seed);
      const text = Array.from({ length: 60 }, () => {
        if (next() >= 0.06) return pick(pieces) ?? '';
        const key = pick(kinds)?.example(random) ?? '';
        const from = next() < 0.3 ? Math.floor(next() * key.length) : 0;
        return key.slice(from, next() < 0.3 ? from + Math.floor(next() * key.length) : undefined);
      }).join('');
      if (assertNotMissed(pick(paths) ?? '', text)) found++;
    }
    assert.ok(found > 500);
  });

  it('of what reads a variable, in every language', () => {
    const reads = [
      ...['os.getenv("A")', 'os . getenv("A")', 'getenv("A")', '$_ENV["A"]', "env('A')", 'os.environ["A"]'],
      ...[
        'System.getenv("A")',
        'Dotenv.load()',
        'ProcessInfo.processInfo.environment',
        'System.get_env("A")',
      ],
      ...[
        '$ENV{A}',
        'sys . env("A")',
        'envOrElse("A")',
        'os.Getenv("A")',
        'os.LookupEnv("A")',
        'ENV.fetch("A")',
      ],
      ...[
        'env::var("A")',
        'Sys.getenv("A")',
        'ENV["A"]',
        'Environment.GetEnvironmentVariable("A")',
        'echo $A_KEY',
      ],
      ...[
        'DotNetEnv.Load()',
        'Platform.environment',
        '$env:A',
        '${ENV:A}',
        'process.env.A',
        'import.meta.env.A',
      ],
    ];
    for (const { id, extensions, envRead } of languages) {
      const found = reads.filter((text) => assertNotMissed(`a${extensions[0] ?? ''}`, `${text}\n`));
      assert.equal(found.length > 0, envRead !== undefined, id);
    }
    for (const mark of ['', '\uFEFF'])
      assert.ok(assertNotMissed('script', `${mark}#!/bin/sh\necho $A_TOKEN\n`));
  });
});

describe('the filter of an audit', () => {
  it('tells every name of a secret, however it is written and wherever it stands', () => {
    const names =
      'key token secret password passwd pword pass passphrase auth authorization ident credential credentials';
    for (const name of names.split(' '))
      for (const written of [name, name.toUpperCase(), `${name.charAt(0).toUpperCase()}${name.slice(1)}`])
        for (const end of ['', '_', '__'])
          for (let before = 0; before < 40; before++) {
            const text = `${'x '.repeat(before)}\nA_${written}${end}: pX7kQ2mZ9w\n`;
            assert.equal(worthOf('values.yaml', new TextEncoder().encode(text)), 'checks', text.trim());
          }
    assert.equal(worthOf('values.yaml', new TextEncoder().encode('keys: pX7kQ2mZ9w\n')), 'nothing');
  });

  it('lets nothing pass that a scan does not read to its end', () => {
    const templates = 'f(`${a}words`);\n'.repeat(10_001);
    const text = `const a = "words";\nconst b = "sk-";\n${templates}`;
    assert.equal(worthOf('a.ts', new TextEncoder().encode(text)), 'everything');
  });

  it('tells where what a policy looks for stands', () => {
    const marks = ['none_', 'acme_', 'login:'];
    const filter = createByteFilter();
    for (const mark of ['acme_', 'login:'])
      for (let before = 0; before < 200; before++)
        for (const [text, worth] of [
          [`${'x '.repeat(before)}${mark}`, 'everything'],
          [`${'x '.repeat(before)}${mark.slice(0, -1)}`, 'nothing'],
        ] as const) {
          const bytes = new TextEncoder().encode(text);
          filter?.room(bytes.length)?.set(bytes);
          assert.equal(filter?.worthOf('a.md', bytes.length, { reads: 'all', marks }), worth, `${before}`);
        }
  });
});

describe('the filter of an audit lets pass', () => {
  it('what holds nothing, though it looks like it', () => {
    for (const [path, text] of [
      [
        'a.ts',
        'export const sk = "sk-learn"; // node_modules/core-js-es2015/modules/es2015-symbol.js\n'.repeat(50),
      ],
      ['a.md', 'See https://user@example.com/path, `api_key` and process.environment.\n'],
      ['a.json', '{ "resolved": "https://registry.example/a/-/a-1.2.3.tgz" }\n'],
    ] as const)
      assert.equal(worthOf(path, new TextEncoder().encode(text)), 'nothing', path);
  });

  it('nothing that it has no room for', () => {
    const all = new TextEncoder().encode('"sk-" + "sk-"\n'.repeat(60_000));
    assert.equal(worthOf('a.js', all), 'everything', 'it says so where it cannot put down everything');
    assert.equal(worthOf('a.js', new TextEncoder().encode('const a = 1;\n')), 'nothing', 'and begins anew');
  });
});
