/** What a place in a file is filled with. */
export interface Filling {
  readonly key: string;
  /** `MISTRAL_API_KEY` */
  readonly env: string;
  /** `mistral` */
  readonly id: string;
  /** `Mistral` */
  readonly brand: string;
  /** `api.mistral.ai` */
  readonly host: string;
}

export type Place = readonly [path: string, write: (filling: Filling) => string];

const camel = (env: string): string =>
  env.toLowerCase().replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

/** Places where developers leave keys, written as they write them. The provider is named in some way in each. */
export const places: readonly Place[] = [
  ['src/a.ts', ({ env, key }) => `export const ${env} = '${key}';\n`],
  ['src/b.ts', ({ env, key }) => `const ${camel(env)}: string = "${key}";\n`],
  [
    'src/c.ts',
    ({ brand, id, key }) =>
      `import { ${brand} } from '${id}';\n\nconst client = new ${brand}({ apiKey: '${key}' });\n`,
  ],
  ['src/d.ts', ({ env, key }) => `const key = process.env.${env} ?? '${key}';\n`],
  ['src/e.ts', ({ env, key }) => `const key = process.env.${env} || "${key}";\n`],
  [
    'src/f.mjs',
    ({ host, key }) =>
      `await fetch('https://${host}/v1', {\n  headers: { Authorization: \`Bearer ${key}\` },\n});\n`,
  ],
  ['src/g.js', ({ env, key }) => `process.env['${env}'] = '${key}';\n`],
  ['src/h.cjs', ({ env, key }) => `module.exports = {\n  ${camel(env)}: '${key}', // todo\n};\n`],
  [
    'src/i.js',
    ({ brand, id, key }) => `const ${brand} = require('${id}');\nconst c = new ${brand}("${key}");\n`,
  ],
  ['src/j.tsx', ({ env, key }) => `export const A = () => <Chat ${camel(env)}="${key}" />;\n`],
  ['src/k.jsx', ({ env, key }) => `<Chat ${camel(env)}={'${key}'} />\n`],
  ['src/l.vue', ({ env, key }) => `<script setup>\nconst ${camel(env)} = '${key}'\n</script>\n`],
  ['src/m.svelte', ({ env, key }) => `<script>\n  let ${camel(env)} = "${key}";\n</script>\n`],
  ['a.html', ({ env, key }) => `<script>window.${env} = "${key}";</script>\n`],
  ['a.py', ({ env, key }) => `${env} = "${key}"\n`],
  ['b.py', ({ env, key }) => `os.environ["${env}"] = '${key}'\n`],
  ['c.py', ({ env, key }) => `api_key = os.getenv("${env}", "${key}")\n`],
  ['d.py', ({ brand, id, key }) => `from ${id} import ${brand}\n\nclient = ${brand}(api_key="${key}")\n`],
  ['e.py', ({ id, key }) => `import ${id}\n\n${id}.api_key = "${key}"\n`],
  [
    'f.py',
    ({ host, key }) => `requests.get("https://${host}/v1", headers={"Authorization": f"Bearer ${key}"})\n`,
  ],
  ['g.py', ({ env, key }) => `class Settings(BaseSettings):\n    ${env.toLowerCase()}: str = "${key}"\n`],
  ['h.py', ({ env, key }) => `CONFIG = {\n    "${env.toLowerCase()}": "${key}",\n}\n`],
  ['a.ipynb', ({ env, key }) => `{"cells": [{"source": ["${env} = \\"${key}\\"\\n"]}]}\n`],
  ['b.ipynb', ({ env, key }) => `{"cells": [{"source": ["os.environ['${env}'] = '${key}'\\n"]}]}\n`],
  ['a.go', ({ env, key }) => `const ${camel(env)} = "${key}"\n`],
  ['b.go', ({ env, key }) => `os.Setenv("${env}", "${key}")\n`],
  ['c.go', ({ env, key }) => `cfg := Config{\n\t${camel(env)}: "${key}",\n}\n`],
  ['A.java', ({ env, key }) => `private static final String ${env} = "${key}";\n`],
  ['B.java', ({ env, key }) => `client.set${camel(env).replace(/^./, (c) => c.toUpperCase())}("${key}");\n`],
  ['a.kt', ({ env, key }) => `const val ${env} = "${key}"\n`],
  ['a.cs', ({ env, key }) => `public const string ${env} = "${key}";\n`],
  ['b.cs', ({ env, key }) => `Environment.SetEnvironmentVariable("${env}", "${key}");\n`],
  ['a.rb', ({ env, key }) => `ENV['${env}'] ||= '${key}'\n`],
  ['b.rb', ({ env, key }) => `${env} = "${key}".freeze\n`],
  ['a.php', ({ env, key }) => `define('${env}', '${key}');\n`],
  ['b.php', ({ env, key }) => `$config['${env.toLowerCase()}'] = "${key}";\n`],
  ['c.php', ({ env, key }) => `'key' => env('${env}', '${key}'),\n`],
  ['a.rs', ({ env, key }) => `const ${env}: &str = "${key}";\n`],
  ['a.swift', ({ env, key }) => `let ${camel(env)} = "${key}"\n`],
  ['a.dart', ({ env, key }) => `static const String ${camel(env)} = '${key}';\n`],
  ['a.sh', ({ env, key }) => `export ${env}=${key}\n`],
  ['b.sh', ({ env, key }) => `${env}="${key}" ./run.sh\n`],
  ['c.sh', ({ host, key }) => `curl https://${host}/v1/models -H "Authorization: Bearer ${key}"\n`],
  ['a.ps1', ({ env, key }) => `$env:${env} = "${key}"\n`],
  ['a.fish', ({ env, key }) => `set -x ${env} ${key}\n`],
  ['Dockerfile', ({ env, key }) => `FROM node:22\nENV ${env} ${key}\n`],
  ['api.Dockerfile', ({ env, key }) => `FROM node:22\nENV A=1 \\\n    ${env}=${key}\n`],
  ['compose.yml', ({ env, key }) => `services:\n  api:\n    environment:\n      - ${env}=${key}\n`],
  ['compose.yaml', ({ env, key }) => `services:\n  api:\n    environment:\n      ${env}: ${key}\n`],
  ['pod.yaml', ({ env, key }) => `env:\n  - name: ${env}\n    value: "${key}"\n`],
  ['.github/workflows/ci.yml', ({ env, key }) => `    env:\n      ${env}: '${key}'\n`],
  [
    'main.tf',
    ({ env, key }) => `variable "${env.toLowerCase()}" {\n  type    = string\n  default = "${key}"\n}\n`,
  ],
  ['config.json', ({ env, key }) => `{\n  "${camel(env)}": "${key}"\n}\n`],
  [
    '.mcp.json',
    ({ id, env, key }) => `{"mcpServers": {"${id}": {"command": "npx", "env": {"${env}": "${key}"}}}}\n`,
  ],
  [
    'settings.jsonc',
    ({ env, key }) => `{\n  // mine\n  "${env.toLowerCase().replaceAll('_', '.')}": "${key}",\n}\n`,
  ],
  ['config.toml', ({ env, key }) => `[api]\n${env.toLowerCase()} = "${key}"\n`],
  ['config.ini', ({ env, key }) => `[api]\n${env.toLowerCase()} = ${key}\n`],
  ['app.properties', ({ env, key }) => `${env.toLowerCase().replaceAll('_', '.')}=${key}\n`],
  ['web.config', ({ env, key }) => `<add key="${env}" value="${key}" />\n`],
  ['.env.example', ({ env, key }) => `${env}=${key}\n`],
  ['README.md', ({ env, key }) => `Run it with \`${env}=${key} npm start\`.\n`],
  ['notes.txt', ({ env, key }) => `${env}: ${key}\n`],
  ['a.http', ({ host, key }) => `GET https://${host}/v1\nAuthorization: Bearer ${key}\n`],
  [
    'config/llm.yaml',
    ({ id, key }) => `providers:\n  other:\n    model: x\n  ${id}:\n    model: large\n    api_key: ${key}\n`,
  ],
  [
    'appsettings.json',
    ({ brand, key }) => `{\n  "Logging": {},\n  "${brand}": {\n    "ApiKey": "${key}"\n  }\n}\n`,
  ],
  ['settings.ini', ({ id, key }) => `[other]\nurl = x\n\n[${id}]\napi_key = ${key}\n`],
  ['keys.ts', ({ id, key }) => `export const apiKeys = {\n  other: load(),\n  ${id}ApiKey: '${key}',\n};\n`],
  ['b.rs', ({ env, key }) => `let key = env::var("${env}")\n    .unwrap_or_else(|_| "${key}".into());\n`],
  ['c.rs', ({ env, key }) => `let ${env.toLowerCase()} = String::from("${key}");\n`],
  [
    'C.java',
    ({ env, key }) => `String k = Optional.ofNullable(System.getenv("${env}"))\n    .orElse("${key}");\n`,
  ],
  ['n.tsx', ({ env, key }) => `const [${camel(env)}, setKey] = useState<string>('${key}');\n`],
  [
    'job.yaml',
    ({ env, key }) => `env:\n  - value: "${key}"\n    name: ${env}\n  - value: "1"\n    name: PORT\n`,
  ],
  ['taskdef.json', ({ env, key }) => `{"environment": [{"value": "${key}", "name": "${env}"}]}\n`],
  ['app.plist', ({ env, key }) => `<dict>\n  <key>${env}</key>\n  <string>${key}</string>\n</dict>\n`],
  [
    'AndroidManifest.xml',
    ({ env, key }) => `<meta-data\n    android:name="dev.acme.${env}"\n    android:value="${key}" />\n`,
  ],
  ['Procfile', ({ env, key }) => `web: ${env}=${key} gunicorn app:app\n`],
  ['d.sh', ({ env, key }) => `heroku config:set ${env}=${key} -a acme\n`],
  ['change.patch', ({ env, key }) => `@@ -1 +1 @@\n-${env}=\n+${env}=${key}\n`],
  ['docs/setup.md', ({ env, key }) => `| Name | Value |\n| --- | --- |\n| \`${env}\` | \`${key}\` |\n`],
  ['docs/auth.rst', ({ env, key }) => `The \`\`${env}\`\` is \`\`${key}\`\` on staging.\n`],
  ['get.py', ({ env, key }) => `def get_${env.toLowerCase()}():\n    return "${key}"\n`],
  [
    'cli.py',
    ({ env, key }) =>
      `parser.add_argument(\n    "--${env.toLowerCase().replaceAll('_', '-')}",\n    default="${key}",\n)\n`,
  ],
  ['a.ex', ({ env, key }) => `config :acme, ${env.toLowerCase()}: "${key}"\n`],
  ['a.lua', ({ env, key }) => `local ${env.toLowerCase()} = "${key}"\n`],
  ['a.bat', ({ env, key }) => `@echo off\r\nset ${env}=${key}\r\n`],
  ['Makefile', ({ env, key }) => `export ${env} ?= ${key}\n`],
  ['a.nix', ({ env, key }) => `pkgs.mkShell {\n  ${env} = "${key}";\n}\n`],
  [
    'seed.sql',
    ({ env, key }) => `INSERT INTO settings (name, value) VALUES ('${env.toLowerCase()}', '${key}');\n`,
  ],
];

