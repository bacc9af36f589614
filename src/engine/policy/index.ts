import { noPolicy, type Policy } from '../model/policy';
import { type FileRead, skipReason } from '../model/ports';
import { t } from '../text/l10n';
import { dirName, resolvePath } from '../text/path';
import type { Known } from './parsePolicy';

export type { Known } from './parsePolicy';

/** The name of a project's policy file, in its root. */
export const policyFile = '.keystow.json';

/** Bytes; no policy is that long. */
const sizeLimit = 1024 * 1024;

/** Files that one policy may be put together from. */
const mostFiles = 20;

/**
 * Reads a policy with what it extends; what that takes is loaded with the first one. Undefined where there is no such
 * file. Never throws: what cannot be used is left out, and told in `problems`.
 *
 * @param read reads a file by its path from the root; what is outside of it is refused here.
 */
export async function loadPolicy(
  read: (path: string, limit: number) => Promise<FileRead>,
  known: Known,
  path: string = policyFile,
): Promise<Policy | undefined> {
  const first = await read(path, sizeLimit);
  if (first.kind === 'missing') return undefined;
  if (first.kind === 'skipped')
    return {
      ...noPolicy,
      files: [path],
      problems: [
        { file: path, line: 1, column: 1, message: t('could not be read: {0}', skipReason(first.reason)) },
      ],
    };
  const { extendedBy, parsePolicy, PolicyText } = await import('./parsePolicy');
  const seen = new Set([path]);
  const readOne = async (
    file: string,
    content: string,
    within: readonly string[],
    taken: readonly string[],
  ): Promise<Policy> => {
    const text = new PolicyText(file, content);
    let base = noPolicy;
    for (const { path: target, node } of extendedBy(text)) {
      const resolved = resolvePath(dirName(file), target);
      const why =
        resolved === undefined
          ? t('it lies outside of the project')
          : [...within, file].includes(resolved)
            ? t('it extends itself')
            : seen.size >= mostFiles
              ? t('a policy is put together from at most {0} files', mostFiles)
              : undefined;
      const found = resolved === undefined || why !== undefined ? undefined : await read(resolved, sizeLimit);
      if (resolved === undefined || found?.kind !== 'text') {
        text.problem(
          node,
          why ?? (found?.kind === 'skipped' ? skipReason(found.reason) : t('there is no such file')),
        );
        continue;
      }
      seen.add(resolved);
      const more = await readOne(resolved, found.text, [...within, file], [...taken, ...idsOf(base)]);
      base = extended(base, more);
    }
    return extended(base, await parsePolicy(text, known, new Set([...taken, ...idsOf(base)])));
  };
  const policy = await readOne(path, first.text, [], []);
  const order = (file: string): number => policy.files.indexOf(file);
  return {
    ...policy,
    problems: policy.problems.toSorted(
      (a, b) => order(a.file) - order(b.file) || a.line - b.line || a.column - b.column,
    ),
  };
}

const idsOf = ({ customRules }: Policy): readonly string[] => customRules.map(({ id }) => id);

/** A policy over the one that it extends: lists go on, single values are the nearer one's. */
const extended = (base: Policy, own: Policy): Policy => ({
  ...base,
  ...own,
  customRules: [...base.customRules, ...own.customRules],
  severity: [...base.severity, ...own.severity],
  exclude: [...base.exclude, ...own.exclude],
  accepted: [...base.accepted, ...own.accepted],
  forbidden: [...base.forbidden, ...own.forbidden],
  files: [...own.files, ...base.files],
  problems: [...own.problems, ...base.problems],
});
