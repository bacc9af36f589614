import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { checkPackage } from '../../scripts/stores/checkPackage';
import type { Manifest } from '../../scripts/stores/package';
import { madeKey } from '../support/keys';
import { root, textOf } from '../support/sources';

type Files = Map<string, Uint8Array>;

const manifest = JSON.parse(textOf('package.json')) as Manifest & { version: string };
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const bundled = ['@noble/hashes 2.4.0', 'diff 9.0.0'];

/** The first chunk of a PNG; all that is read of one. */
function png(width: number, height = width): Uint8Array {
  const image = Buffer.alloc(33);
  Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13, 0x49, 0x48, 0x44, 0x52]).copy(
    image,
  );
  image.writeUInt32BE(width, 16);
  image.writeUInt32BE(height, 20);
  return image;
}

/** As vsce writes it; what is not read is left out. */
const vsixManifest = (of: Manifest, channel = true): string => `<PackageManifest><Metadata>
<Identity Language="en-US" Id="${of.name}" Version="${of.version}" Publisher="${of.publisher}" />
<DisplayName>${of.displayName}</DisplayName>
<Description xml:space="preserve">${of.description?.replaceAll('&', '&amp;').replaceAll("'", '&apos;')}</Description>
<Tags>${of.keywords?.join(',')},json,__web_extension</Tags>
<Categories>${of.categories?.join(',')}</Categories>
<GalleryFlags>Public</GalleryFlags>
<Properties>
<Property Id="Microsoft.VisualStudio.Code.Engine" Value="${of.engines?.vscode}" />
${channel ? '<Property Id="Microsoft.VisualStudio.Code.PreRelease" Value="true" />' : ''}
<Property Id="Microsoft.VisualStudio.Services.Links.Source" Value="${of.repository?.url}" />
<Property Id="Microsoft.VisualStudio.Services.Links.Support" Value="${of.bugs?.url}" />
<Property Id="Microsoft.VisualStudio.Services.Links.Learn" Value="${of.homepage}" />
<Property Id="Microsoft.VisualStudio.Services.Content.Pricing" Value="${of.pricing}"/>
<Property Id="Microsoft.VisualStudio.Services.CustomerQnALink" Value="${of.qna}" />
</Properties></Metadata><Assets>
<Asset Type="Microsoft.VisualStudio.Code.Manifest" Path="extension/package.json" Addressable="true" />
<Asset Type="Microsoft.VisualStudio.Services.Content.Details" Path="extension/readme.md" Addressable="true" />
<Asset Type="Microsoft.VisualStudio.Services.Content.Changelog" Path="extension/changelog.md" Addressable="true" />
<Asset Type="Microsoft.VisualStudio.Services.Content.License" Path="extension/LICENSE.txt" Addressable="true" />
<Asset Type="Microsoft.VisualStudio.Services.Icons.Default" Path="extension/media/icon.png" Addressable="true" />
</Assets></PackageManifest>`;

/** A package that both stores take, with the manifest of the repository. */
const sound = (of: Manifest = manifest): Files =>
  new Map(
    Object.entries({
      'extension.vsixmanifest': bytes(vsixManifest(of)),
      '[Content_Types].xml': bytes(
        ['vsixmanifest', 'json', 'md', 'txt', 'png', 'js', 'wasm']
          .map((one) => `<Default Extension=".${one}" ContentType="text/plain"/>`)
          .join(''),
      ),
      'extension/package.json': bytes(JSON.stringify(of)),
      'extension/package.nls.json': bytes(textOf('package.nls.json')),
      'extension/readme.md': bytes(
        '# Keystow\n\n![a](https://example.com/a.png) [b](https://example.com/b) [c](#c)\n\n`<svg>`\n',
      ),
      'extension/changelog.md': bytes(`# Changelog\n\n## ${manifest.version}\n\n- New.\n`),
      'extension/LICENSE.txt': bytes('MIT'),
      'extension/media/icon.png': png(128),
      'extension/media/keystow.schema.json': bytes('{}'),
      ...Object.fromEntries(
        readdirSync(path.join(root, 'media/walkthrough')).map((name) => [
          `extension/media/walkthrough/${name}`,
          bytes('## Step\n'),
        ]),
      ),
      'extension/dist/extension.js': bytes('require("./main.node.js");require("vscode");'),
      'extension/dist/main.node.js': bytes(''),
      'extension/dist/extension.web.js': bytes(''),
      'extension/dist/tree-sitter-go.wasm': bytes(''),
      'extension/dist/ThirdPartyNotices.txt': bytes(
        bundled.map((one) => `${one}\n\nMIT\n`).join(`\n${'-'.repeat(80)}\n\n`),
      ),
    }),
  );

