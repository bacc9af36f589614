// Which packages the bundles hold, each with its licence: they ask for their texts to go along.
const { readdirSync, readFileSync } = require('node:fs');
const path = require('node:path');
const grammars = require('./grammars.json');

/** The folder of the package that a bundled file is from: `node_modules/@scope/name`. */
const packageOf = (/** @type {string} */ file) =>
  /^.*node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file.split(path.sep).join('/'))?.[0];

/** Where the grammars of a package are from, where it says so: each has a licence of its own. */
function sources(/** @type {string} */ folder, /** @type {Record<string, string>} */ built = {}) {
  const used = Object.entries(grammars).find(([from]) =>
    folder.endsWith(from.split('/').slice(0, 2).join('/')),
  );
  return (used?.[1] ?? [])
    .map((name) => [`tree-sitter-${name}`, built[`tree-sitter-${name}`]])
    .filter(([, version]) => version !== undefined)
    .map(([name, version]) => `${name} ${String(version).replace(/^github:/, 'https://github.com/')}`);
}

function notice(/** @type {string} */ folder) {
  const manifest = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8'));
  const { name, version, license, devDependencies } = manifest;
  const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
  const text =
    file === undefined ? `Licence: ${license}` : readFileSync(path.join(folder, file), 'utf8').trim();
  const from = sources(folder, devDependencies);
  const holds =
    from.length === 0 ? '' : `\n\nGrammars in it, each under the licence of its source:\n${from.join('\n')}`;
  return `${name} ${version}\n\n${text}${holds}\n`;
}

/** The notices of the packages that some files are from. */
exports.notices = (/** @type {readonly string[]} */ files) =>
  [...new Set(files.map(packageOf))]
    .filter((folder) => folder !== undefined)
    .sort()
    .map(notice)
    .join(`\n${'-'.repeat(80)}\n\n`);
