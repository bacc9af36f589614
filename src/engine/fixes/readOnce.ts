import type { Workspace } from '../model/ports';

/**
 * A workspace whose files are read once, however often a plan asks: all questions of the plan get the same answer, and
 * whoever carries it out compares with what is there then.
 */
export const readOnce = (workspace: Workspace): Workspace => ({
  read: once((path: string, limit?: number) => workspace.read(path, limit)),
  facts: once((path: string) => workspace.facts(path)),
  entries: once((folder: string) => workspace.entries(folder)),
});

function once<Args extends unknown[], Answer>(ask: (...args: Args) => Answer): (...args: Args) => Answer {
  const answers = new Map<string, Answer>();
  return (...args) => {
    const key = JSON.stringify(args);
    const known = answers.get(key);
    if (known !== undefined) return known;
    const answer = ask(...args);
    answers.set(key, answer);
    return answer;
  };
}
