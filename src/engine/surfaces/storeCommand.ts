/** A command that takes the value of one variable from the env file by its standard input, so that it stands on no command line. */
export const oneToStdin = (name: string, envPath: string, command: string): string =>
  `grep '^${name}=' ${envPath} | cut -d= -f2- | tr -d '\n' | ${command}`.replace('\n', '\\n');

/** The same for a command that takes lines of an env file. */
export const linesToStdin = (names: readonly string[], envPath: string, command: string): string =>
  `grep -E '^(${names.join('|')})=' ${envPath} | ${command}`;
