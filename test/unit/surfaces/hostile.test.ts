import assert from 'node:assert/strict';
import {
  fixIdFor,
  isRefusal,
  OverlayWorkspace,
  planMoveToEnv,
  scanDocument,
} from '../../../src/engine/index';
import { madeKey, secretParts } from '../../support/keys';
import { MemoryWorkspace } from '../../support/memoryWorkspace';
import { parsers } from '../../support/parsers';

const K = madeKey('openai-project-key');
const S = ['q8Zr4TnW2', 'xYb7Lk1'].join('');
const pod = 'apiVersion: v1\nkind: Pod\nmetadata: {name: a}\nspec:\n  containers:\n';

/** The file, its text, and what becomes of it: undefined where it is refused. */
const cases: readonly (readonly [path: string, text: string, after: string | undefined])[] = [
  // What people name stays, also where nothing is left in it.
  [
    'eas.json',
    `{"build":{"production":{"env":{"OPENAI_API_KEY":"${K}"}},"preview":{}}}`,
    '{"build":{"production":{},"preview":{}}}',
  ],
  [
    'app.json',
    `{"addons":[],"env":{"OPENAI_API_KEY":{"value":"${K}"}}}`,
    '{"addons":[],"env":{"OPENAI_API_KEY":{}}}',
  ],
  [
    '.gitlab-ci.yml',
    `.vars: # shared\n  variables:\n    A_KEY: ${K}\njob: {extends: .vars}\n`,
    '.vars: {} # shared\njob: {extends: .vars}\n',
  ],
  [
    '.gitlab-ci.yml',
    `.vars: &v\n  variables:\n    A_KEY: ${K}\njob: {extends: .vars}\n`,
    '.vars: &v\n  variables: {}\njob: {extends: .vars}\n',
  ],
  // A list that is there.
  [
    'pod.yaml',
    `${pod}    - args: ["${K}"]\n      env:\n        - name: B\n          value: b # last\n      image: a\n`,
    `${pod}    - args: ["$(OPENAI_API_KEY)"]\n      env:\n        - name: B\n          value: b # last\n        - name: OPENAI_API_KEY\n          valueFrom:\n            secretKeyRef:\n              name: a-env\n              key: OPENAI_API_KEY\n      image: a\n`,
  ],
  [
    'pod.yaml',
    `${pod}    - args: ["${K}"]\n      env: [{name: B, value: b}]\n`,
    `${pod}    - args: ["$(OPENAI_API_KEY)"]\n      env: [{name: B, value: b}, { name: OPENAI_API_KEY, valueFrom: { secretKeyRef: { name: a-env, key: OPENAI_API_KEY } } }]\n`,
  ],
  [
    'kustomization.yaml',
    `secretGenerator:\n  - name: a\n    envs:\n    - other.env\n    literals:\n    - A_KEY=${K}\n    - B=b\n`,
    'secretGenerator:\n  - name: a\n    envs:\n    - other.env\n    - .env\n    literals:\n    - B=b\n',
  ],
  // What something else stands for.
  ['.gitlab-ci.yml', `variables:\n  A_KEY: &k ${K}\n  B: z\njob:\n  variables: {O: *k}\n`, undefined],
  [
    '.gitlab-ci.yml',
    `variables: &v {A_KEY: ${K}, B: z}\njob:\n  variables: *v\n`,
    `variables: &v {B: z}\njob:\n  variables: *v\n`,
  ],
  [
    'compose.yaml',
    `services:\n  a:\n    environment: &e\n      A_KEY: ${K}\n  b:\n    environment: *e\n`,
    'services:\n  a:\n    environment: &e\n      A_KEY: ${A_KEY:?set A_KEY in .env}\n  b:\n    environment: *e\n',
  ],
  // Terraform: what only its name tells.
  [
    'a.tf',
    `provider "shop" {\n  master_password = "${S}" # soon\n}\n`,
    `provider "shop" {\n  master_password = var.master_password # soon\n}\n\nvariable "master_password" {\n  type      = string\n  sensitive = true\n}\n`,
  ],
  [
    'a.tf',
    `variable "db_password" {\n  default = "${S}"\n}\n`,
    'variable "db_password" {\n  sensitive = true\n}\n',
  ],
  ['a.tfvars', `region = "a"\ndb_password = "${S}"\n`, 'region = "a"\n'],
  // A name that is there already.
  ['.github/workflows/a.yml', `jobs:\n  a:\n    steps:\n      - run: curl ${K}\n        env:\n`, undefined],
  [
    '.github/workflows/a.yml',
    `jobs:\n  a:\n    steps:\n      - run: curl ${K}\n        env:\n          OPENAI_API_KEY: other\n`,
    undefined,
  ],
  ['compose.yaml', `services:\n  a:\n    environment:\n      A_KEY: ${K}\n      A_KEY: x\n`, undefined],
  // A container reads other variables in a value, not in one from a Secret; and only in its command and arguments.
  [
    'pod.yaml',
    `${pod}    - env:\n        - {name: H, value: h}\n        - {name: A_URL, value: "$(H)/${K}"}\n`,
    undefined,
  ],
  [
    'pod.yaml',
    `${pod}    - args: ["-k", "a=${K}"]\n      env: [{name: OPENAI_API_KEY, value: other}]\n`,
    undefined,
  ],
  [
    'pod.yaml',
    `${pod}    - args: ["-k", "a=${K}"]\n`,
    `${pod}    - args: ["-k", "a=$(OPENAI_API_KEY)"]\n      env:\n        - name: OPENAI_API_KEY\n          valueFrom:\n            secretKeyRef:\n              name: a-env\n              key: OPENAI_API_KEY\n`,
  ],
  ['pod.yaml', `${pod}    - livenessProbe: {exec: {command: [curl, "${K}"]}}\n`, undefined],
  [
    'pod.yaml',
    `${pod}    - env: [{name: A_URL, value: "${K}/${K}"}]\n`,
    `${pod}    - env: [{name: A_URL, valueFrom: { secretKeyRef: { name: a-env, key: A_URL } }}]\n`,
  ],
  // One key more than once in a value.
  [
    'group_vars/all',
    `url: https://a/${K}?b=${K}\n`,
    `url: https://a/{{ lookup('ansible.builtin.env', 'OPENAI_API_KEY') }}?b={{ lookup('ansible.builtin.env', 'OPENAI_API_KEY') }}\n`,
  ],
  [
    '.travis.yml',
    `script:\n  - "curl ${K} ${K}"\n`,
    `script:\n  - "curl \\"$OPENAI_API_KEY\\" \\"$OPENAI_API_KEY\\""\n`,
  ],
  [
    '.travis.yml',
    `script:\n  - |\n    curl ${K}\n    curl ${K}\n`,
    'script:\n  - |\n    curl "$OPENAI_API_KEY"\n    curl "$OPENAI_API_KEY"\n',
  ],
  // What is in an expression already.
  ['profiles.yml', `a:\n  outputs:\n    dev:\n      password: "{{ env_var('A', '${K}') }}"\n`, undefined],
  ['config/secrets.yml', `a:\n  key: <%= ENV.fetch("X", "${K}") %>\n`, undefined],
  ['group_vars/all', `a: "{{ lookup('env','X') | default('${K}') }}"\n`, undefined],
  ['roles/a/tasks/main.yml', `- debug: {msg: a}\n  when: token == "${K}"\n`, undefined],
  // Where more than a value would have to go.
  ['.cargo/config.toml', `[env]\nA_KEY = { value = "${K}", force = true }\n`, undefined],
  ['.cargo/config.toml', `[env.A_KEY]\nvalue = "${K}"\nforce = true\n`, undefined],
  [
    'pip.conf',
    `[global]\ntimeout = 60\nextra-index-url = https://u:${K}@h/simple\n    https://pypi.org/simple\n`,
    undefined,
  ],
  [
    'pip.conf',
    `[global]\nindex-url = https://pypi.org/simple\n[install]\nindex-url = https://u:${K}@h/simple\n`,
    undefined,
  ],
  [
    'buildspec.yml',
    `version: 0.2\nenv: {shell: powershell}\nphases:\n  build:\n    commands:\n      - curl ${K}\n`,
    undefined,
  ],
  // Here documents: what is in one stays, what comes after one is read as if it were not there.
  [
    '.github/workflows/a.yml',
    `jobs:\n  a:\n    steps:\n      - run: |\n          cat <<'END' > a\n          it's\n          END\n          curl -H "x: ${K}"\n`,
    `jobs:\n  a:\n    steps:\n      - run: |\n          cat <<'END' > a\n          it's\n          END\n          curl -H "x: $OPENAI_API_KEY"\n        env:\n          OPENAI_API_KEY: \${{ secrets.OPENAI_API_KEY }}\n`,
  ],
  [
    '.github/workflows/a.yml',
    `jobs:\n  a:\n    steps:\n      - run: |\n          cat <<END\n            END\n          curl ${K}\n          END\n`,
    undefined,
  ],
  [
    '.github/workflows/a.yml',
    `jobs:\n  a:\n    steps:\n      - run: |\n          cat <<A\n          A\n          cat <<B\n          ${K}\n          B\n`,
    undefined,
  ],
  // Shells and quotes.
  [
    '.github/workflows/a.yml',
    `jobs:\n  a:\n    steps:\n      - run: |\n          python -c '\n          x("${K}")\n          '\n`,
    undefined,
  ],
  [
    '.github/workflows/a.yml',
    `defaults: {run: {shell: pwsh}}\njobs:\n  a:\n    steps:\n      - run: curl ${K}\n`,
    undefined,
  ],
  [
    '.github/workflows/a.yml',
    `jobs:\n  a:\n    runs-on: \${{ matrix.os }}\n    strategy: {matrix: {os: [windows-latest]}}\n    steps:\n      - run: curl ${K}\n`,
    undefined,
  ],
  ['Dockerfile', `FROM a\nSHELL ["powershell"]\nRUN curl ${K}\n`, undefined],
  ['Dockerfile', `FROM a\nRUN a \\\n  # ${K}\n  b\n`, undefined],
  // What a backslash stands in is another value.
  ['gradle.properties', `a=${K}\\=\n`, undefined],
  ['application.properties', `a=b\\:${K}\nb=\\u0041${K}\n`, undefined],
  // A variable would take another one's place.
  ['appsettings.json', `{"Keys":["${K}","other"]}`, undefined],
  [
    'litellm.yaml',
    `model_list:\n- litellm_params: {}\nlitellm_settings:\n  callbacks: ["${K}"]\n`,
    undefined,
  ],
  ['main.tf', `module "m" {\n  source = "git::https://x:${K}@h"\n}\n`, undefined],
  ['main.tf', `output "k" {\n  value = "${K}"\n}\n`, undefined],
  // What loads later would come too late.
  [
    '.envrc',
    `export A_KEY=${K}\nexport AUTH="Bearer $A_KEY"\ndotenv\n`,
    'dotenv_if_exists\nexport AUTH="Bearer $A_KEY"\ndotenv\n',
  ],
  ['.envrc', `if x; then\n  export A_KEY=${K}\nfi\n`, undefined],
  [
    '.envrc',
    `dotenv_if_exists .env.local\nexport A_KEY=${K}\n`,
    'dotenv_if_exists .env.local\ndotenv_if_exists\n',
  ],
  [
    '.vscode/mcp.json',
    `{"inputs":[{"id":"openai-api-key","type":"promptString","description":"Another"}],"servers":{"a":{"url":"b","headers":{"Authorization":"Bearer ${K}"}}}}`,
    '{"inputs":[{"id":"openai-api-key","type":"promptString","description":"Another"}, { "type": "promptString", "id": "openai-api-key-2", "description": "OPENAI_API_KEY", "password": true }],"servers":{"a":{"url":"b","headers":{"Authorization":"Bearer ${input:openai-api-key-2}"}}}}',
  ],
  // XML: byte order marks, line ends, comments, quotes, entities and sections stay; what a DTD defines is not read.
  [
    'settings.xml',
    `\uFEFF<?xml version='1.0'?>\r\n<settings ><servers>\r\n\t<!-- ${K.slice(0, 6)} --><server  a='1' b="2" ><id>a</id><password><!--x-->${K}<!--y--></password></server >\r\n</servers></settings>`,
    `\uFEFF<?xml version='1.0'?>\r\n<settings ><servers>\r\n\t<!-- ${K.slice(0, 6)} --><server  a='1' b="2" ><id>a</id><password><!--x-->\${env.OPENAI_API_KEY}<!--y--></password></server >\r\n</servers></settings>`,
  ],
  [
    'pom.xml',
    `<project><properties><a><![CDATA[<&]]>&lt;${K}&gt;</a></properties></project>`,
    '<project><properties><a><![CDATA[<&]]>&lt;${env.OPENAI_API_KEY}&gt;</a></properties></project>',
  ],
  [
    'pom.xml',
    `<!DOCTYPE project [<!ENTITY k "${K}">]><project><properties><a>&k;</a></properties></project>`,
    undefined,
  ],
  ['pom.xml', `<project><properties><a>${K}</a><!-- ${K} --></properties><b></project>`, undefined],
  ['pom.xml', `<project><!-- ${K} --></project>`, undefined],
  ['pom.xml', `<project><build a="${K}"/></project>`, undefined],
  ['pom.xml', `${'<a>'.repeat(5000)}${K}${'</a>'.repeat(5000)}`, undefined],
  [
    'nuget.config',
    `<configuration><packageSourceCredentials><a><add value='${K}' key='CLEARTEXTPASSWORD' /></a></packageSourceCredentials></configuration>`,
    "<configuration><packageSourceCredentials><a><add value='%NUGET_PASSWORD%' key='CLEARTEXTPASSWORD' /></a></packageSourceCredentials></configuration>",
  ],
  [
    'nuget.config',
    `<configuration><packageSourceCredentials><a><add key="Password" value="${K}"/></a></packageSourceCredentials></configuration>`,
    undefined,
  ],
  // Run configurations: only those that are known to read env files, and no other one than they read already.
  ...['', '$PROJECT_DIR$/.env'].map(
    (own) =>
      [
        '.run/a.run.xml',
        runConfiguration('tests', `<option name="ENV_FILES" value="${own}" />`),
        runConfiguration('tests', '<option name="ENV_FILES" value="$PROJECT_DIR$/.env" />', ''),
      ] as const,
  ),
  [
    '.idea/runConfigurations/a.xml',
    runConfiguration('tests', '<option name="ENV_FILES" value="/a/.env" />'),
    undefined,
  ],
  ['.idea/runConfigurations/a.xml', runConfiguration('PythonConfigurationType', ''), undefined],
  [
    '.idea/runConfigurations/a.xml',
    runConfiguration('Application', '<option name="ENV_FILES" value="" />'),
    undefined,
  ],
  ['a/.run/a.xml', runConfiguration('tests', '<option name="ENV_FILES" value="" />'), undefined],
  // Each entry of a matrix is a job; a variable that is not alone in its text is no value.
  ['.travis.yml', `env:\n  - A_KEY=${K}\n  - B=2\n`, undefined],
  ['.travis.yml', `env:\n  global:\n    - B=2 A_KEY=${K}\n`, undefined],
  ['.travis.yml', `env: {jobs: [A_KEY=${K}]}\n`, undefined],
  // A secret of that name is another one.
  [
    'cloudbuild.yaml',
    `steps: [{env: [A_KEY=${K}]}]\navailableSecrets: {secretManager: [{versionName: projects/a/secrets/b/versions/1, env: A_KEY}]}\n`,
    undefined,
  ],
  ['cloudbuild.yaml', `steps:\n- args: [-c, 'curl ${K}']\n`, undefined],
  [
    'cloudbuild.yaml',
    `steps:\n- env:\n  - A_KEY=${K}\n  secretEnv:\n  - B # of the shop\n`,
    `steps:\n- secretEnv:\n  - B # of the shop\n  - A_KEY\navailableSecrets:\n  secretManager:\n    - versionName: projects/$PROJECT_ID/secrets/A_KEY/versions/latest\n      env: A_KEY\n`,
  ],
  // What a tag stands before is read otherwise.
  [
    'template.yaml',
    `AWSTemplateFormatVersion: '2010-09-09'\nResources:\n  A:\n    Properties:\n      Key: !Sub ${K}\n`,
    undefined,
  ],
  [
    'template.yaml',
    `AWSTemplateFormatVersion: '2010-09-09'\nResources:\n  A:\n    Properties:\n      Key: Bearer ${K}\n`,
    undefined,
  ],
  [
    'template.yaml',
    `AWSTemplateFormatVersion: '2010-09-09'\nResources:\n  A:\n    Metadata:\n      Key: ${K}\n`,
    undefined,
  ],
  ['group_vars/all', `key: !unsafe ${K}\n`, undefined],
  ['hosts.ini', `[web]\na ansible_host=b key=${K}\n[web:vars]\nc=d\n`, undefined],
  ['.drone.yml', `steps:\n- commands: ['curl x=${madeKey('groq-api-key')}_b']\n`, undefined],
  // A list of variables has no secrets, and a name that is there already is another variable.
  ['.drone.yml', `steps:\n- environment: [A_KEY=${K}]\n`, undefined],
  ['.drone.yml', `steps:\n- environment: {OPENAI_API_KEY: other}\n  commands: [curl ${K}]\n`, undefined],
  // ERB is no YAML.
  ['config/secrets.yml', `a:\n  key: "${K}"\n`, `a:\n  key: "<%= ENV['OPENAI_API_KEY'] %>"\n`],
  [
    '.buildkite/a.yml',
    `steps:\n- env: {A_KEY: ${K}}\n  secrets: {B: C}\n- wait\n`,
    'steps:\n- secrets: {B: C, A_KEY: A_KEY}\n- wait\n',
  ],
  ['.buildkite/a.yml', `env: {BUILDKITE_A_KEY: ${K}}\n`, undefined],
  // What has no variable.
  ['.netrc', `machine a login b password ${K}\n`, undefined],
  ['configuration.yaml', `default_config:\na: ${K}\n`, undefined],
  ['shop.postman_environment.json', `{"values":[{"key":"a","value":"${K}"}]}`, undefined],
  ['pyproject.toml', `[[tool.uv.index]]\nurl = "https://a:${K}@b"\n`, undefined],
  ['Pulumi.dev.yaml', `config:\n  a:key: ${K}\n`, 'config: {}\n'],
  ['Pulumi.dev.yaml', `config:\n  a:b: c\n  a:d: {key: ${K}}\n`, undefined],
];

