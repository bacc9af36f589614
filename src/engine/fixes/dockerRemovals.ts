import { type DockerVariable, dockerVariables } from '../analysers/dockerVariables';
import type { SourceDocument } from '../model/document';
import type { Finding } from '../model/finding';
import type { Refusal } from '../model/fix';
import type { TextEdit } from '../text/edit';
import { t } from '../text/l10n';
import { overlaps } from '../text/span';
import { type Removals, removals, type Taken } from './removal';

/**
 * Removes `ENV` and `ARG` variables; the instruction only when nothing is left of it. The program in the image
 * reads the variable under its name, so `.env` gets exactly this name.
 */
export function dockerRemovals(document: SourceDocument, findings: readonly Finding[]): Removals {
  const { text } = document;
  const variables = dockerVariables(text);
  return removals<DockerVariable>(
    findings,
    (finding) => take(text, variables, finding),
    (taken, envPath) => {
      const removed = new Set(taken.map(({ site }) => site));
      const named = (instruction: 'ENV' | 'ARG'): string =>
        [
          ...new Set(taken.filter(({ site }) => site.instruction === instruction).map(({ name }) => name)),
        ].join(', ');
      const [runTime, args] = [named('ENV'), named('ARG')];
      const names = [runTime, args].filter((part) => part !== '').join(', ');
      return {
        label: t('remove {0}', names),
        edits: removalEdits(text, variables, removed),
        notes: [
          ...(runTime === ''
            ? []
            : [t('The image no longer sets {0}. Run it with: docker run --env-file {1}', runTime, envPath)]),
          ...(args === ''
            ? []
            : [
                t(
                  '{0} was a build argument. If the build needs it, pass it with RUN --mount=type=secret.',
                  args,
                ),
              ]),
        ],
      };
    },
  );
}

function take(
  text: string,
  variables: readonly DockerVariable[],
  { span, category }: Finding,
): Taken<DockerVariable> | Refusal {
  const site = variables.find((variable) => overlaps(variable.span, span));
  if (site === undefined)
    return { refused: t('Only ENV and ARG are rewritten in a Dockerfile. Move the key by hand.') };
  const { name, value } = site;
  if (category === 'key' && value !== text.slice(span.start, span.end)) {
    return { refused: t('The key is only a part of the value.') };
  }
  if (!/^[A-Za-z_]\w*$/.test(name))
    return { refused: t('{0} is no name that every env reader takes.', name) };
  if (isUsed(text, site)) {
    return {
      refused: t('{0} is used while the image is built. Pass it with RUN --mount=type=secret instead.', name),
    };
  }
  return { site, wanted: { name, value, exact: true, unquoted: true } };
}

/** Whether the Dockerfile reads the variable anywhere: `$X`, `${X}`, `${X:-…}`. */
const isUsed = (text: string, { name, span }: DockerVariable): boolean =>
  new RegExp(`\\$(?:${name}\\b|\\{${name}\\b)`).test(`${text.slice(0, span.start)} ${text.slice(span.end)}`);

function removalEdits(
  text: string,
  variables: readonly DockerVariable[],
  removed: ReadonlySet<DockerVariable>,
): readonly TextEdit[] {
  const starts = new Set(variables.map((variable) => variable.instructionSpan.start));
  return [...starts].flatMap((start) => {
    const group = variables.filter((variable) => variable.instructionSpan.start === start);
    if (!group.some((variable) => removed.has(variable))) return [];
    return group.every((variable) => removed.has(variable))
      ? [wholeLines(text, group)]
      : gaps(group, removed);
  });
}

/** The instruction with the line ending behind it. */
function wholeLines(text: string, [first]: readonly DockerVariable[]): TextEdit {
  const span = first?.instructionSpan ?? { start: 0, end: 0 };
  const start = text.lastIndexOf('\n', span.start - 1) + 1;
  const newline = text.indexOf('\n', span.end);
  return { span: { start, end: newline < 0 ? text.length : newline + 1 }, newText: '' };
}

/** Each removed variable goes with the gap up to the next one; the last ones with the gap behind the last that stays. */
function gaps(group: readonly DockerVariable[], removed: ReadonlySet<DockerVariable>): readonly TextEdit[] {
  const lastKept = group.findLastIndex((variable) => !removed.has(variable));
  const edits: TextEdit[] = [];
  group.forEach((variable, index) => {
    const next = group[index + 1];
    if (index < lastKept && removed.has(variable) && next !== undefined) {
      edits.push({ span: { start: variable.span.start, end: next.span.start }, newText: '' });
    }
  });
  const [kept, last] = [group[lastKept], group.at(-1)];
  if (kept !== undefined && last !== undefined && kept !== last) {
    edits.push({ span: { start: kept.span.end, end: last.span.end }, newText: '' });
  }
  return edits;
}
