import type { ProjectFile } from '../model/project';
import { eolOf, type TextEdit } from '../text/edit';
import { t } from '../text/l10n';
import { insert } from '../text/lines';
import { baseName } from '../text/path';
import type { Program } from './rewriter';

/** The function of a package that gives a variable's value or panics. */
export const helperName = 'mustGetenv';

/** Where the helper comes from. A package that has it twice, or has files that do not see it, does not compile. */
export type Helper =
  | { readonly kind: 'there' }
  | { readonly kind: 'inserted' }
  /** `why` is a sentence for people. */
  | { readonly kind: 'impossible'; readonly why: string };

type GoFile = Pick<ProjectFile, 'path' | 'text'>;

export async function helperFor({ path, text, project }: Program): Promise<Helper> {
  if (declaresHelper(text)) return { kind: 'there' };
  const all = await project.beside('.go');
  if (all === undefined)
    return impossible(t('Keystow could not see whether the package has {0}.', helperName));
  const own: GoFile = { path, text };
  const files = all.filter((file) => isSamePackage(file, own));
  const isOneOfMany = hasMain(own) && files.some(hasMain);
  // Programs of their own in one folder are run file by file.
  const parts = isOneOfMany ? files.filter((file) => !hasMain(file)) : files;
  const isSeen = (file: GoFile): boolean =>
    !isOneOfMany && !isTagged(own) && !isPartial(file) && (!isTest(file) || isTest(own));
  if (parts.some((file) => declaresHelper(file.text) && isSeen(file))) return { kind: 'there' };
  const isTaken = [own, ...parts].some((file) => mentionsHelper(file.text));
  return isTaken
    ? impossible(t('{0} is something else in this package, or is not in all of its builds.', helperName))
    : { kind: 'inserted' };
}

const impossible = (reason: string): Helper => ({
  kind: 'impossible',
  why: t(
    '{0} The code reads the variable with os.Getenv, which gives an empty string where it is not set.',
    reason,
  ),
});

/** The helper behind all that is in the file. */
export function insertHelper({ text }: Program): TextEdit {
  const eol = eolOf(text);
  const lines = [
    `func ${helperName}(name string) string {`,
    '\tvalue, ok := os.LookupEnv(name)',
    '\tif !ok {',
    '\t\tpanic(name + " is not set")',
    '\t}',
    '\treturn value',
    '}',
  ];
  const lead = text.endsWith('\n') ? eol : eol + eol;
  return insert(text.length, lead + lines.join(eol) + eol);
}

const mentionsHelper = (text: string): boolean => new RegExp(`\\b${helperName}\\b`).test(text);

const declaresHelper = (text: string): boolean =>
  new RegExp(`^func ${helperName}\\(\\w+ string\\) string \\{`, 'm').test(text);

const packageOf = ({ text }: GoFile): string | undefined => /^package\s+(\w+)/m.exec(text)?.[1];

/** Go passes over files whose names begin with a dot or an underscore. */
const isSamePackage = (file: GoFile, own: GoFile): boolean =>
  packageOf(file) === packageOf(own) && !/^[._]/.test(baseName(file.path));

const hasMain = ({ text }: GoFile): boolean => /^func main\(\)/m.test(text);

const isTest = ({ path }: GoFile): boolean => path.endsWith('_test.go');

/** A file that only some builds have, or that is run by itself (`//go:build ignore`). */
const isTagged = ({ text }: GoFile): boolean => /^\/\/(?:go:build| ?\+build)\b/m.test(text);

/** A file that only some builds have, by its text or by its name: `conn_linux.go`. */
const isPartial = (file: GoFile): boolean =>
  isTagged(file) || /^import\s+"C"/m.test(file.text) || systems.test(file.path);

/** Endings by which Go takes a file for some systems only. `go tool dist list`, read 2026-11-25. */
const systems =
  /_(?:aix|android|darwin|dragonfly|freebsd|illumos|ios|js|linux|netbsd|openbsd|plan9|solaris|wasip1|windows|386|amd64|arm|arm64|loong64|mips|mips64|mips64le|mipsle|ppc64|ppc64le|riscv64|s390x|wasm)(?:_test)?\.go$/;
