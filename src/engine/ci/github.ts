import { t } from '../text/l10n';
import type { CiHost } from './ciHost';
import { nothingToDo } from './ciHost';
import type { PackageManager } from './packageManager';

const path = '.github/workflows/keystow.yml';

/** Commits of the releases named beside them, as their repositories have them; read 2026-11-28. */
const actions = {
  checkout: 'actions/checkout@3d3c42e5aac5ba805825da76410c181273ba90b1 # v7.0.1',
  setupNode: 'actions/setup-node@820762786026740c76f36085b0efc47a31fe5020 # v7.0.0',
  setupBun: 'oven-sh/setup-bun@0c5077e51419868618aeaa5fe8019c62421857d6 # v2.2.0',
  uploadSarif: 'github/codeql-action/upload-sarif@8aad20d150bbac5944a9f9d289da16a4b0d87c1e # v4.36.2',
} as const;

/** GitHub Actions: a workflow of its own. */
export const github = {
  id: 'github',
  title: 'GitHub Actions',
  entry: '.github',
  remote: /github/i,
  plan: async (workspace, manager, branch) => {
    const read = await workspace.read(path);
    if (read.kind !== 'missing') return nothingToDo(t('{0} is there already. It stays as it is.', path));
    const edit = { kind: 'create', path, label: t('check every pull request'), withFolder: true } as const;
    return { edits: [{ ...edit, text: workflow(manager, branch) }], stored: [], notes: [] };
  },
} as const satisfies CiHost;

/** What each job begins with; indented as a list of steps. */
const prepare = ({ id, install, corepack }: PackageManager): string =>
  [
    `- uses: ${actions.setupNode}`,
    '  with:',
    '    node-version: 24',
    '    package-manager-cache: false',
    ...(id === 'bun' ? [`- uses: ${actions.setupBun}`] : []),
    ...(corepack ? ['- run: corepack enable'] : []),
    `- run: ${install}`,
  ]
    .map((line) => `      ${line}`)
    .join('\n');

const workflow = (
  manager: PackageManager,
  branch: string,
): string => `# Looks for API keys: in a pull request for those that it adds, on the main branch in every file.
# Made by "keystow ci init", and yours to change. It runs the keystow that ${manager.lockFile} pins; none is fetched by name.
# Actions are pinned to the commit of a release. To take a newer one, look its commit up:
#   git ls-remote https://github.com/actions/checkout "refs/tags/v*"
name: Keystow

on:
  pull_request:
  push:
    branches: ["${branch}"]

permissions: {}

jobs:
  pull-request:
    name: Keys that the pull request adds
    if: github.event_name == 'pull_request'
    runs-on: ubuntu-24.04
    timeout-minutes: 10
    permissions:
      contents: read
    env:
      BASE: origin/\${{ github.base_ref }}
    steps:
      - uses: ${actions.checkout}
        with:
          fetch-depth: 0 # the commits since the base
          persist-credentials: false
${prepare(manager)}
      - name: Annotate
        run: ${manager.run} audit --range "$BASE..HEAD" --format github
      - name: Summarise
        if: \${{ !cancelled() }}
        # 1: findings, which the step before has failed for.
        run: ${manager.run} audit --range "$BASE..HEAD" --format markdown >> "$GITHUB_STEP_SUMMARY" || [ $? -eq 1 ]

  code-scanning:
    name: Keys in every file
    if: github.event_name == 'push'
    runs-on: ubuntu-24.04
    timeout-minutes: 10
    permissions:
      actions: read # for the upload, in a private repository
      contents: read
      security-events: write # for the upload
    steps:
      - uses: ${actions.checkout}
        with:
          persist-credentials: false
${prepare(manager)}
      - name: Audit
        # 1: findings, which code scanning shows. What could not be run fails.
        run: ${manager.run} audit --format sarif --output "$RUNNER_TEMP/keystow.sarif" || [ $? -eq 1 ]
      - name: Summarise
        run: ${manager.run} audit --format markdown >> "$GITHUB_STEP_SUMMARY" || [ $? -eq 1 ]
      # Code scanning: every public repository has it, a private one with GitHub Code Security. Remove this step without.
      - uses: ${actions.uploadSarif}
        with:
          sarif_file: \${{ runner.temp }}/keystow.sarif
          category: keystow
`;