function runConfiguration(
  type: string,
  option: string,
  variable = `<env name="OPENAI_API_KEY" value="${K}" />`,
): string {
  return `<component name="ProjectRunConfigurationManager"><configuration name="a" type="${type}"><envs>${variable}</envs>${option}</configuration></component>`;
}

describe('files of tools that are easily broken', () => {
  for (const [path, text, after] of cases)
    it(`${path}: ${text.replaceAll(K, '«key»').slice(0, 90)}`, async () => {
      const workspace = new OverlayWorkspace(new MemoryWorkspace({ [path]: text }));
      const found = scanDocument({ path, text }).filter((one) => fixIdFor(one) === 'move-to-env');
      assert.ok(found.length > 0);
      const plan = await planMoveToEnv({ workspace, parsers }, { path, text }, found);
      if (after === undefined) {
        assert.ok(isRefusal(plan), 'not refused');
        for (const part of secretParts(K)) assert.ok(!plan.refused.includes(part));
        return;
      }
      assert.ok(!isRefusal(plan), isRefusal(plan) ? plan.refused : '');
      workspace.apply(plan.edits);
      const read = await workspace.read(path);
      assert.equal(read.kind === 'text' ? read.text : '', after);
      for (const note of plan.notes) for (const part of secretParts(K)) assert.ok(!note.includes(part));
    });

  it('are read whatever is in them', () => {
    const deep = `{"token":${'['.repeat(3000)}${']'.repeat(3000)}}`;
    const texts: readonly (readonly [path: string, text: string])[] = [
      ['appsettings.json', deep],
      ['wrangler.toml', `token = ${'['.repeat(3000)}${']'.repeat(3000)}`],
      ['.vscode/settings.json', `{"token": ${'['.repeat(20_000)}`],
      ['compose.yaml', `services: token ${'{a: '.repeat(3000)}`],
      [
        'application.properties',
        Array.from({ length: 5000 }, (_, n) => `a.secret.${n}=value ${n}`).join('\n'),
      ],
      ['pom.xml', `<project>${'<token>'.repeat(20_000)}`],
      ['settings.xml', `<settings><servers>${'<!--'.repeat(20_000)}`],
      ['nuget.config', `<!DOCTYPE a [${'<!ENTITY key "&key;">'.repeat(5000)}]><a b="&key;"/>`],
      ['a.ipynb', `{"cells":[{"cell_type":"code","source":"\\q \\u12 ${K}"}]}`],
      ['.npmrc', `_authToken=a${' '.repeat(50_000)}b`],
      ['.netrc', `password ${'a '.repeat(50_000)}\n`.repeat(3)],
      ['a.yaml', `key: a\n${'- hosts:\n'.repeat(20_000)}`],
      ['a.json', `{"Resources": "token${' '.repeat(100_000)}"`],
      ['hosts.ini', '[a\n[a:vars]\n[a:vars\nkey=\n'.repeat(5000)],
      ['.env', "K='a\n".repeat(2000)],
      ['.env', 'KEY_A: v\n'.repeat(2000)],
      ['a.js', 'console.log(process.env.GITHUB_TOKEN); '.repeat(2000)],
      ['a.sh', `echo ${'"$GITHUB_TOKEN" '.repeat(2000)}`],
    ];
    for (const [path, text] of texts) assert.ok(Array.isArray(scanDocument({ path, text })), path);
  });

  it('are named in commands as one word, whatever their folders are called', async () => {
    const odd = "a; b's $(c)";
    for (const [file, text] of [
      ['fly.toml', `[env]\nA_KEY = "${K}"\n`],
      ['.npmrc', `//r.invalid/:_authToken=${K}\n`],
      ['Pulumi.dev.yaml', `config:\n  "shop:a; b'": ${K}\n`],
      ['Dockerfile', `FROM a\nENV A_KEY=${K}\n`],
      ['rules.mk', `A_KEY = ${K}\n`],
    ] as const) {
      const document = { path: `${odd}/${file}`, text };
      const workspace = new MemoryWorkspace({
        [document.path]: text,
        [`${odd}/.env`]: '',
        '.gitignore': '.env\n',
      });
      const plan = await planMoveToEnv({ workspace, parsers }, document, scanDocument(document));
      assert.ok(!isRefusal(plan), isRefusal(plan) ? plan.refused : '');
      const notes = plan.notes.join('\n');
      assert.ok(notes.includes(`'a; b'\\''s $(c)/`), notes);
      assert.ok(!notes.replaceAll(`'a; b'\\''s $(c)/`, '').includes("a; b's"), notes);
    }
  });

  it('show no value that stands where a name belongs', () => {
    const pasted = 'aB3dE5gH7jK9mN1pQ2rS4tU6vW8xY';
    const texts: readonly (readonly [path: string, text: string])[] = [
      ['.env', `${pasted}==\n${pasted}==\n`],
      ['.env', `${pasted}: x\n`],
      ['.env', `${pasted}=${K}\nB=${K}\n`],
      ['.mcp.json', `{"mcpServers":{"a":{"env":{"${pasted}_KEY":"q8Zr4TnW2xYb7Lk1"}}}}`],
    ];
    for (const [path, text] of texts)
      for (const { message } of scanDocument({ path, text }))
        assert.ok(!message.includes(pasted), message.length.toString());
  });

  it('have no secret in a value with escapes of properties', () => {
    const found = (text: string) =>
      scanDocument({ path: 'gradle.properties', text }).map(({ span }) => text.slice(span.start, span.end));
    assert.deepEqual(found(`aToken=${S}\n`), [S]);
    assert.deepEqual(found(`aToken=${S}\\=\nbToken=${S}\\:a\ncToken=\\u0041${S}\n`), []);
  });

  const blanks = ' '.repeat(1_000_000);
  for (const [path, text] of [
    ['.aider.conf.yml', `set-env: ['A_TOKEN=${blanks}"']\nb_token: ${S}\n`],
    [
      '.mcp.json',
      `{"mcpServers":{"a":{"headers":{"Authorization":"Bearer ${blanks}"},"env":{"B_TOKEN":"${S}"}}}}`,
    ],
    ['compose.yaml', `services: {a: {environment: ["A_TOKEN=a1${')'.repeat(1_000_000)}b", B_TOKEN=${S}]}}\n`],
    ['gradle.properties', `${'a=1\n'.repeat(250_000)}bToken=${S}\n`],
  ] as const)
    it(`are read at once: ${path} of a megabyte`, () => {
      const start = performance.now();
      scanDocument({ path, text });
      assert.ok(performance.now() - start < 2000);
    });
});
