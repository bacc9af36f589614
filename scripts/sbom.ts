// `npm run sbom`: writes what is bundled into the extension, as CycloneDX, to keystow-<version>.cdx.json.
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Contrib, Enums, Models, Serialize, Spec } from '@cyclonedx/cyclonedx-library';
import parseLicense from 'spdx-expression-parse';
import type { BundledPackage } from './notices';

const root = path.join(__dirname, '..');
const licences = new Contrib.License.Factories.LicenseFactory(parseLicense);

/** What of package.json tells the extension from others. */
export interface Extension {
  readonly name: string;
  readonly publisher: string;
  readonly version: string;
  readonly description: string;
  readonly license: string;
  readonly repository: { readonly url: string };
}

/** The bill of materials as JSON. `file` answers a file of `dist`, for the hashes of the grammars. */
export function sbom(
  extension: Extension,
  packages: readonly BundledPackage[],
  timestamp: Date,
  file: (name: string) => Uint8Array,
): string {
  const { name, publisher, version, description, license, repository } = extension;
  const itself = new Models.Component(Enums.ComponentType.Application, name, {
    version,
    publisher,
    description,
    purl: `pkg:vscode-extension/${publisher}/${name}@${version}`,
    bomRef: `${publisher}.${name}@${version}`,
  });
  itself.licenses.add(licences.makeFromString(license));
  addRepository(itself, repository.url);
  const bom = new Models.Bom({ metadata: new Models.Metadata({ component: itself, timestamp }) });
  bom.metadata.supplier = new Models.OrganizationalEntity({ name: publisher });
  for (const one of packages) {
    const component = componentOf(one, file);
    bom.components.add(component);
    itself.dependencies.add(component.bomRef);
  }
  const serializer = new Serialize.JsonSerializer(new Serialize.JSON.Normalize.Factory(Spec.Spec1dot6));
  return `${serializer.serialize(bom, { sortLists: true, space: 2 })}\n`;
}

function componentOf(
  { name, version, license, repository, grammars }: BundledPackage,
  file: (name: string) => Uint8Array,
): Models.Component {
  const [, group, own = name] = /^(@[^/]+)\/(.+)$/.exec(name) ?? [];
  const component = new Models.Component(Enums.ComponentType.Library, own, {
    ...(group === undefined ? {} : { group }),
    version,
    purl: npmPurl(name, version),
    bomRef: `${name}@${version}`,
  });
  if (license !== undefined) component.licenses.add(licences.makeFromString(license));
  if (repository !== undefined) addRepository(component, repository);
  for (const grammar of grammars) component.components.add(grammarOf(component, grammar, file));
  return component;
}

/** A grammar in a package, by its file: where the package says what it was built from, that too. */
function grammarOf(
  within: Models.Component,
  { name, source }: BundledPackage['grammars'][number],
  file: (name: string) => Uint8Array,
): Models.Component {
  const component = new Models.Component(Enums.ComponentType.Library, name, {
    bomRef: `${within.bomRef.value}#${name}`,
  });
  const wasm = `${name}.wasm`;
  component.properties.add(new Models.Property('keystow:file', `dist/${wasm}`));
  component.hashes.set(Enums.HashAlgorithm['SHA-256'], createHash('sha256').update(file(wasm)).digest('hex'));
  const [, repository, commit] = /^https:\/\/github\.com\/([^#]+)#(.+)$/.exec(source ?? '') ?? [];
  if (repository !== undefined && commit !== undefined) {
    component.version = commit;
    component.purl = `pkg:github/${repository.toLowerCase()}@${commit}`;
  } else if (source !== undefined && /^\d/.test(source)) {
    component.version = source;
    component.purl = npmPurl(name, source);
  } else if (source !== undefined) {
    component.properties.add(new Models.Property('keystow:builtFrom', `${name}@${source}`)); // a range
  }
  return component;
}

const npmPurl = (name: string, version: string): string => `pkg:npm/${name.replace('@', '%40')}@${version}`;

function addRepository(component: Models.Component, url: string): void {
  const plain = url.replace(/^git\+/, '').replace(/^(?:github:|git:\/\/|ssh:\/\/git@)/, 'https://');
  if (/^https?:\/\//.test(plain))
    component.externalReferences.add(new Models.ExternalReference(plain, Enums.ExternalReferenceType.VCS));
}

/** The bill of materials of what lies in `dist`; at `SOURCE_DATE_EPOCH`, where that is set. */
export function sbomOfBuild(): string {
  const read = (...names: readonly string[]): Buffer => readFileSync(path.join(root, ...names));
  const epoch = process.env.SOURCE_DATE_EPOCH;
  const timestamp = epoch === undefined ? new Date() : new Date(Number(epoch) * 1000);
  const packages = JSON.parse(read('dist', 'packages.json').toString()) as readonly BundledPackage[];
  const extension = JSON.parse(read('package.json').toString()) as Extension;
  return sbom(extension, packages, timestamp, (name) => read('dist', name));
}

/** The packages that a bill of materials lists, as notices are headed: `@noble/hashes 2.4.0`. */
export const bundledIn = (materials: string): readonly string[] =>
  (
    JSON.parse(materials) as { components: readonly { group?: string; name: string; version: string }[] }
  ).components.map(
    ({ group, name, version }) => `${group === undefined ? '' : `${group}/`}${name} ${version}`,
  );

if (require.main === module) {
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as Extension;
  writeFileSync(path.resolve(root, process.argv[2] ?? `keystow-${version}.cdx.json`), sbomOfBuild());
}
