import type { Workspace } from '../model/ports';

/** Where a repository is pushed to: `github.com`, `owner/name`. Never what an address holds besides, such as a password. */
export interface Remote {
  /** With its port where that is one of the web. */
  readonly host: string;
  readonly path: string;
}

/** The remotes in a repository's own settings: `git@github.com:a/b.git`, `https://user@github.com/a/b`, `ssh://…`. */
export async function remotesOf(workspace: Workspace): Promise<readonly Remote[]> {
  const read = await workspace.read('.git/config');
  if (read.kind !== 'text') return [];
  return Array.from(read.text.matchAll(/^\s*url\s*=\s*(\S+)\s*$/gm), ([, url = '']) => remoteOf(url)).filter(
    (remote) => remote !== undefined,
  );
}

function remoteOf(address: string): Remote | undefined {
  // git's own short form of ssh
  const [, short, rest] = /^(?:[^@/:]*@)?([\w.-]{2,}):(?!\/\/)(.+)$/.exec(address) ?? [];
  const url = short === undefined && URL.canParse(address) ? new URL(address) : undefined;
  const host = short ?? (url?.protocol.startsWith('http') ? url.host : url?.hostname) ?? '';
  const path = (rest ?? url?.pathname ?? '').replace(/^\/|\/$/g, '').replace(/\.git$/, '');
  return host === '' || !/^[\w./-]+$/.test(path) ? undefined : { host, path };
}