/** What is told of the sound package after a change; the size is that of an ordinary one. */
function told(change: (files: Files) => void, size = 5_000_000): readonly string[] {
  const files = sound();
  change(files);
  return checkPackage(files, size, bundled);
}

const withText = (path: string, text: string): readonly string[] =>
  told((files) => files.set(path, bytes(text)));

/** What is told of another package.json, with a VSIX manifest that was made from it. */
const withManifest = (change: Partial<Record<keyof Manifest, unknown>>): readonly string[] =>
  checkPackage(sound({ ...manifest, ...change } as Manifest), 5_000_000, bundled);

/** Exactly one problem, which says so. */
function one(problems: readonly string[], expected: RegExp): void {
  assert.equal(problems.length, 1, problems.join('\n'));
  assert.match(problems[0] ?? '', expected);
  assert.match(problems[0] ?? '', /^\S.*[.!?]$/);
}

describe('checkPackage', () => {
  it('finds nothing in a sound package', () =>
    assert.deepEqual(
      told(() => {}),
      [],
    ));

  it('tells several problems at once', () => {
    const problems = told((files) => {
      files.delete('extension/LICENSE.txt');
      files.set('extension/dist/cli.js.map', bytes('{}'));
      files.set('extension/media/icon.png', png(64));
    });
    for (const expected of [/^LICENSE is missing/, /cli\.js\.map is a source map/, /64 by 64 pixels/])
      assert.ok(
        problems.some((problem) => expected.test(problem)),
        problems.join('\n'),
      );
  });

  it('needs a package.json', () =>
    one(
      told((files) => files.delete('extension/package.json')),
      /package\.json is missing/,
    ));

  const manifests: readonly (readonly [Partial<Record<keyof Manifest, unknown>>, RegExp])[] = [
    [{ name: 'key stow' }, /^"name" is "key stow"/],
    [{ publisher: 'The Keystow Team' }, /^"publisher"/],
    [{ displayName: '' }, /^"displayName" has 0 characters/],
    [{ displayName: 'k'.repeat(101) }, /^"displayName" has 101 characters/],
    [{ displayName: 'Key\u200Bstow' }, /^"displayName" has an invisible character/],
    [{ description: '' }, /^"description" has 0 characters/],
    [{ description: 'k'.repeat(201) }, /^"description" has 201 characters/],
    [{ license: '' }, /^"license" is missing: Open VSX/],
    [{ categories: [] }, /^"categories" is empty/],
    [{ categories: ['Security'] }, /^The category "Security" is none/],
    [{ categories: ['AI'], contributes: { commands: [] } }, /^The category "AI" is for/],
    [{ keywords: Array.from({ length: 31 }, (_, at) => `k${at}`) }, /^There are 31 keywords/],
    [{ keywords: ['env', 'key', 'env'] }, /^The keyword "env" is there twice/],
    [{ keywords: ['k'.repeat(256)] }, /longer than 255 characters/],
    [{ repository: { url: 'git@github.com:keystow/keystow.git' } }, /^"repository\.url"/],
    [{ bugs: { url: 'http://example.com' } }, /^"bugs\.url" is "http:/],
    [{ homepage: 'keystow' }, /^"homepage" is "keystow"/],
    [{ qna: 'ask us' }, /^"qna" is "ask us"/],
    [{ qna: true }, /^"qna" is true/],
    [{ badges: [{ url: 'https://example.com/a.svg' }] }, /^The badge/],
    [{ badges: [{ url: 'http://example.com/a.png' }] }, /^The badge/],
    [{ pricing: 'Paid' }, /^"pricing" is "Paid"/],
    [{ markdown: 'plain' }, /^"markdown" is "plain"/],
    [{ galleryBanner: { color: 'darkblue', theme: 'dark' } }, /^"galleryBanner\.color"/],
    [{ galleryBanner: { color: '#1b2a3a', theme: 'blue' } }, /^"galleryBanner\.theme"/],
    [{ activationEvents: ['*'] }, /^"activationEvents" has "\*"/],
    [{ enabledApiProposals: ['terminalDataWriteEvent'] }, /^Proposed API/],
    [{ enableProposedApi: true }, /^Proposed API/],
    [{ engines: { vscode: '*' } }, /^"engines\.vscode" is "\*"/],
    [
      { engines: { vscode: '^1.100.0' } },
      /^"engines\.vscode" is "\^1\.100\.0" and @types\/vscode is "1\.101/,
    ],
    [{ engines: { vscode: '^1.102.0' } }, /make them the same version/],
    [{ icon: undefined }, /^"icon" is missing/],
    [{ icon: 'media/icon.svg' }, /names media\/icon\.svg \(icon\)/],
    [{ main: './dist/other.js' }, /names \.\/dist\/other\.js \(main\)/],
    [{ browser: './dist/other.web.js' }, /\(browser\)/],
    [{ displayName: '%name%' }, /package\.nls\.json does not translate/],
  ];
  for (const [change, expected] of manifests)
    it(`of package.json: ${expected.source}`, () => one(withManifest(change), expected));

  it('takes a version of three numbers only', () => {
    const problems = withManifest({ version: '0.2.0-beta.1' });
    assert.match(problems[0] ?? '', /^"version" is "0\.2\.0-beta\.1": make it three numbers/);
  });

  it('takes the other values that are right', () => {
    for (const change of [
      { qna: false },
      { qna: 'marketplace' },
      { pricing: 'Trial' },
      { main: './dist/extension' },
      { activationEvents: [] },
      { contributes: { ...manifest.contributes, commands: [{ command: 'a', icon: '$(key)' }] } },
    ])
      assert.deepEqual(withManifest(change), []);
  });

  const contributions: readonly (readonly [Record<string, unknown>, string])[] = [
    [{ walkthroughs: [{ steps: [{ media: { image: 'media/step.png' } }] }] }, 'media/step.png'],
    [{ walkthroughs: [{ steps: [{ media: { image: { dark: 'd.png' } } }] }] }, 'd.png'],
    [{ walkthroughs: [{ steps: [{ media: { markdown: 'media/step.md' } }] }] }, 'media/step.md'],
    [{ grammars: [{ scopeName: 'source.a', path: './a.tmLanguage.json' }] }, './a.tmLanguage.json'],
    [{ jsonValidation: [{ fileMatch: 'a.json', url: './media/a.json' }] }, './media/a.json'],
    [{ commands: [{ command: 'a', icon: { light: 'l.svg' } }] }, 'l.svg'],
    [{ languages: [{ id: 'a', configuration: 'a.json' }] }, 'a.json'],
  ];
  for (const [contributed, file] of contributions)
    it(`misses a contributed file: ${JSON.stringify(contributed)}`, () => {
      const contributes = { ...manifest.contributes, ...contributed };
      one(withManifest({ contributes }), new RegExp(`names ${file.replaceAll('.', '\\.')} \\(contributes`));
    });

  it('misses a file that a bundle loads', () =>
    one(
      told((files) => files.delete('extension/dist/main.node.js')),
      /extension\.js loads \.\/main\.node\.js, which is not in the package/,
    ));

  const pages: readonly (readonly [string, RegExp])[] = [
    ['![a](media/a.png)', /^The image media\/a\.png of README\.md has no https: address/],
    ['![a](http://example.com/a.png)', /has no https: address/],
    ['<p><img alt="a" src="media/a.png"></p>', /has no https: address/],
    ['![a](https://example.com/a.svg)', /is an SVG/],
    ['text <img src="https://example.com/a.svg?b">', /is an SVG/],
    ['<svg width="1"></svg>', /has an <svg>/],
    ['<img src="data:image/svg+xml;base64,AAAA">', /has an image in its text/],
    ['[a](docs/rules.md)', /^The link docs\/rules\.md of README\.md leads nowhere/],
    ['<a href="docs/rules.md">a</a>', /leads nowhere/],
    [' ', /^README\.md is missing or empty/],
  ];
  for (const [text, expected] of pages)
    it(`of the README: ${text}`, () => one(withText('extension/readme.md', text), expected));

  it('takes badges of those whom the Marketplace trusts', () =>
    assert.deepEqual(
      withText(
        'extension/readme.md',
        '![a](https://img.shields.io/a.svg) ![b](https://github.com/a/b/actions/workflows/ci.yml/badge.svg)',
      ),
      [],
    ));

  it('reads the CHANGELOG as it does the README, and wants the version in it', () => {
    one(withText('extension/changelog.md', '## 9.9.9\n\n- New.\n'), /^CHANGELOG\.md has no section for/);
    one(
      withText('extension/changelog.md', `## ${manifest.version}\n\n![a](a.png)\n`),
      /^The image a\.png of CHANGELOG\.md/,
    );
  });

  it('takes a square PNG of 128 pixels or more', () => {
    const icon = (image: Uint8Array) => told((files) => files.set('extension/media/icon.png', image));
    assert.deepEqual(icon(png(256)), []);
    one(icon(png(127)), /127 by 127 pixels/);
    one(icon(png(256, 128)), /256 by 128 pixels: make it square/);
    one(icon(bytes('<svg xmlns="http://www.w3.org/2000/svg"></svg>')), /is no PNG/);
  });

  const strangers: readonly (readonly [string, RegExp])[] = [
    ['extension/dist/extension.js.map', /is a source map/],
    ['extension/dist/.env', /is an env file/],
    ['extension/media/.env.local', /is an env file/],
    ['extension/src/main.json', /src\/main\.json is not meant to be published/],
    ['extension/dist/packages.json', /is not meant to be published/],
    ['extension/media/quick-fix.png', /is not meant to be published/],
    ['extension/DIST/Extension.Web.js', /differ in case only/],
  ];
  for (const [path, expected] of strangers)
    it(`refuses ${path}`, () => {
      const problems = told((files) =>
        files
          .set(path, bytes(''))
          .set(
            '[Content_Types].xml',
            bytes(
              'Extension=".map" Extension=".env" Extension=".local" ' +
                new TextDecoder().decode(files.get('[Content_Types].xml')),
            ),
          ),
      );
      assert.ok(
        problems.some((problem) => expected.test(problem)),
        problems.join('\n'),
      );
    });

  it('finds a key in any file of it, and does not show it', () => {
    const key = madeKey('openai-project-key', 'packaged');
    const problems = withText('extension/dist/main.node.js', `\nconst a = ${JSON.stringify(key)};`);
    one(problems, /^extension\/dist\/main\.node\.js:2 has a key \(openai-project-key\)/);
    assert.ok(!problems.join('').includes(key.slice(-12)));
  });

  it('refuses a map that a bundle names', () =>
    one(
      withText('extension/dist/main.node.js', ['//', '# sourceMappingURL=a.js.map'].join('')),
      /names a source map/,
    ));

  it('minds sizes', () => {
    one(
      told(() => {}, 6 * 1024 * 1024 + 1),
      /^The package has 6291457 bytes/,
    );
    one(
      told((files) => files.set('extension/dist/tree-sitter-go.wasm', new Uint8Array(8_000_001))),
      /tree-sitter-go\.wasm has 8000001 bytes/,
    );
    one(
      told((files) => {
        for (let at = 0; at < 8; at++) files.set(`extension/dist/a${at}.wasm`, new Uint8Array(7_900_000));
      }),
      /^Unpacked all files have/,
    );
  });

  it('compares what the stores show with package.json', () => {
    const shown = (from: string | RegExp, to: string) =>
      told((files) => files.set('extension.vsixmanifest', bytes(vsixManifest(manifest).replace(from, to))));
    one(shown(' Id="keystow"', ' Id="other"'), /has "other" as the name, and package\.json "keystow"/);
    one(shown(` Version="${manifest.version}"`, ' Version="9.9.9"'), /as the version/);
    one(shown('Publisher="keystow"', 'Publisher="other"'), /as the publisher/);
    one(shown('<DisplayName>Keystow', '<DisplayName>Other'), /as the shown name/);
    one(shown('Keeps API keys', 'Has API keys'), /as the description/);
    one(shown('<Categories>AI,', '<Categories>'), /as the categories/);
    one(shown(',__web_extension', ''), /as keywords/);
    one(shown('secret scanning,', ''), /as keywords/);
    one(shown('Value="^1.', 'Value="^2.'), /as the engine/);
    one(
      shown(/Links\.Source" Value="[^"]*/, 'Links.Source" Value="https://example.com'),
      /as the repository/,
    );
    one(shown(/Links\.Support" Value="[^"]*/, 'Links.Support" Value="'), /as the place for bugs/);
    one(shown(/Links\.Learn" Value="[^"]*/, 'Links.Learn" Value="'), /as the home page/);
    one(shown(/QnALink" Value="[^"]*/, 'QnALink" Value="'), /as the place for questions/);
    one(shown('Value="Free"', 'Value="Trial"'), /as the pricing/);
    one(shown('<GalleryFlags>Public', '<GalleryFlags>Private'), /as the visibility/);
    one(shown(/.*Content\.Details.*\n/, ''), /does not name the README/);
    one(shown(/.*Icons\.Default.*\n/, ''), /does not name the icon/);
    one(shown('Path="extension/LICENSE.txt"', 'Path="extension/COPYING"'), /names extension\/COPYING/);
    one(
      told((files) => files.delete('extension.vsixmanifest')),
      /vsixmanifest is missing/,
    );
  });

  it('wants a pre-release where the minor version is odd, and none where it is even', () => {
    for (const [version, preRelease, problems] of [
      ['0.1.0', true, 0],
      ['0.1.0', false, 1],
      ['0.2.0', false, 0],
      ['0.2.0', true, 1],
    ] as const) {
      const other = { ...manifest, version };
      const files = sound(other);
      files.set('extension/changelog.md', bytes(`## ${version}\n\n- New.\n`));
      files.set('extension.vsixmanifest', bytes(vsixManifest(other, preRelease)));
      const found = checkPackage(files, 1, bundled);
      assert.equal(found.length, problems, found.join('\n'));
      if (problems === 1) assert.match(found[0] ?? '', /as the channel/);
    }
  });

  it('wants a type for every extension', () =>
    one(withText('[Content_Types].xml', vsixTypesWithout('.wasm')), /has no type for \.wasm/));

  it('wants the notices of what is bundled, and of nothing else', () => {
    const files = sound();
    one(checkPackage(files, 1, [...bundled, 'yaml 2.9.1']), /has no notice of yaml 2\.9\.1/);
    one(checkPackage(files, 1, bundled.slice(1)), /has a notice of "@noble\/hashes 2\.4\.0"/);
  });
});

function vsixTypesWithout(extension: string): string {
  const types = new TextDecoder().decode(sound().get('[Content_Types].xml'));
  return types.replace(`Extension="${extension}"`, '');
}
