import { isRefusal } from '../model/fix';
import { skipReason } from '../model/ports';
import { eolOf } from '../text/edit';
import { t } from '../text/l10n';
import type { CiHost } from './ciHost';
import { nothingToDo } from './ciHost';
import type { PackageManager } from './packageManager';

const path = '.gitlab-ci.yml';
const jobName = 'keystow';

/** With git, and corepack for pnpm and Yarn: the image's own, not one of its slim variants. */
const image = 'node:24.11.1-bookworm';

/** GitLab CI: a job that joins the project's file. */
export const gitlab = {
  id: 'gitlab',
  title: 'GitLab CI',
  entry: path,
  remote: /gitlab/i,
  plan: async (workspace, manager) => {
    if (manager.id === 'bun')
      return {
        refused: t(
          'No image for GitLab CI has git, Node.js and Bun. Write the job by hand: bun run keystow audit, in an image of your own.',
        ),
      };
    const read = await workspace.read(path);
    const label = t('add the job {0}', jobName);
    if (read.kind === 'missing')
      return { edits: [{ kind: 'create', path, label, text: job(manager) }], stored: [], notes: [] };
    if (read.kind === 'skipped')
      return { refused: t('{0} could not be read: {1}.', path, skipReason(read.reason)) };
    if (read.readOnly) return { refused: t('{0} is read-only.', path) };
    const { joinJob } = await import('./joinJob');
    const eol = eolOf(read.text);
    const joined = joinJob(path, read.text, jobName, (stage) => job(manager, stage).replaceAll('\n', eol));
    if (isRefusal(joined)) return joined;
    if (joined.edits.length === 0)
      return nothingToDo(t('{0} has a job {1} already. It stays as it is.', path, jobName));
    return {
      edits: [{ kind: 'change', path, label, before: read.text, edits: joined.edits }],
      stored: [],
      notes: [],
    };
  },
} as const satisfies CiHost;

const job = (
  { lockFile, install, run, corepack }: PackageManager,
  stage?: string,
): string => `# Looks for API keys. A merge request fails for those that it adds; Code Quality lists all of them.
# Made by "keystow ci init", and yours to change. It runs the keystow that ${lockFile} pins; none is fetched by name.
# To pin the image for good, write its digest behind it: node:…@sha256:…
${jobName}:
${stage === undefined ? '' : `  stage: ${JSON.stringify(stage)}\n`}  image: ${image}
  variables:
    GIT_DEPTH: "0" # the commits since the base
  rules:
    - if: $CI_PIPELINE_SOURCE == "merge_request_event"
    - if: $CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH
  script:
${corepack ? '    - corepack enable\n' : ''}    - ${install}
    # 1: findings, which Code Quality shows. What could not be run fails.
    - ${run} audit --format gitlab --output gl-code-quality-report.json || [ $? -eq 1 ]
    - |
      if [ -n "$CI_MERGE_REQUEST_DIFF_BASE_SHA" ]; then
        ${run} audit --range "$CI_MERGE_REQUEST_DIFF_BASE_SHA..$CI_COMMIT_SHA"
      fi
  artifacts:
    when: always
    reports:
      codequality: gl-code-quality-report.json
`;
