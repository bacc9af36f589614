// Which packages the bundles hold, each with its licence: they ask for their texts to go along.
const { readdirSync, readFileSync } = require('node:fs');
const path = require('node:path');
const grammars = require('./grammars.json');

/** The folder of the package that a bundled file is from: `node_modules/@scope/name`. */
const packageOf = (/** @type {string} */ file) =>
  /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file.split(path.sep).join('/'))?.[0];

/** The grammars that are taken from a package, each with what it was built from, where the package says so. */
function grammarsOf(/** @type {string} */ folder, /** @type {Record<string, string>} */ built = {}) {
  const used = Object.entries(grammars).find(([from]) =>
    folder.endsWith(from.split('/').slice(0, 2).join('/')),
  );
  return (used?.[1] ?? []).map((name) => ({
    name: `tree-sitter-${name}`,
    source: built[`tree-sitter-${name}`]?.replace(/^github:/, 'https://github.com/'),
  }));
}

/** The packages that some files are from, by name. */
exports.packagesIn = (/** @type {readonly string[]} */ files) =>
  [...new Set(files.map(packageOf))]
    .filter((folder) => folder !== undefined)
    .sort()
    .map((folder) => {
      const manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
      const { name, version, license, repository, devDependencies } = manifest;
      const grammars = grammarsOf(folder, devDependencies);
      return { folder, name, version, license, repository: repository?.url ?? repository, grammars };
    });

function notice({ folder, name, version, license, grammars }) {
  const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
  const text =
    file === undefined ? `Licence: ${license}` : readFileSync(path.join(folder, file), 'utf8').trim();
  const from = grammars.flatMap(({ name, source }) => (source === undefined ? [] : [`${name} ${source}`]));
  const holds =
    from.length === 0 ? '' : `\n\nGrammars in it, each under the licence of its source:\n${from.join('\n')}`;
  return `${name} ${version}\n\n${text}${holds}\n`;
}

/** The notices of packages. */
exports.notices = (/** @type {ReturnType<typeof exports.packagesIn>} */ packages) =>
  packages.map(notice).join(`\n${'-'.repeat(80)}\n\n`);
