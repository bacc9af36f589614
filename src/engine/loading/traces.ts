import { baseName, extensionOf } from '../text/path';

/** A file that may load an env file for programs beside it. */
export interface LoadTrace {
  readonly path: string;
  readonly text: string;
  /** It is code of the same language as the program, and no script. */
  readonly isCode: boolean;
  /** A variable that the program reads. */
  readonly name: string;
}

/**
 * Whether anything in a file lets one think that it loads an env file. More than what a move asks: there a loader too
 * many does no harm, here a warning too many does. A file of a language that nobody knows is asked as a script is.
 */
export function mayLoad({ path, text, isCode, name }: LoadTrace): boolean {
  const base = baseName(path);
  if (platforms.test(base)) return true;
  if (manifests.test(base)) return inManifest.test(text) || flask.every((part) => part.test(text));
  if (isCode) return inCode.test(text);
  if (/^(?:docker-)?compose\b.*\.ya?ml$/.test(base) && new RegExp(`\\b${name}\\b`).test(text)) return true;
  return extensionOf(path) === '.md' ? inText.test(text) : inScripts.test(text);
}

/** Whether a file without a language is worth being read: it starts programs, configures what does, or explains it. */
export const isStarter = (path: string): boolean => {
  const base = baseName(path);
  if (/-lock\.|\block\./.test(base)) return false;
  return platforms.test(base) || manifests.test(base) || starters.test(base);
};

const starters =
  /^(?:GNUm|[Mm])akefile$|^[Jj]ustfile$|^Dockerfile|^Jenkinsfile$|^Vagrantfile$|^Tiltfile$|^Rakefile$|^\.envrc$|\.(?:ya?ml|toml|jsonc?|mk|ini|cfg|conf|service|fish|ps1|bat|cmd|nix|code-workspace|md)$/;

/** Tools that load `.env` for what they start, told by a file of theirs. */
const platforms =
  /^(?:Procfile\b.*|nx\.json|serverless\.\w+|netlify\.toml|vercel\.json|firebase\.json|sst\.config\.\w+|trigger\.config\.\w+|redwood\.toml|process-compose\.ya?ml|devspace\.ya?ml)$/;

const manifests =
  /^(?:package\.json|requirements.*\.txt|pyproject\.toml|setup\.(?:py|cfg)|Pipfile|Cargo\.toml|Gemfile|composer\.json)$/;

/** A flag or a tool in a script, and packages that load `.env` by themselves. `dotenv` alone waits to be called. */
const inManifest = new RegExp(
  [
    String.raw`--env-file|(?<!python-)\bdotenvx?[ \t]|-r dotenv|dotenv\/|dotenv-(?:rails|cli|flow|expand|safe|webpack)|(?<!\w)\.env(?!\w|\.example)|\benv-cmd\b|\benv_?files?\b`,
    String.raw`\b(?:infisical|doppler|varlock|direnv|foreman|node-foreman|honcho|rails|heroku local|fastify-cli)\b`,
    String.raw`"(?:nx|prisma|@prisma\/client|@strapi\/strapi|@adonisjs\/core|@redwoodjs\/core|sst|serverless|firebase-functions|nitro(?:pack)?|vinxi|@tanstack\/[a-z]+-start|@solidjs\/start|mastra|@mastra\/core|@trigger\.dev\/sdk|@medusajs\/medusa|vercel|netlify-cli|probot|@dotenvx\/dotenvx)"\s*:`,
    String.raw`\b(?:chainlit|litellm|dagster|google-adk|crewai|browser-use|django-environ|environs|python-decouple|pydantic-settings|dynaconf|sqlmesh|pytest-dotenv|poetry-dotenv-plugin)\b`,
  ].join('|'),
  'i',
);

/** `flask run` loads it with that package. */
const flask = [/\bflask\b/i, /\bpython-dotenv\b/i];

const inCode =
  /dotenv|load_?env|parse_?env\b|read_env|env[-_]?file|env-cmd|\bdecouple\b|\benviron\.Env\b|\bviper\b|caarlos0\/env|starlette\.config|\binfisical\b|\bdoppler\b|["'`/\\]\.env(?:\.local)?["'`]/i;

const inScripts =
  /(?<![\w)\]])\.env(?!\w|\.(?:example|sample|template|dist))|dotenv|env(?:ironment)?[-_ ]?file/i;

/** What a person is told to type. */
const inText = /--env-file|\b(?:source|\.)\s+(?:\.\/)?\.env\b|\bset -a\b|\bdotenvx?\s+(?:run|-)|export \$\(/;
