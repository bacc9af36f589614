import { type Manifest, type PackageFiles, textOf } from './package';
import { channelOf } from './pages';

const manifestPath = 'extension.vsixmanifest';

/** What must be told by an asset of its own, so that the stores find it. */
const assets = {
  'Microsoft.VisualStudio.Code.Manifest': 'package.json',
  'Microsoft.VisualStudio.Services.Content.Details': 'the README',
  'Microsoft.VisualStudio.Services.Content.Changelog': 'the CHANGELOG',
  'Microsoft.VisualStudio.Services.Content.License': 'the licence',
  'Microsoft.VisualStudio.Services.Icons.Default': 'the icon',
};

/** The manifest that vsce writes has what both stores show, as package.json says it. */
export function* checkVsixManifest(files: PackageFiles, manifest: Manifest): Generator<string> {
  const xml = textOf(files, manifestPath);
  if (xml === undefined) return void (yield `${manifestPath} is missing: package with vsce.`);
  for (const [what, shown, wanted] of shownIn(xml, manifest))
    if (shown !== wanted)
      yield `${manifestPath} has ${JSON.stringify(shown ?? null)} as ${what}, and package.json ${JSON.stringify(wanted ?? null)}: package anew.`;
  const declared = new Map(
    Array.from(xml.matchAll(/<Asset Type="([^"]+)" Path="([^"]+)"/g), ([, type = '', path = '']) => [
      type,
      path,
    ]),
  );
  for (const [type, what] of Object.entries(assets))
    if (!declared.has(type)) yield `${manifestPath} does not name ${what}: is the file in the package?`;
  for (const [type, path] of declared)
    if (!files.has(path))
      yield `${manifestPath} names ${path} (${type}), which is not in the package: package anew.`;
  yield* checkTypes(files);
}

function shownIn(
  xml: string,
  manifest: Manifest,
): (readonly [string, string | undefined, string | undefined])[] {
  const property = (id: string): string | undefined =>
    unescaped(
      new RegExp(
        `<Property Id="Microsoft\\.VisualStudio\\.${id.replaceAll('.', '\\.')}" Value="([^"]*)"`,
      ).exec(xml)?.[1],
    );
  const element = (name: string): string | undefined =>
    unescaped(new RegExp(`<${name}(?: [^>]*)?>([^<]*)</${name}>`).exec(xml)?.[1]);
  const identity = (name: string): string | undefined =>
    unescaped(new RegExp(`<Identity[^>]* ${name}="([^"]*)"`).exec(xml)?.[1]);
  const tags = (element('Tags') ?? '').split(',');
  const wantedTags = [
    ...(manifest.keywords ?? []),
    ...(manifest.browser === undefined ? [] : ['__web_extension']),
  ];
  return [
    ['the name', identity('Id'), manifest.name],
    ['the publisher', identity('Publisher'), manifest.publisher],
    ['the version', identity('Version'), manifest.version],
    ['the shown name', element('DisplayName'), manifest.displayName],
    ['the description', element('Description'), manifest.description],
    ['the categories', element('Categories'), (manifest.categories ?? []).join(',')],
    ['keywords', wantedTags.filter((one) => tags.includes(one)).join(','), wantedTags.join(',')],
    ['the engine', property('Code.Engine'), manifest.engines?.vscode],
    ['the repository', property('Services.Links.Source'), manifest.repository?.url],
    ['the place for bugs', property('Services.Links.Support'), manifest.bugs?.url],
    ['the home page', property('Services.Links.Learn'), manifest.homepage],
    ['the pricing', property('Services.Content.Pricing'), manifest.pricing ?? 'Free'],
    ['the visibility', element('GalleryFlags'), manifest.preview === true ? 'Public Preview' : 'Public'],
    [
      'the channel',
      property('Code.PreRelease') === 'true' ? 'pre-release' : 'release',
      channelOf(manifest), // by its version
    ],
    ...(typeof manifest.qna === 'string' && manifest.qna !== 'marketplace'
      ? ([['the place for questions', property('Services.CustomerQnALink'), manifest.qna]] as const)
      : []),
  ];
}

/** A file whose extension has no type is lost where a package is opened by the rules of its format. */
function* checkTypes(files: PackageFiles): Generator<string> {
  const types = textOf(files, '[Content_Types].xml') ?? '';
  const extensions = new Set([...files.keys()].map((path) => /\.\w+$/.exec(path)?.[0].toLowerCase()));
  for (const one of extensions)
    if (one !== undefined && one !== '.xml' && !types.includes(`Extension="${one}"`))
      yield `[Content_Types].xml has no type for ${one}: package anew.`;
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };

const unescaped = (text: string | undefined): string | undefined =>
  text?.replace(/&(\w+);/g, (all, name: string) => entities[name] ?? all);
