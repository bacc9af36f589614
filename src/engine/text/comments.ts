import { baseName, extensionOf } from './path';

/** How a file writes a comment that ends with its line, or one between marks. */
export interface CommentSyntax {
  readonly open: string;
  readonly close: string;
}

const line = (open: string): CommentSyntax => ({ open, close: '' });

/** Extensions, and names of files without one, by the way their comments begin. */
const syntaxes: readonly (readonly [CommentSyntax, string])[] = [
  [
    line('//'),
    '.js .mjs .cjs .jsx .ts .mts .cts .tsx .go .java .cs .csx .php .rs .kt .kts .scala .sc .swift .dart .c .h .cc .cpp .cxx .hpp .hh .hxx .m .mm .jsonc .json5 .groovy .gradle .proto .zig .sol .scss .less .v .fs .fsx .jenkinsfile Jenkinsfile .keystow.json tsconfig.json jsconfig.json settings.json launch.json',
  ],
  [
    line('#'),
    '.py .pyw .rb .rake .sh .bash .zsh .ksh .fish .yml .yaml .toml .tf .tfvars .hcl .r .jl .pl .pm .ps1 .psm1 .ex .exs .conf .cfg .properties .env .mk .cmake .nix .graphql .gql .tcl .nim .cr .dockerfile Dockerfile Containerfile Makefile makefile GNUmakefile Gemfile Rakefile Justfile justfile .justfile .just Procfile Vagrantfile .gitignore .dockerignore .npmrc .netrc .bashrc .zshrc .profile .envrc',
  ],
  [line('--'), '.sql .lua .hs .elm .ada .adb'],
  [line('%'), '.tex .erl .hrl'],
  [line(';'), '.ini .lisp .clj .cljs .el .asm'],
  [line('REM'), '.bat .cmd'],
  [
    { open: '<!--', close: '-->' },
    '.html .htm .xml .vue .svelte .md .markdown .svg .csproj .config .plist .xaml',
  ],
  [{ open: '/*', close: '*/' }, '.css'],
];

const byName: ReadonlyMap<string, CommentSyntax> = new Map(
  syntaxes.flatMap(([syntax, names]) => names.split(' ').map((name) => [name, syntax] as const)),
);

/** Ids of the editor's for documents whose path does not tell: a notebook's cells. */
const byLanguage: ReadonlyMap<string, CommentSyntax> = new Map(
  ['python', 'shellscript', 'ruby', 'r', 'julia', 'dotenv'].map((id) => [id, line('#')] as const),
);

/** Undefined for a file that has no comments, such as JSON, and for one that is not known. */
export function commentSyntax(path: string, languageId?: string): CommentSyntax | undefined {
  const name = baseName(path);
  if (extensionOf(path) === '.ipynb') return byLanguage.get(languageId ?? '');
  return (
    byName.get(name) ??
    byName.get(extensionOf(path)) ??
    (/^\.env(?:\.|$)/.test(name) || /^(?:Dockerfile|Makefile|Procfile)\./.test(name)
      ? line('#')
      : undefined) ??
    byLanguage.get(languageId ?? '')
  );
}
