import { base62, base64url, hex, type RandomText } from '../../src/engine/detectors/detector';

const uuid = (random: RandomText): string => [8, 4, 4, 4, 12].map((length) => random(hex, length)).join('-');
const b64 = `${base62}+/`;

/** Text that looks like a key and is none: families, each drawn many times. */
export const negatives: readonly (readonly [path: string, write: (random: RandomText) => string])[] = [
  ['a.ts', (r) => `const id = '${uuid(r)}';\n`],
  ['b.ts', (r) => `const apiKeyId = '${uuid(r)}';\n`],
  ['c.ts', (r) => `const cacheKey = '${r(hex, 32)}';\n`],
  ['d.ts', (r) => `const publicKey = '${r(b64, 44)}';\n`],
  ['e.ts', (r) => `const idempotencyKey = "${uuid(r)}";\n`],
  ['f.ts', (r) => `export const keyboardShortcut = 'ctrl+shift+alt+${r(hex, 1)}';\n`],
  ['g.ts', (r) => `import x from './chunk-${r(base62, 20)}.js';\n`],
  ['h.ts', (r) => `const commit = '${r(hex, 40)}'; // openai, mistral, cohere\n`],
  ['i.ts', (r) => `const etag = 'W/"${r(hex, 32)}"';\n`],
  ['j.ts', () => "const key = process.env.OPENAI_API_KEY ?? '';\n"],
  ['k.ts', () => "const client = new OpenAI({ apiKey: 'sk-...' });\n"],
  ['l.ts', () => "const apiKey = 'your-openai-api-key-here';\n"],
  ['m.ts', () => `const apiKey = 'sk-proj-${'x'.repeat(48)}';\n`],
  ['n.ts', () => "const apiKey = '<OPENAI_API_KEY>';\n"],
  ['o.ts', (r) => `const org = 'org-${r(base62, 24)}';\n`],
  ['p.ts', (r) => `const project = 'proj_${r(base62, 24)}';\n`],
  [
    'q.ts',
    (r) =>
      `{ id: 'chatcmpl-${r(base62, 29)}', thread: 'thread_${r(base62, 24)}', file: 'file-${r(base62, 24)}' }\n`,
  ],
  ['r.ts', (r) => `loadStripe('pk_live_${r(base62, 99)}');\n`],
  ['s.ts', (r) => `createClient(url, 'sb_publishable_${r(base62, 22)}_${r(base62, 8)}');\n`],
  ['t.ts', (r) => `new Langfuse({ publicKey: 'pk-lf-${uuid(r)}' });\n`],
  [
    'u.ts',
    (r) =>
      `Sentry.init({ dsn: 'https://${r(hex, 32)}@o${r('123456789', 6)}.ingest.sentry.io/${r('123456789', 7)}' });\n`,
  ],
  ['v.ts', (r) => `posthog.init('phc_${r(base62, 43)}');\n`],
  ['w.ts', (r) => `const model = 'mistral-large-${r('0123456789', 4)}'; const modelId = '${r(hex, 32)}';\n`],
  ['x.ts', (r) => `expect(hash).toBe('${r(hex, 64)}');\n`],
  ['y.ts', (r) => `const image = 'data:image/png;base64,${r(b64, 400)}';\n`],
  ['z.ts', (r) => `const integrity = 'sha384-${r(b64, 64)}';\n`],
  ['package-lock.json', (r) => `"integrity": "sha512-${r(b64, 86)}==",\n`],
  ['yarn.lock', (r) => `  checksum: ${r(hex, 128)}\n`],
  ['Cargo.lock', (r) => `checksum = "${r(hex, 64)}"\n`],
  ['go.sum', (r) => `github.com/a/b v1.2.3 h1:${r(b64, 43)}=\n`],
  ['poetry.lock', (r) => `    {file = "a.whl", hash = "sha256:${r(hex, 64)}"},\n`],
  ['Dockerfile', (r) => `FROM node@sha256:${r(hex, 64)}\n`],
  ['id_rsa.pub', (r) => `ssh-rsa AAAAB3NzaC1yc2E${r(b64, 340)} me@host\n`],
  ['known_hosts', (r) => `github.com ssh-ed25519 AAAAC3NzaC1lZDI1NTE5${r(b64, 48)}\n`],
  [
    'cert.pem',
    (r) => `-----BEGIN CERTIFICATE-----\n${r(b64, 64)}\n${r(b64, 64)}\n-----END CERTIFICATE-----\n`,
  ],
  ['pub.pem', (r) => `-----BEGIN PUBLIC KEY-----\n${r(b64, 64)}\n-----END PUBLIC KEY-----\n`],
  ['a.py', (r) => `REVISION = "${r(hex, 40)}"\n`],
  ['b.py', (r) => `import wandb\nrun_id = "${r(hex, 40)}"\n`],
  ['c.py', (r) => `import cohere\nsha = "${r(hex, 40)}"\n`],
  ['d.py', (r) => `twilio_account_sid = "AC${r(hex, 32)}"\n`],
  ['e.py', () => 'API_KEY = os.environ["OPENAI_API_KEY"]\n'],
  ['f.py', () => `api_key = "${['AKIA', 'IOSFODNN7EXAMPLE'].join('')}"\n`],
  ['g.py', () => 'password = getpass("Password for the monkey: ")\n'],
  ['h.py', (r) => `trace_id = "${r(hex, 32)}"  # datadog\n`],
  ['i.py', (r) => `mistral_file_id = "${r(hex, 32)}"\n`],
  ['alembic.py', (r) => `revision = "${r(hex, 12)}"\ndown_revision = "${r(hex, 12)}"\n`],
  ['a.yml', (r) => `uid: ${uuid(r)}\nname: heroku\n`],
  ['b.yml', (r) => `image: registry.example.com/app@sha256:${r(hex, 64)}\n`],
  ['c.yml', () => 'key: ${{ secrets.OPENAI_API_KEY }}\n'],
  ['d.yml', (r) => `- uses: actions/checkout@${r(hex, 40)}\n`],
  ['a.json', (r) => `{"key": "ctrl+k ctrl+${r(hex, 1)}", "command": "openai.ask"}\n`],
  ['b.json', (r) => `{"ETag": "${r(hex, 32)}", "VersionId": "${r(base62, 32)}"}\n`],
  [
    'c.json',
    (r) =>
      `{"client_id": "${r('0123456789', 12)}-${r('abcdefghijklmnop0123456789', 32)}.apps.googleusercontent.com"}\n`,
  ],
  ['a.html', (r) => `<script src="app.${r(hex, 20)}.js" nonce="${r(base62, 24)}"></script>\n`],
  [
    'a.css',
    (r) => `.css-${r('abcdefghijklmnop0123456789', 7)} { background: url(img.${r(hex, 32)}.png); }\n`,
  ],
  ['a.md', () => 'Set `OPENAI_API_KEY` to `sk-xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx`.\n'],
  ['b.md', () => 'Your key begins with `sk-ant-api03-`, and is 108 characters long.\n'],
  ['c.md', (r) => `See https://docs.google.com/document/d/${r(base64url, 44)}/edit\n`],
  ['d.md', (r) => `https://www.youtube.com/watch?v=${r(base64url, 11)}&list=PL${r(base64url, 32)}\n`],
  ['e.md', () => 'postgres://user:password@localhost:5432/db, postgres://postgres:postgres@db/app\n'],
  [
    'a.svg',
    (r) =>
      `<path d="M${r('0123456789', 3)}.${r('0123456789', 20)} l${r('0123456789', 8)}" id="${r(base62, 24)}"/>\n`,
  ],
  ['a.min.js', (r) => `function a(){return"${r(base62, 30)}"}var b="${r(base62, 30)}";\n`],
  ['a.ipynb', (r) => `{"id": "${r(hex, 8)}", "image/png": "iVBORw0KGgo${r(b64, 600)}"}\n`],
  ['a.java', (r) => `private static final long serialVersionUID = ${r('123456789', 18)}L;\n`],
  ['a.cs', (r) => `[assembly: Guid("${uuid(r)}")] // PublicKeyToken=${r(hex, 16)}\n`],
  ['a.sol', (r) => `address constant TOKEN = 0x${r(hex, 40)};\n`],
  [
    'a.tf',
    (r) => `ami = "ami-${r(hex, 17)}"\nkms_key_id = "arn:aws:kms:eu-west-1:123456789012:key/${uuid(r)}"\n`,
  ],
  ['a.txt', (r) => `azure openai deployment ${r(hex, 32)}\n`],
  ['a.sql', (r) => `INSERT INTO t (id, token_hash) VALUES ('${uuid(r)}', '${r(hex, 64)}');\n`],
  ['a.go', (r) => `var sum = "${r(hex, 32)}" // md5\n`],
  ['card.tsx', (r) => `import { Mistral } from './logos';\n<Card key="${r(hex, 32)}" title="Mistral" />\n`],
  [
    'tree.json',
    (r) => `{"key": "${r(hex, 32)}", "label": "Twilio", "children": [{"key": "${r(hex, 40)}"}]}\n`,
  ],
  ['Podfile.lock', (r) => `SPEC CHECKSUMS:\n  DatadogCore: ${r(hex, 40)}\n  DatadogKey: ${r(hex, 40)}\n`],
  [
    'deploy.yaml',
    (r) =>
      `env:\n  - name: DD_API_KEY\n    valueFrom:\n      secretKeyRef:\n        key: api-key\n  - name: DD_VERSION\n    value: ${r(hex, 40)}\n`,
  ],
  ['ci.log', (r) => `wandb: syncing\nCache restored from key: ${r(hex, 40)}\n`],
  ['s.ts', (r) => `// datadog\nconst syncToken = '${r(hex, 32)}';\nconst pageToken = '${r(hex, 32)}';\n`],
  ['cache.sql', (r) => `INSERT INTO cache (id, model, cache_key) VALUES (1, 'mistral', '${r(hex, 32)}');\n`],
  [
    'search.js',
    (r) => `docsearch({ appId: '${r(base62, 10)}', apiKey: '${r(hex, 32)}', indexName: 'datadog' });\n`,
  ],
  ['form.html', (r) => `<p>Cloudflare</p><input type="hidden" name="_token" value="${r(base62, 40)}">\n`],
  [
    'vault.yml',
    (r) => `twilio_auth_token: !vault |\n  $ANSIBLE_VAULT;1.2;AES256\n  ${r(hex, 80)}\n  ${r(hex, 32)}\n`,
  ],
  [
    'secrets.json',
    (r) => `{"azure_storage_key": "ENC[AES256_GCM,data:${r(b64, 86)}==,iv:${r(b64, 43)}=]"}\n`,
  ],
  ['refs.txt', (r) => `${r(hex, 40)} refs/heads/deepgram-token\n${r(hex, 40)} refs/heads/main\n`],
  ['k.test.ts', (r) => `expect(await keyOf(mistral)).toMatchInlineSnapshot('"${r(hex, 32)}"');\n`],
  [
    'hub.py',
    (r) => `from transformers import X\nX.from_pretrained("mistralai/M", revision="${r(hex, 40)}")\n`,
  ],
  ['prefixes.sh', () => 'PREFIXES=("sk-ant-api03-" "sk-proj-" "glpat-" "gldt-" "ghp_" "gsk_")\n'],
  [
    'prefixes.ts',
    () => "const known = ['sk-proj-', 'sk-svcacct-', 'sk-admin-', 'ghp_', 'gho_', 'glpat-', 'xoxb-'];\n",
  ],
  [
    'slug.md',
    () =>
      'See https://docs.example.org/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.html\n',
  ],
  ['model.py', () => 'from x import hf_TransformersModelForSequenceClassification\n'],
  ['nfc.c', () => 'int nfc_initiator_select_passive_target_with_timeout(void);\n'],
  ['seq.ts', () => `const k = 'ghp_${'a1b2c3d4e5f6'.repeat(3)}';\n`],
  [
    'jwt.ts',
    (r) =>
      `const t = '${btoa('{"alg":"HS256","typ":"JWT"}').replaceAll('=', '')}.${btoa('{"sub":"1234567890","name":"John Doe"}').replaceAll('=', '')}.${r(base62, 43)}';\n`,
  ],
  [
    'blob.txt',
    (r) => Array.from({ length: 12 }, (_, i) => (i === 5 ? `EAAA${r(b64, 60)}` : r(b64, 64))).join('\n'),
  ],
  [
    'pem.ts',
    () =>
      `const head = '-----BEGIN ${'PRIVATE'} KEY-----';\nconst tail = '-----END ${'PRIVATE'} KEY-----';\n`,
  ],
  ['gpg.Dockerfile', (r) => `FROM a\nENV GPG_KEY ${r('0123456789ABCDEF', 40)}\nARG CACHE_KEY=v1-deps\n`],
];
