import { escaped, name } from '../reports/markdown';
import { t } from '../text/l10n';
import type { PushRefusal, RefusedPlace } from './refusal';

/** A commit of the branch that was pushed, the newest first. */
export interface BranchCommit {
  readonly id: string;
  readonly parents: readonly string[];
}

/**
 * How to get a push through that was refused: Markdown with the commands for just this branch.
 *
 * @param branch what the branch holds; empty where that is not known.
 */
export function pushSteps(refusal: PushRefusal, branch: readonly BranchCommit[]): string {
  const { server, keys, switches } = refusal;
  const places = keys.flatMap((key) => key.places);
  const files = [...new Set(places.map(({ file }) => file))];
  const allowed = keys.flatMap(({ allow }) => allow ?? []);
  return `${[
    `# ${t('{0} refused the push', server)}`,
    keys.length === 1
      ? t(
          'It looks as if there were a key in commits that {0} does not have yet. They stay out until each of them has lost it: a further commit that takes the key out is not enough, because the older one would still hold it.',
          server,
        )
      : t(
          'It looks as if there were keys in commits that {0} does not have yet. They stay out until each of them has lost it: a further commit that takes the key out is not enough, because the older one would still hold it.',
          server,
        ),
    ...(places.length === 0 ? [] : [table(refusal)]),
    `## 1. ${t('Take the key out of the file')}`,
    t(
      'Open {0}, and choose **Move to .env** from the lightbulb at the key. Where the file has no key any more, go on.',
      files.length === 0 ? t('the file') : files.map(name).join(', '),
    ),
    `## 2. ${t('Take it out of the commits')}`,
    ...rewriting(places, branch),
    `## 3. ${t('Push again')}`,
    t('It goes through when no commit holds the key.'),
    `## ${t('Is the key safe?')}`,
    t(
      'Nothing of this push was published. If the key was in an earlier push, in a chat or in a ticket, revoke it at its provider and make a new one.',
    ),
    ...(allowed.length === 0
      ? []
      : [
          `## ${t('It is no key, or one that anybody may see')}`,
          `${t('{0} lets it pass when somebody says why:', server)}\n\n${allowed.map((url) => `- <${url}>`).join('\n')}`,
        ]),
    ...(switches === undefined ? [] : [t("The repository's own switches: {0}", `<${switches}>`)]),
  ].join('\n\n')}\n`;
}

function table({ keys }: PushRefusal): string {
  const rows = keys.flatMap(({ kind, places }) =>
    places.map(
      ({ commit, file, line }) => `| ${escaped(kind)} | ${name(file)}:${line} | \`${commit.slice(0, 10)}\` |`,
    ),
  );
  return [`| ${[t('What'), t('Where'), t('Commit')].join(' | ')} |`, '| --- | --- | --- |', ...rows].join(
    '\n',
  );
}

/** By where in the branch the oldest of the commits lies. */
function rewriting(places: readonly RefusedPlace[], branch: readonly BranchCommit[]): readonly string[] {
  const indices = places.map(({ commit }) => branch.findIndex(({ id }) => id.startsWith(commit)));
  const at = Math.max(...indices);
  const oldest = branch[at];
  const isKnown = oldest !== undefined && !indices.includes(-1);
  const id = isKnown ? oldest.id.slice(0, 10) : 'COMMIT';
  const stage = t('Stage what the move has changed; where it has made a `.gitignore`, `git add` that too.');
  if (isKnown && at === 0)
    return [
      t('The key is in the last commit alone, which is written anew.'),
      stage,
      shell('git add -u\ngit commit --amend --no-edit'),
    ];
  const isFirst = isKnown && oldest.parents.length === 0;
  const merges = !isKnown || branch.slice(0, at + 1).some(({ parents }) => parents.length > 1);
  const rebase = [
    'git rebase -i --autosquash',
    ...(merges ? ['--rebase-merges'] : []),
    isFirst ? '--root' : `${id}^`,
  ];
  return [
    isKnown
      ? at === 1
        ? t('The key came with commit `{0}`, and one commit followed.', id)
        : t('The key came with commit `{0}`, and {1} commits followed.', id, at)
      : t('Put the oldest commit of the table in place of `COMMIT`.'),
    `${stage} ${t('Then hand it to the commit that brought the key, and let git write the branch anew from there; save the list that git shows as it is.')}`,
    shell(`git add -u\ngit commit --fixup=${id}\n${rebase.join(' ')}`),
    ...(merges || isFirst
      ? []
      : [
          t(
            'Where git stops, because a later commit has changed the same lines, `git rebase --abort` takes that back. Then, or where a later commit has taken the key out already, make the commits one:',
          ),
          shell(`git reset --soft ${id}^\ngit commit`),
        ]),
  ];
}

const shell = (commands: string): string => `\`\`\`sh\n${commands}\n\`\`\``;
