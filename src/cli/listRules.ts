import { parseArgs } from 'node:util';
import { rules } from '../engine/index';
import { CliError, exitCodes, type Io } from './io';

/** `keystow rules`: every rule, as a table or as JSON. */
export async function listRules(args: readonly string[], io: Io): Promise<number> {
  const { values } = parseArgs({ args: [...args], options: { format: { type: 'string', default: 'text' } } });
  if (values.format === 'json') {
    io.out(`${JSON.stringify(rules, null, 2)}\n`);
  } else if (values.format === 'text') {
    const width = Math.max(...rules.map(({ id }) => id.length));
    for (const { id, title } of rules) io.out(`${id.padEnd(width)}  ${title}\n`);
  } else {
    throw new CliError(`unknown format "${values.format}"; choose text or json`);
  }
  return exitCodes.clean;
}
