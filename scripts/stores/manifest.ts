import { isHttps, type Manifest } from './package';

/** VS Code's `EXTENSION_CATEGORIES`, read 2026-11-28. */
const categories = [
  'AI',
  'Azure',
  'Chat',
  'Data Science',
  'Debuggers',
  'Education',
  'Extension Packs',
  'Formatters',
  'Keymaps',
  'Language Packs',
  'Linters',
  'Machine Learning',
  'Notebooks',
  'Other',
  'Programming Languages',
  'SCM Providers',
  'Snippets',
  'Testing',
  'Themes',
  'Visualization',
];

/** What gives an extension a place in the category AI. */
const forModels = ['languageModelTools', 'chatParticipants', 'mcpServerDefinitionProviders'];

/**
 * What package.json says, by the rules of both stores: the Marketplace's as vsce 4.1.0 and its documentation have them,
 * Open VSX's as its `ExtensionValidator` has them; both read 2026-11-28.
 */
export function* checkManifest(manifest: Manifest): Generator<string> {
  yield* identity(manifest);
  yield* words(manifest);
  yield* addresses(manifest);
  yield* running(manifest);
}

function* identity({ name, publisher, version }: Manifest): Generator<string> {
  for (const [field, value = ''] of [
    ['name', name],
    ['publisher', publisher],
  ] as const) {
    if (!/^[a-z0-9][a-z0-9-]*$/i.test(value) || value.length > 255)
      yield `"${field}" is ${quoted(value)}: make it letters, digits and hyphens.`;
  }
  if (!/^\d+\.\d+\.\d+$/.test(version ?? ''))
    yield `"version" is ${quoted(version)}: make it three numbers. A pre-release has an odd second one, and no suffix.`;
}

function* words(manifest: Manifest): Generator<string> {
  const { displayName = '', description = '', license = '', keywords = [] } = manifest;
  if (displayName === '' || displayName.length > 100)
    yield `"displayName" has ${displayName.length} characters: give it 1 to 100.`;
  // Both stores take more. A list of extensions shows the first line.
  if (description === '' || description.length > 200)
    yield `"description" has ${description.length} characters: give it 1 to 200.`;
  if (license === '' || license.length > 255)
    yield '"license" is missing: Open VSX takes nothing without one.';
  const own = manifest.categories ?? [];
  if (own.length === 0) yield '"categories" is empty: name at least one.';
  for (const one of own)
    if (!categories.includes(one))
      yield `The category ${quoted(one)} is none of the Marketplace's: take one of ${categories.join(', ')}.`;
  if (own.includes('AI') && !forModels.some((point) => point in (manifest.contributes ?? {})))
    yield 'The category "AI" is for what contributes tools or chat for language models: leave it out.';
  if (keywords.length > 30) yield `There are ${keywords.length} keywords, and 30 are taken: leave some out.`;
  for (const one of keywords.filter((word, at) => keywords.indexOf(word) !== at))
    yield `The keyword ${quoted(one)} is there twice: leave one out.`;
  const texts = {
    displayName,
    description,
    license,
    categories: own.join(' '),
    keywords: keywords.join(' '),
  };
  for (const [field, text] of Object.entries(texts))
    if (/[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}]/u.test(text))
      yield `"${field}" has an invisible character, which Open VSX refuses: type it anew.`;
  for (const one of [...own, ...keywords])
    if (one.length > 255)
      yield `${quoted(one.slice(0, 20))} and on is longer than 255 characters: shorten it.`;
}

function* addresses(manifest: Manifest): Generator<string> {
  const { repository, bugs, homepage, qna, badges = [] } = manifest;
  for (const [field, address] of [
    ['repository.url', repository?.url],
    ['bugs.url', bugs?.url],
    ['homepage', homepage],
  ] as const) {
    if (!isHttps(address) || String(address).length > 255)
      yield `"${field}" is ${quoted(address)}: give an address that starts with https:.`;
  }
  // Read by both stores: the Marketplace's own pages, none, or an address.
  if (qna !== undefined && qna !== 'marketplace' && qna !== false && !isHttps(qna))
    yield `"qna" is ${quoted(qna)}: make it "marketplace", false or an address that starts with https:.`;
  for (const { url } of badges)
    if (!isHttps(url) || /\.svg$/i.test(new URL(url).pathname))
      yield `The badge ${quoted(url)} is not taken: name an image with https: that is no SVG.`;
}

function* running(manifest: Manifest): Generator<string> {
  const { pricing, markdown, galleryBanner, activationEvents = [], engines, devDependencies } = manifest;
  if (pricing !== undefined && !['Free', 'Trial'].includes(pricing))
    yield `"pricing" is ${quoted(pricing)}: make it "Free" or "Trial".`;
  if (markdown !== undefined && !['github', 'standard'].includes(markdown))
    yield `"markdown" is ${quoted(markdown)}: make it "github" or "standard".`;
  if (galleryBanner?.color !== undefined && !/^#[0-9a-f]{6}$/i.test(galleryBanner.color))
    yield `"galleryBanner.color" is ${quoted(galleryBanner.color)}: give it as #rrggbb.`;
  if (galleryBanner?.theme !== undefined && !['dark', 'light'].includes(galleryBanner.theme))
    yield `"galleryBanner.theme" is ${quoted(galleryBanner.theme)}: make it "dark" or "light".`;
  if (activationEvents.includes('*'))
    yield '"activationEvents" has "*", which slows the start of every window: name what wakes the extension.';
  if (manifest.enableProposedApi === true || (manifest.enabledApiProposals ?? []).length > 0)
    yield 'Proposed API is asked for, which the Marketplace takes from nobody: do without "enabledApiProposals".';
  yield* engine(engines?.vscode ?? '', devDependencies?.['@types/vscode'] ?? '');
}

/** An engine older than the types has no API that the code was compiled against; a newer one keeps people out for nothing. */
function* engine(wanted: string, types: string): Generator<string> {
  const minor = /^\^(\d+\.\d+)\.\d+$/.exec(wanted)?.[1];
  if (minor === undefined) yield `"engines.vscode" is ${quoted(wanted)}: give it as ^1.101.0.`;
  else if (!types.startsWith(`${minor}.`))
    yield `"engines.vscode" is ${quoted(wanted)} and @types/vscode is ${quoted(types)}: make them the same version.`;
}

const quoted = (value: unknown): string => JSON.stringify(value ?? null);
