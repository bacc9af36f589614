import assert from 'node:assert/strict';
import path from 'node:path';
import Ajv, { type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';
import grammars from '../../scripts/grammars.json';
import { notices, packagesIn } from '../../scripts/notices';
import { bundledIn, type Extension, sbom } from '../../scripts/sbom';
import { root, textOf } from '../support/sources';

interface Component {
  readonly group?: string;
  readonly name: string;
  readonly version?: string;
  readonly purl?: string;
  readonly licenses?: readonly unknown[];
  readonly hashes?: readonly { readonly alg: string; readonly content: string }[];
  readonly components?: readonly Component[];
}

const wasm = Object.entries(grammars).flatMap(([folder, names]) =>
  names.map((name) => `${folder}/tree-sitter-${name}.wasm`),
);
// As esbuild names what it has read: more than one file of a package, a package with a scope, one of ours.
const packages = packagesIn(
  [
    'node_modules/diff/libesm/index.js',
    'node_modules/diff/libesm/diff/base.js',
    'node_modules/@noble/hashes/sha2.js',
    'node_modules/yaml/dist/index.js',
    'src/cli/main.ts',
    ...wasm.map((file) => `node_modules/${file}`),
  ].map((file) => path.join(root, file)),
);
const read: string[] = [];
const extension = JSON.parse(textOf('package.json')) as Extension;
const text = sbom(extension, packages, new Date('2026-11-28T10:00:00Z'), (name) => {
  read.push(name);
  return Buffer.from(name);
});
const bom = JSON.parse(text) as {
  readonly metadata: { readonly timestamp: string; readonly component: Component };
  readonly components: readonly Component[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn?: readonly string[] }[];
};
const fullName = ({ group, name }: Component): string => (group === undefined ? name : `${group}/${name}`);

describe('the bill of materials', () => {
  it('lists the packages of the notices, and no other', () => {
    const noticed = notices(packages)
      .split(`\n${'-'.repeat(80)}\n\n`)
      .map((notice) => notice.split('\n')[0]);
    assert.deepEqual([...bundledIn(text)].sort(), noticed.sort());
    assert.equal(noticed.length, 6);
    const all = bom.dependencies.find(({ ref }) => ref === `keystow.keystow@${extension.version}`);
    assert.equal(all?.dependsOn?.length, noticed.length);
  });

  it('has a version, a licence and an address for each', () => {
    for (const one of bom.components) {
      assert.ok(one.version !== undefined && one.licenses?.length === 1, one.name);
      assert.equal(one.purl, `pkg:npm/${fullName(one).replace('@', '%40')}@${one.version}`);
    }
    assert.equal(bom.metadata.component.purl, `pkg:vscode-extension/keystow/keystow@${extension.version}`);
  });

  it('lists every grammar in its package, with the hash of its file and what it is known to be built from', () => {
    const listed = bom.components.flatMap(({ components = [] }) => components);
    assert.deepEqual(listed.map(({ name }) => `${name}.wasm`).sort(), [...read].sort());
    assert.deepEqual([...read].sort(), wasm.map((file) => path.posix.basename(file)).sort());
    for (const { hashes } of listed) assert.match(hashes?.[0]?.content ?? '', /^[0-9a-f]{64}$/);
    const kotlin = listed.find(({ name }) => name === 'tree-sitter-kotlin');
    assert.match(kotlin?.purl ?? '', /^pkg:github\/fwcd\/tree-sitter-kotlin@[0-9a-f]{40}$/);
    // Built from a range of versions, so no version is claimed.
    assert.equal(listed.find(({ name }) => name === 'tree-sitter-go')?.version, undefined);
  });

  it('is CycloneDX 1.6, by its schema', () => {
    const valid = validator();
    assert.ok(valid(bom), JSON.stringify(valid.errors, undefined, 1));
    assert.ok(!valid({ ...bom, components: [{ name: 'without a type' }] }));
    assert.ok(!valid({ ...bom, specVersion: 1.6 }));
  });

  it('says when it was made, and the same for the same build', () => {
    assert.equal(bom.metadata.timestamp, '2026-11-28T10:00:00.000Z');
    assert.equal(
      text,
      sbom(extension, packages, new Date('2026-11-28T10:00:00Z'), (name) => Buffer.from(name)),
    );
  });
});

/** CycloneDX's own schema, which its library brings along. */
function validator(): ValidateFunction {
  const schema = (name: string): Record<string, unknown> =>
    JSON.parse(textOf(`node_modules/@cyclonedx/cyclonedx-library/res/schema/${name}.SNAPSHOT.schema.json`));
  const ajv = new Ajv({ strict: false });
  addFormats(ajv);
  ajv.addFormat('iri-reference', true).addFormat('idn-email', true);
  for (const name of ['spdx', 'jsf-0.82', 'cryptography-defs'])
    ajv.addSchema({ ...schema(name), $id: `http://cyclonedx.org/schema/${name}.SNAPSHOT.schema.json` });
  return ajv.compile(schema('bom-1.6'));
}
