import { posix } from 'node:path';
import { type Manifest, type PackageFiles, textOf } from './package';

/** Properties of contributions that name a file of the package. */
const pathProperties = [
  'path',
  'url',
  'icon',
  'light',
  'dark',
  'hc',
  'configuration',
  'markdown',
  'svg',
  'image',
];

/** Every file that package.json or a bundle names is there. */
export function* checkNamedFiles(files: PackageFiles, manifest: Manifest): Generator<string> {
  for (const [where, named] of namedIn(manifest)) {
    const path = posix.join('extension', named);
    if (!files.has(path) && !(where === 'main' && files.has(`${path}.js`)))
      yield `package.json names ${named} (${where}), which is not in the package: does .vscodeignore let it in?`;
  }
  yield* checkTranslations(files, manifest);
  for (const path of files.keys()) {
    if (!path.endsWith('.js')) continue;
    for (const [, chunk = ''] of (textOf(files, path) ?? '').matchAll(/\brequire\(["'](\.\/[\w.-]+)["']\)/g))
      if (!files.has(posix.join(posix.dirname(path), chunk)))
        yield `${path} loads ${chunk}, which is not in the package: build anew, and see .vscodeignore.`;
  }
}

function namedIn({ main, browser, icon, contributes }: Manifest): (readonly [string, string])[] {
  const named: (readonly [string, string])[] = [];
  for (const [where, file] of Object.entries({ main, browser, icon }))
    if (file !== undefined) named.push([where, file]);
  const visit = (value: unknown, where: string, property: string): void => {
    if (typeof value === 'string') {
      const isPath = value.startsWith('./') || pathProperties.includes(property);
      // Icons of VS Code's own are `$(key)`, schemas may be at an address.
      if (isPath && !/^(?:\$\(|\w+:|#)/.test(value) && !/\s/.test(value)) named.push([where, value]);
    } else if (Array.isArray(value)) {
      value.forEach((one, at) => {
        visit(one, `${where}[${at}]`, property);
      });
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, one] of Object.entries(value)) visit(one, `${where}.${key}`, key);
    }
  };
  const { configuration: _, ...others } = contributes ?? {}; // settings name no files; their words may look so
  visit(others, 'contributes', '');
  return named;
}

/** `%key%` in package.json is shown as it stands where package.nls.json has no such key. */
function* checkTranslations(files: PackageFiles, manifest: Manifest): Generator<string> {
  const keys = new Set(
    Array.from(JSON.stringify(manifest).matchAll(/"%([\w.-]+)%"/g), ([, key = '']) => key),
  );
  if (keys.size === 0) return;
  const nls = JSON.parse(textOf(files, 'extension/package.nls.json') ?? '{}') as Record<string, unknown>;
  for (const key of keys)
    if (!(key in nls))
      yield `package.json has %${key}%, which package.nls.json does not translate: add it there.`;
}
