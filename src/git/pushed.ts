import { decode } from '../engine/index';
import { readObjects } from '../platform/gitObjects.node';
import { GitRepository, NoRepository } from '../platform/gitRepository.node';

/** Branches of remotes that are asked, those with the newest commits first. */
const mostBranches = 10;

/**
 * A file as the branches of remotes have it, as far as this clone knows; each version once, none where there is no remote.
 *
 * @param file relative to the folder, forward slashes.
 * @param largest in bytes: a larger version is left out.
 */
export async function pushedTexts(folder: string, file: string, largest: number): Promise<readonly string[]> {
  const repository = await opened(folder);
  if (repository === undefined) return [];
  const { stdout } = await repository.run([
    ...['for-each-ref', '--sort=-committerdate', `--count=${mostBranches}`],
    ...['--format=%(refname)', 'refs/remotes'],
  ]);
  const ids = new Set<string>();
  for (const ref of linesOf(stdout)) {
    const { code, stdout: id } = await repository.run([
      'rev-parse',
      '--verify',
      '--quiet',
      `${ref}:./${file}`,
    ]);
    if (code === 0) for (const line of linesOf(id)) ids.add(line);
  }
  const texts: string[] = [];
  await readObjects(
    repository,
    [[...ids]],
    (_, object) => {
      if (object?.type !== 'blob' || object.bytes.length > largest) return;
      const decoded = decode(object.bytes);
      if (decoded.kind === 'text') texts.push(decoded.text);
    },
    { cancelled: false },
  );
  return texts;
}

async function opened(folder: string): Promise<GitRepository | undefined> {
  try {
    return await GitRepository.open(folder);
  } catch (error) {
    if (error instanceof NoRepository) return undefined;
    throw error;
  }
}

const linesOf = (output: Buffer): readonly string[] =>
  output
    .toString('utf8')
    .split(/\r?\n/)
    .filter((line) => line !== '');
