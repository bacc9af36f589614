import { type DockerRun, type DockerRuns, dockerRuns } from '../analysers/dockerRuns';
import { type DockerVariable, dockerVariables } from '../analysers/dockerVariables';
import type { SourceDocument } from '../model/document';
import type { Finding } from '../model/finding';
import { isRefusal, type Refusal } from '../model/fix';
import { shellVariable } from '../surfaces/shellText';
import { eolOf, type TextEdit } from '../text/edit';
import { t } from '../text/l10n';
import { lineStart } from '../text/lines';
import { shellWord } from '../text/shellWord';
import { contains, overlaps, type Span } from '../text/span';
import { nameRefusal } from './envNames';
import { type MoveOptions, type Removals, removals, type Taken } from './removal';

/** A variable that goes, with the commands that read it while the image is built; or a key in such a command. */
type Site =
  | { readonly kind: 'variable'; readonly variable: DockerVariable; readonly readers: readonly DockerRun[] }
  | { readonly kind: 'command'; readonly run: DockerRun; readonly key: Span };

/**
 * Removes `ENV` and `ARG` variables; the instruction only when nothing is left of it. The program in the image reads the
 * variable under its name, so `.env` gets exactly this name. What a command reads while the image is built becomes a
 * secret mount, of which nothing stays: https://docs.docker.com/reference/dockerfile/#run---mounttypesecret, read 2026-11-29.
 */
