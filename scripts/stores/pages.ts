import MarkdownIt from 'markdown-it';
import type Token from 'markdown-it/lib/token.mjs';
import { isHttps, isPreRelease, type Manifest, type PackageFiles, pathOf, textOf } from './package';

/** Who may serve an SVG in a page; the Marketplace trusts some more. */
const badgeHosts = ['img.shields.io', 'codecov.io'];
const workflowBadge = /^https:\/\/github\.com\/[^/]+\/[^/]+\/(?:actions\/)?workflows\/.*badge\.svg/;

/** README, CHANGELOG, the licence and the icon, as the stores show them. */
export function* checkPages(files: PackageFiles, manifest: Manifest): Generator<string> {
  for (const page of ['README.md', 'CHANGELOG.md']) {
    const text = textOf(files, `extension/${page}`);
    if (text === undefined || text.trim() === '')
      yield `${page} is missing or empty: the stores show it as a page.`;
    else yield* checkPage(page, text);
  }
  if (!['LICENSE', 'LICENSE.txt', 'LICENSE.md'].some((name) => pathOf(files, `extension/${name}`)))
    yield 'LICENSE is missing: add the text of the licence.';
  yield* checkChangelog(textOf(files, 'extension/CHANGELOG.md') ?? '', manifest.version ?? '');
  yield* checkIcon(files, manifest.icon);
}

function* checkPage(page: string, text: string): Generator<string> {
  const { images, links, html } = addressesIn(text);
  if (/<svg[\s>]/i.test(html)) yield `${page} has an <svg>: show a PNG instead.`;
  for (const image of images) {
    if (/^data:/i.test(image))
      yield `${page} has an image in its text: give it an address that starts with https:.`;
    else if (!isHttps(image))
      yield `The image ${image} of ${page} has no https: address: is "repository" right in package.json?`;
    else if (/\.svg$/i.test(new URL(image).pathname) && !isBadge(image))
      yield `The image ${image} of ${page} is an SVG: show a PNG instead.`;
  }
  for (const link of links)
    if (!/^(?:https:|mailto:|#)/i.test(link))
      yield `The link ${link} of ${page} leads nowhere in a store: is "repository" right in package.json?`;
}

const isBadge = (address: string): boolean =>
  badgeHosts.includes(new URL(address).host) || workflowBadge.test(address);

/** The addresses of a page's images and links, those of HTML too. Code is not looked into. */
function addressesIn(text: string): { images: string[]; links: string[]; html: string } {
  const images: string[] = [];
  const links: string[] = [];
  const html: string[] = [];
  const visit = (tokens: readonly Token[]): void => {
    for (const token of tokens) {
      if (token.type === 'image') images.push(token.attrGet('src') ?? '');
      if (token.type === 'link_open') links.push(token.attrGet('href') ?? '');
      if (token.type === 'html_block' || token.type === 'html_inline') html.push(token.content);
      visit(token.children ?? []);
    }
  };
  visit(new MarkdownIt({ html: true }).parse(text, {}));
  const all = html.join('\n');
  for (const [, address = ''] of all.matchAll(/<(?:img|video|source)\b[^>]*?\ssrc\s*=\s*["']([^"']*)/gi))
    images.push(address);
  for (const [, address = ''] of all.matchAll(/<a\b[^>]*?\shref\s*=\s*["']([^"']*)/gi)) links.push(address);
  return { images, links, html: all };
}

function* checkChangelog(text: string, version: string): Generator<string> {
  const headings = Array.from(text.matchAll(/^## +v?(\d+\.\d+\.\d+)\b/gm), ([, found]) => found);
  if (text !== '' && !headings.includes(version))
    yield `CHANGELOG.md has no section for ${version}: add "## ${version}" with what changes for users.`;
}

/** The size of a PNG is in its first chunk: eight bytes of signature, length, IHDR, width, height. */
function* checkIcon(files: PackageFiles, icon: string | undefined): Generator<string> {
  if (icon === undefined) return void (yield '"icon" is missing: name a PNG of at least 128 by 128 pixels.');
  const bytes = files.get(`extension/${icon.replace(/^\.\//, '')}`);
  if (bytes === undefined) return; // told by the check of named files
  const png = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];
  if (bytes.length < 24 || png.some((byte, at) => bytes[at] !== byte))
    return void (yield `The icon ${icon} is no PNG: the Marketplace takes nothing else.`);
  const view = new DataView(bytes.buffer, bytes.byteOffset);
  const [width, height] = [view.getUint32(16), view.getUint32(20)];
  if (width < 128 || width !== height)
    yield `The icon ${icon} has ${width} by ${height} pixels: make it square, at least 128 by 128.`;
}

/** What the stores show of a version: whether it is a pre-release is in the package, not in the version. */
export const channelOf = (manifest: Manifest): 'pre-release' | 'release' =>
  isPreRelease(manifest.version ?? '') ? 'pre-release' : 'release';
