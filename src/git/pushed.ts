import { decode } from '../engine/index';
import { headersOf, readObjects } from '../platform/gitObjects.node';
import { GitRepository, NoRepository } from '../platform/gitRepository.node';

/** Branches of remotes that are asked, those with the newest commits first. */
const mostBranches = 10;

/** Versions that are held at a time, and their bytes. */
const mostTexts = 50;
const mostBytes = 8 << 20;

/** A file as a branch of a remote has it. */
export interface PushedText {
  /** Relative to the folder, forward slashes. */
  readonly file: string;
  readonly text: string;
}

/**
 * Files as the branches of remotes have them, as far as this clone knows; each version once, none where there is no remote.
 * A few processes of git for all of them: the start of each holds up the editor.
 *
 * @param files relative to the folder, forward slashes.
 * @param largest in bytes: a larger version is left out.
 */
export async function* pushedTexts(
  folder: string,
  files: readonly string[],
  largest: number,
): AsyncGenerator<PushedText> {
  const repository = await opened(folder);
  if (repository === undefined) return;
  const { stdout } = await repository.run([
    ...['for-each-ref', '--sort=-committerdate', `--count=${mostBranches}`],
    ...['--format=%(refname)', 'refs/remotes'],
  ]);
  const refs = linesOf(stdout);
  const asked = files.filter((file) => !/[\r\n]/.test(file)); // git is asked line by line
  const places = refs.flatMap((ref) => asked.map((file) => ({ file, name: `${ref}:./${file}` })));
  if (places.length === 0) return;
  const versions = new Map<string, { readonly files: Set<string>; readonly size: number }>();
  let at = 0;
  for await (const headers of headersOf(
    repository,
    places.map(({ name }) => name),
  ))
    for (const { id, type, size } of headers) {
      const file = places[at++]?.file;
      if (file === undefined || type !== 'blob' || !(size <= largest) || !/^[0-9a-f]{40,64}$/.test(id))
        continue;
      const version = versions.get(id);
      if (version === undefined) versions.set(id, { files: new Set([file]), size });
      else version.files.add(file);
    }
  const batches: { readonly ids: string[]; bytes: number }[] = [];
  for (const [id, { size }] of versions) {
    const last = batches.at(-1);
    if (last === undefined || last.ids.length === mostTexts || last.bytes + size > mostBytes)
      batches.push({ ids: [id], bytes: size });
    else {
      last.ids.push(id);
      last.bytes += size;
    }
  }
  for (const { ids } of batches) {
    const texts: PushedText[] = [];
    const take = (id: string, object: { readonly bytes: Buffer } | undefined): void => {
      const decoded = object === undefined ? undefined : decode(object.bytes);
      if (decoded?.kind !== 'text') return;
      for (const file of versions.get(id)?.files ?? []) texts.push({ file, text: decoded.text });
    };
    await readObjects(repository, [ids], take, { cancelled: false });
    yield* texts;
  }
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