export function dockerRemovals(
  document: SourceDocument,
  findings: readonly Finding[],
  options: MoveOptions = {},
): Removals {
  const { text } = document;
  const variables = dockerVariables(text);
  const runs = dockerRuns(text);
  return removals<Site>(
    findings,
    (finding) => take(text, variables, runs, finding, options),
    (taken, envPath) => {
      const removed = new Set(taken.flatMap(({ site }) => (site.kind === 'variable' ? [site.variable] : [])));
      const named = (is: (site: Site) => boolean): readonly string[] => [
        ...new Set(taken.filter(({ site }) => is(site)).map(({ name }) => name)),
      ];
      const runTime = named((site) => site.kind === 'variable' && site.variable.instruction === 'ENV');
      const args = named(
        (site) =>
          site.kind === 'variable' && site.variable.instruction === 'ARG' && site.readers.length === 0,
      );
      const mounted = named((site) => site.kind === 'command' || site.readers.length > 0);
      const edits: TextEdit[] = [...removalEdits(text, variables, removed)];
      if (edits.some(({ span }) => /\n[ \t]*#/.test(text.slice(span.start, span.end))))
        return {
          refused: t('A comment stands between the variables of the instruction. Move the key by hand.'),
        };
      const written = commandEdits(text, taken);
      if (isRefusal(written)) return written;
      edits.push(...written, ...mountEdits(text, taken));
      if (mounted.length > 0 && runs.syntax === undefined)
        edits.push({ span: { start: 0, end: 0 }, newText: `# syntax=docker/dockerfile:1${eolOf(text)}` });
      const secrets = mounted.map((name) => `--secret id=${name},env=${name}`).join(' ');
      return {
        label:
          removed.size === 0
            ? t('read {0} from a secret mount', mounted.join(', '))
            : t('remove {0}', named((site) => site.kind === 'variable').join(', ')),
        edits,
        notes: [
          ...(runTime.length === 0
            ? []
            : [
                t(
                  'The image no longer sets {0}. Run it with: docker run --env-file {1}',
                  runTime.join(', '),
                  shellWord(envPath),
                ),
              ]),
          ...(mounted.length === 0
            ? []
            : [
                t(
                  'Build it with {0}: set -a; . ./{1}; set +a; docker build {2} .',
                  mounted.join(', '),
                  shellWord(envPath),
                  secrets,
                ),
              ]),
          ...(args.length === 0
            ? []
            : [
                t(
                  '{0} was a build argument. If the build needs it, pass it with RUN --mount=type=secret.',
                  args.join(', '),
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
  { runs, syntax }: DockerRuns,
  finding: Finding,
  options: MoveOptions,
): Taken<Site> | Refusal {
  const { span, category } = finding;
  const value = text.slice(span.start, span.end);
  const run = runs.find((one) => contains(one.command, span));
  if (run !== undefined) {
    const refused = commandRefusal(text, run) ?? syntaxRefusal(syntax);
    if (refused !== undefined) return refused;
    if (/^[ \t]*#/.test(text.slice(lineStart(text, span.start), span.start)))
      return { refused: t('The key is in a comment. Delete it there.') };
    const written = shellVariable(text, run.command, span, 'X');
    if (isRefusal(written)) return written;
    const assigned = /(?:^|[\s;&(])([A-Za-z_]\w*)=["']?$/.exec(
      text.slice(run.command.start, span.start),
    )?.[1];
    const own = assigned !== undefined && nameRefusal(assigned) === undefined ? assigned : finding.envName;
    return {
      site: { kind: 'command', run, key: span },
      wanted: {
        name: options.name ?? own ?? 'API_KEY',
        value,
        ...(options.name === undefined ? {} : { exact: true }),
      },
    };
  }
  const variable = variables.find((one) => overlaps(one.span, span));
  if (variable === undefined)
    return { refused: t('Only ENV, ARG and RUN are rewritten in a Dockerfile. Move the key by hand.') };
  const { name } = variable;
  if (category === 'key' && variable.value !== value)
    return { refused: t('The key is only a part of the value.') };
  if (!/^[A-Za-z_]\w*$/.test(name))
    return { refused: t('{0} is no name that every env reader takes.', name) };
  const readers = readersOf(text, variable, runs);
  if (readers === undefined)
    return {
      refused: t('{0} is used while the image is built. Pass it with RUN --mount=type=secret instead.', name),
    };
  for (const reader of readers) {
    const refused = commandRefusal(text, reader) ?? syntaxRefusal(syntax);
    if (refused !== undefined) return refused;
  }
  return {
    site: { kind: 'variable', variable, readers },
    wanted: { name, value: variable.value, exact: true, unquoted: true },
  };
}

/** The commands that read a variable: `$X`, `${X}`, `${X:-…}`; undefined where something else does. */
function readersOf(
  text: string,
  { name, span }: DockerVariable,
  runs: readonly DockerRun[],
): readonly DockerRun[] | undefined {
  const readers = new Set<DockerRun>();
  for (const { index } of text.matchAll(new RegExp(`\\$(?:${name}\\b|\\{${name}\\b)`, 'g'))) {
    if (index >= span.start && index < span.end) continue;
    const run = runs.find(({ command }) => command.start <= index && index < command.end);
    if (run === undefined) return undefined;
    readers.add(run);
  }
  return [...readers];
}

/** Why a command cannot read a secret mount, or would leave what it reads in the image. */
function commandRefusal(text: string, { command, isExec, hasHeredoc }: DockerRun): Refusal | undefined {
  if (isExec)
    return { refused: t('No shell reads a variable in a RUN with brackets. Write it as a command first.') };
  if (/^[ \t]*SHELL\b/im.test(text))
    return { refused: t('The script is no POSIX shell. Move the key by hand.') };
  if (hasHeredoc) return { refused: t('The key is in a here document. Move it by hand.') };
  const written = text
    .slice(command.start, command.end)
    .replace(/2>&1|[12&]?>\s*\/dev\/(?:null|stderr|stdout)/g, '');
  return /(?<![-=])>|\btee\b|\bconfig\s+(?:--\S+\s+)*set\b/.test(written)
    ? {
        refused: t(
          'The command writes what it gets into the image. Give the program the key at run time instead.',
        ),
      }
    : undefined;
}

/** `env=` of a secret mount is there since 1.10: https://docs.docker.com/build/buildkit/dockerfile-release-notes/, read 2026-11-29. */
function syntaxRefusal(syntax: string | undefined): Refusal | undefined {
  const minor = /:1\.(\d+)/.exec(syntax ?? '')?.[1];
  return minor !== undefined && Number(minor) < 10
    ? {
        refused: t(
          '{0} has no secret mounts with a variable: 1.10 has. Change the first line, then move the key.',
          syntax ?? '',
        ),
      }
    : undefined;
}

type Named = { readonly site: Site; readonly name: string };

/** `$X` where the keys stand in commands. */
function commandEdits(text: string, taken: readonly Named[]): readonly TextEdit[] | Refusal {
  const edits: TextEdit[] = [];
  for (const { site, name } of taken) {
    if (site.kind !== 'command') continue;
    const written = shellVariable(text, site.run.command, site.key, name);
    if (isRefusal(written)) return written;
    edits.push({ span: written.part, newText: written.text });
  }
  return edits;
}

/** A mount before each command, for each name that it reads and does not mount yet. */
function mountEdits(text: string, taken: readonly Named[]): readonly TextEdit[] {
  const names = new Map<DockerRun, Set<string>>();
  for (const { site, name } of taken)
    for (const run of site.kind === 'command' ? [site.run] : site.readers)
      names.set(run, (names.get(run) ?? new Set()).add(name));
  return [...names].flatMap(([{ span, command }, own]) => {
    const flags = text.slice(span.start, command.start);
    const missing = [...own].filter((name) => !new RegExp(`--mount=\\S*\\bid=${name}\\b`).test(flags));
    const newText = missing
      .map((name) => `--mount=type=secret,id=${name},env=${name},required=true `)
      .join('');
    return newText === '' ? [] : [{ span: { start: command.start, end: command.start }, newText }];
  });
}

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
