// A made workspace for `npm run bench`: the same for the same seed, of the sizes and kinds that projects have, with planted keys.
import { execFileSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { detectors } from '../src/engine/detectors/index';
import { randomText, seeded } from '../test/support/random';

/** A key that was put into the corpus. */
export interface Planted {
  readonly file: string;
  /** The rule that finds it. */
  readonly rule: string;
}

export interface Corpus {
  readonly files: number;
  readonly bytes: number;
  readonly planted: readonly Planted[];
}

const words =
  'value result request response client server handler config options user account project session buffer stream parser index count total message error callback promise context module string number boolean object array filter reduce update remove create render component state props query cache token worker event signal element attribute'.split(
    ' ',
  );

type Random = () => number;
type Pick = <T>(list: readonly T[]) => T;

/** A line of each kind of file, as its `n`-th. */
const kinds: readonly (readonly [
  extension: string,
  weight: number,
  line: (word: () => string, n: number) => string,
])[] = [
  [
    '.ts',
    30,
    (word, n) =>
      [
        `import { ${word()} } from '../${word()}/${word()}-${word()}';`,
        `  const ${word()}${n} = await this.${word()}.${word()}(${word()}, { ${word()}: ${n}, ${word()}: '${word()}' });`,
        `  if (${word()}.${word()} !== undefined) return ${word()}(${word()});`,
        `  // ${word()} ${word()} the ${word()} of ${word()} and ${word()}`,
        `  throw new Error('${word()} ${word()} failed: ' + ${word()});`,
        '}',
        '',
      ][n % 7] ?? '',
  ],
  [
    '.js',
    25,
    (word, n) =>
      [
        `const ${word()} = require('./lib/${word()}');`,
        `exports.${word()}${word()} = function (${word()}, ${word()}) {`,
        `  return ${word()}.map(({ ${word()} }) => \`\${${word()}}/${word()}\`).join('');`,
        `  assert.equal(${word()}(${n}), "${word()}");`,
        '};',
      ][n % 5] ?? '',
  ],
  [
    '.py',
    12,
    (word, n) =>
      [
        `def ${word()}_${word()}(self, ${word()}=None, ${word()}='${word()}'):`,
        `    """${word()} the ${word()} of a ${word()}."""`,
        `    return self.${word()}['${word()}_${n}'] + ${n}`,
        '',
      ][n % 4] ?? '',
  ],
  [
    '.json',
    12,
    (word, n) =>
      `  "${word()}-${n}": { "${word()}": "${word()}/${word()}", "version": "${n % 9}.${n % 7}.0" },`,
  ],
  [
    '.md',
    8,
    (word) =>
      `The ${word()} ${word()} of the \`${word()}\` ${word()}: https://${word()}.example/${word()}/${word()}.`,
  ],
  ['.yml', 5, (word, n) => `  ${word()}_${n}: ${word()} # ${word()}`],
  [
    '.css',
    4,
    (word, n) =>
      `.${word()}-${word()} { margin: ${n}px; color: #${(n * 2654435761).toString(16).slice(0, 6)}; }`,
  ],
  ['.txt', 4, (word) => `${word()} ${word()} ${word()}`],
];

/** Sizes as a tree of Babel, Theia and Ansible has them: most files small, a few very large. */
function linesOf(random: Random): number {
  const at = random();
  if (at < 0.35) return 3 + Math.floor(random() * 20);
  if (at < 0.8) return 20 + Math.floor(random() * 80);
  if (at < 0.98) return 100 + Math.floor(random() * 300);
  return 500 + Math.floor(random() * 1500);
}

/**
 * Writes a repository of `files` files into an empty folder, all of them in git's index. Each `every`-th gets a key where it
 * is a program; without `every` there is a file for each kind.
 */
export function writeCorpus(dir: string, files: number, seed = 1, every?: number): Corpus {
  const random = seeded(seed);
  const made = randomText(seed);
  const pick: Pick = (list) => list[Math.floor(random() * list.length)] as (typeof list)[number];
  const word = (): string => pick(words);
  const weighted = kinds.flatMap((kind) => Array.from({ length: kind[1] }, () => kind));
  const keys = detectors
    .flatMap(({ kinds: own }) => own)
    .map((kind) => ({ rule: kind.rule, env: kind.envName, key: kind.example(made) }));
  const planted: Planted[] = [];
  let bytes = 0;
  const step = every ?? Math.floor(files / keys.length);
  for (let file = 0; file < files; file++) {
    const folder = `p${file % 97}/${pick(words)}`;
    const [extension, , line] = pick(weighted);
    const name = `${folder}/${word()}-${file}${extension}`;
    const lines = Array.from({ length: linesOf(random) }, (_, n) => line(word, n + file));
    const key = file % step === 0 ? keys[file / step] : undefined;
    if (key !== undefined && /\.(?:ts|js|py)$/.test(extension)) {
      lines.splice(
        Math.floor(random() * lines.length),
        0,
        `${extension === '.py' ? '' : 'const '}${key.env} = "${key.key}"`,
      );
      planted.push({ file: name, rule: key.rule });
    }
    bytes += write(dir, name, `${lines.join('\n')}\n`);
  }
  // What is large and holds nothing: minified programs, pictures in base64, locked versions.
  const blob = (length: number): string =>
    Buffer.from(Array.from({ length }, () => Math.floor(random() * 256))).toString('base64');
  for (let file = 0; file < 20; file++) {
    const parts = Array.from(
      { length: 4000 },
      (_, n) => `function ${word()}${n}(e,t){return e.${word()}+t["${word()}"]}`,
    );
    bytes += write(dir, `vendor/${file}.min.js`, parts.join(';'));
    bytes += write(
      dir,
      `images/${file}.svg`,
      `<svg><image href="data:image/png;base64,${blob(60_000)}"/></svg>\n`,
    );
    const locked = Array.from(
      { length: 300 },
      (_, n) =>
        `    "node_modules/${word()}-${n}": { "version": "1.${n}.0", "integrity": "sha512-${blob(64)}" },`,
    );
    bytes += write(dir, `apps/${file}/package-lock.json`, `{\n${locked.join('\n')}\n}\n`);
  }
  execFileSync('git', ['init', '-q', dir]);
  execFileSync('git', ['add', '-A', '.'], { cwd: dir });
  return { files: files + 60, bytes, planted };
}

const folders = new Set<string>();

function write(dir: string, name: string, text: string): number {
  const file = path.join(dir, name);
  if (!folders.has(path.dirname(file))) {
    mkdirSync(path.dirname(file), { recursive: true });
    folders.add(path.dirname(file));
  }
  writeFileSync(file, text);
  return Buffer.byteLength(text);
}
