import { parse } from 'jsonc-parser';
import type { ProjectFile, ProjectFiles } from '../model/project';
import { baseName, dirName, extensionOf, resolvePath } from '../text/path';

/** What is known of the project of a JavaScript or TypeScript file. */
export interface ScriptProject {
  /** Relative to the folder of the manifest, or to the workspace where there is none. */
  readonly path: string;
  readonly text: string;
  /** `package.json`. */
  readonly manifest: ProjectFile | undefined;
  /** Names of all dependencies, whatever they are for, with their versions. */
  readonly dependencies: ReadonlyMap<string, string>;
  readonly scripts: ReadonlyMap<string, string>;
  /** The manifest says that `.js` is an ES module. */
  readonly isModule: boolean;
  /** `deno.json`, where it is as near as the manifest. */
  readonly deno: ProjectFile | undefined;
  /** The configuration of Cloudflare's wrangler, where it is as near as the manifest. */
  readonly wrangler: ProjectFile | undefined;
  /** Lock file or configuration of Bun. */
  readonly bun: ProjectFile | undefined;
  /** The manifest of a browser extension. */
  readonly extension: ProjectFile | undefined;
  readonly compiler: CompilerOptions;
}

export interface PathAlias {
  readonly prefix: string;
  /** Relative to the workspace, with a slash at its end where it is not the root. */
  readonly folder: string;
}

export interface CompilerOptions {
  /** `undefined` must be ruled out before a value is a string. */
  readonly strict: boolean;
  /** Properties of `process.env` are written in brackets. */
  readonly brackets: boolean;
  /** Imports name the file with its extension. */
  readonly extensions: boolean;
  /** What imports may begin with instead of a folder: `@/` and `src/`. */
  readonly aliases: readonly PathAlias[];
}

export async function scriptProject(path: string, text: string, files: ProjectFiles): Promise<ScriptProject> {
  const manifest = await files.nearest(['package.json']);
  const json = readJson(manifest?.text);
  const root = manifest === undefined ? '' : dirName(manifest.path);
  const near = async (...names: readonly string[]): Promise<ProjectFile | undefined> => {
    const found = await files.nearest(names);
    return found !== undefined && dirName(found.path).length >= root.length ? found : undefined;
  };
  const extension = await near('manifest.json');
  const deno = await near('deno.json', 'deno.jsonc');
  return {
    path: root === '' ? path : path.slice(root.length + 1),
    text,
    manifest,
    dependencies: new Map(
      ['dependencies', 'devDependencies', 'peerDependencies', 'optionalDependencies'].flatMap((kind) =>
        entriesOf(json[kind]),
      ),
    ),
    scripts: new Map(entriesOf(json.scripts)),
    isModule: json.type === 'module',
    deno,
    wrangler: await near('wrangler.toml', 'wrangler.json', 'wrangler.jsonc'),
    bun: await near('bun.lock', 'bun.lockb', 'bunfig.toml'),
    extension: extension !== undefined && /"manifest_version"/.test(extension.text) ? extension : undefined,
    compiler: compilerOptions(
      path,
      await files.nearest(['tsconfig.json', 'jsconfig.json']),
      deno !== undefined || /\bDeno\.\w/.test(text),
    ),
  };
}

/**
 * Where a configuration is extended TypeScript is taken to be strict: code that checks is right in both cases. Without
 * any nothing checks types, but for Deno.
 */
function compilerOptions(path: string, file: ProjectFile | undefined, isDeno: boolean): CompilerOptions {
  const isTyped = /^\.[cm]?tsx?$/.test(extensionOf(path));
  if (file === undefined)
    return { strict: isTyped && isDeno, brackets: false, extensions: !isTyped || isDeno, aliases: [] };
  const config = readJson(file.text);
  const options = isRecord(config.compilerOptions) ? config.compilerOptions : {};
  const strict = options.strictNullChecks ?? options.strict;
  return {
    strict: isTyped && (typeof strict === 'boolean' ? strict : config.extends !== undefined),
    brackets: isTyped && options.noPropertyAccessFromIndexSignature === true,
    extensions:
      /^node(?:\d\d|next)$/i.test(String(options.moduleResolution ?? options.module ?? '')) || isDeno,
    aliases: aliasesOf(dirName(file.path), options),
  };
}

/** `"paths": { "@/*": ["./src/*"] }` */
function aliasesOf(dir: string, options: Readonly<Record<string, unknown>>): readonly PathAlias[] {
  const base = resolvePath(dir, typeof options.baseUrl === 'string' ? options.baseUrl : '.');
  const paths = isRecord(options.paths) ? options.paths : {};
  return Object.entries(paths).flatMap(([pattern, targets]) => {
    const target: unknown = Array.isArray(targets) ? targets[0] : undefined;
    if (base === undefined || !pattern.endsWith('*') || typeof target !== 'string' || !target.endsWith('*'))
      return [];
    const folder = resolvePath(base, target.slice(0, -1));
    if (folder === undefined) return [];
    return [{ prefix: pattern.slice(0, -1), folder: folder === '' ? '' : `${folder}/` }];
  });
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** Never throws: what cannot be read is empty. */
function readJson(text: string | undefined): Readonly<Record<string, unknown>> {
  const value: unknown = text === undefined ? undefined : parse(text, [], { allowTrailingComma: true });
  return isRecord(value) ? value : {};
}

const entriesOf = (value: unknown): readonly (readonly [string, string])[] =>
  isRecord(value)
    ? Object.entries(value).filter((entry): entry is [string, string] => typeof entry[1] === 'string')
    : [];

/** A configuration file whose values are put into what the browser gets, such as `next.config.js`. */
export const isBundlerConfig = (path: string): boolean =>
  /^(?:next|vite|vitest|webpack|nuxt|astro|svelte|rollup|rspack|rsbuild|vue|craco|gatsby|esbuild)\b.*\.(?:config\.)?[cm]?[jt]s$/.test(
    baseName(path),
  ) && /config/.test(baseName(path));