/** A key in pieces or in another writing. */
export const wrapped: readonly (readonly [path: string, write: (a: string, b: string) => string])[] = [
  ['a.ts', (a, b) => `const k = "${a}" + "${b}";\n`],
  ['b.ts', (a, b) => `const k = ['${a}', '${b}'].join('');\n`],
  ['c.js', (a, b) => `const k = "${a}" +\n  "${b}";\n`],
  ['a.py', (a, b) => `k = "${a}" "${b}"\n`],
  ['b.py', (a, b) => `k = (\n    "${a}"\n    "${b}"\n)\n`],
  ['c.py', (a, b) => `k = "".join(["${a}", "${b}"])\n`],
  ['a.php', (a, b) => `$k = '${a}' . '${b}';\n`],
  ['a.lua', (a, b) => `local k = "${a}" .. "${b}"\n`],
  ['d.py', (a, b) => `k = "${a}\\\n${b}"\n`],
  ['secret.yaml', (a, b) => `kind: Secret\ndata:\n  key: ${btoa(a + b)}\n`],
  ['e.ts', (a, b) => `const k = atob("${btoa(a + b)}");\n`],
  ['a.sh', (a, b) => `curl -H "Authorization: Basic ${btoa(`user:${a}${b}`)}" https://x.invalid\n`],
  ['f.ts', (a, b) => `const first = '${a}';\nconst second = '${b}';\nuse(first + second);\n`],
  ['g.ts', (a, b) => `const k = \`\${'${a}'}\${'${b}'}\`;\n`],
  ['f.py', (a, b) => `k = "{}{}".format("${a}", "${b}")\n`],
  ['a.go', (a, b) => `k := strings.Join([]string{"${a}", "${b}"}, "")\n`],
  ['a.rs', (a, b) => `const K: &str = concat!("${a}", "${b}");\n`],
  ['A.java', (a, b) => `new StringBuilder().append("${a}").append("${b}").toString();\n`],
  ['b.php', (a, b) => `$k = implode('', ['${a}', '${b}']);\n`],
  ['b.sh', (a, b) => `KEY="${a}""${b}"\n`],
  ['a.ipynb', (a, b) => `{"source": ["k = \\"${a}\\" + \\"${b}\\""]}\n`],
  ['c.yaml', (a, b) => `DATA_B64=${btoa(a + b)}\n`],
];
