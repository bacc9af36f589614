import { isShowableName } from '../detectors/secretValue';
import { dataAt } from '../formats/configText';
import { t } from '../text/l10n';
import { dirName, relativePath } from '../text/path';
import type { Move, Surface } from './surface';

/** `NAME=` at the beginning of a command, behind other variables. */
const assigned =
  /(?:^|[;&|]\s*)(?:(?:cross-env|env)\s+)?(?:[A-Za-z_]\w*=[^\s;&|]*\s+)*([A-Za-z_]\w*)=(\\"|')?$/;
/** What it is given to. */
const given = /^(\\"|')?(\s+(?:[A-Za-z_]\w*=[^\s;&|]*\s+)*)([\w-]+)(?![\w.-])([^;&|"\\]*)/;

/**
 * A variable that a script gives to a program which reads the env file goes: Bun and Next.js do so by themselves, Node.js
 * where it is told to.
 */
const fromEnvFile: Move = {
  form: '--env-file-if-exists=.env',
  changes: ({ value, key, name, data, text, path, envPath }) => {
    const before = text.slice(value.span.start + 1, key.start);
    const [lead, variable, open] = assigned.exec(before) ?? [];
    const [, close, gap = '', program = '', rest = ''] =
      given.exec(text.slice(key.end, value.span.end)) ?? [];
    if (lead === undefined || variable === undefined || program === '' || open !== close)
      return {
        refused: t('Only a variable that a script gives to a program is taken out. Move the key by hand.'),
      };
    if (variable !== name)
      return {
        refused: isShowableName(variable)
          ? t('The script calls it {0}. Move it under that name.', variable)
          : t('The script calls it otherwise. Move the key by hand.'),
      };
    if (new RegExp(`[$%]\\{?${name}\\b`).test(value.value))
      return { refused: t('The script reads {0} itself. Move the key by hand.', name) };
    const file = relativePath(dirName(path), envPath).replace(/^\.\//, '');
    const start = key.start - variable.length - 1 - (open?.length ?? 0);
    const end = key.end + (close?.length ?? 0) + (/^\s+/.exec(gap)?.[0].length ?? 0);
    const gone = { kind: 'write', value, part: { start, end }, text: '' } as const;
    // What stands behind the program's own file is the program's.
    const own = /^(?:\s+--?[\w-]+(?:[= ][\w./-]+)?)*?\s+--env-file(?:-if-exists)?[= ](\S+)/.exec(rest)?.[1];
    const isTold = own?.replace(/^\.\//, '') === file;
    const isUsual = /^\.env(?:\.local)?$/.test(file) && !rest.includes('--no-env-file');
    if (isTold || (own === undefined && isUsual && /^(?:bun|next)$/.test(program))) return [gone];
    if (
      own !== undefined ||
      !/^(?:node|tsx)$/.test(program) ||
      /--env-file/.test(rest) ||
      /^\s+inspect\b/.test(rest)
    )
      return {
        refused: t('Nothing is known to read {0} for {1}. Move the key by hand.', file, program),
      };
    const engine = /\d+/.exec(String(dataAt(data, ['engines', 'node']) ?? '99'))?.[0];
    if (Number(engine) < 20)
      return {
        refused: t('The project is for a Node.js that reads no env file. Load it in the code, by dotenv.'),
      };
    const at = key.end + (close?.length ?? 0) + gap.length;
    // `tsx watch` takes the options of node behind its own word.
    const sub = (program === 'tsx' ? /^\s+watch\b/.exec(rest)?.[0] : undefined) ?? '';
    const command = { start: at, end: at + program.length + rest.trimEnd().length };
    return [
      gone,
      {
        kind: 'write',
        value,
        part: command,
        text: `${program}${sub} --env-file-if-exists=${file}${rest.slice(sub.length).trimEnd()}`,
      },
    ];
  },
};

export const packageScripts: readonly Surface[] = [
  {
    id: 'package-scripts',
    tool: 'npm',
    file: 'package.json (scripts)',
    files: /(?:^|\/)package\.json$/,
    format: 'jsonc',
    envFiles: ['.env'],
    secrets: [{ at: ['/scripts/*'], move: fromEnvFile }],
    source: { url: 'https://nodejs.org/api/cli.html#--env-file-if-existsfile', read: '2026-11-29' },
  },
];
