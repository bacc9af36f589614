import assert from 'node:assert/strict';
import { defaultSettings, rules, severities } from '../../src/engine/index';
import { languages } from '../../src/engine/languages';
import { lookupStyles, nameCollisions } from '../../src/engine/model/settings';
import { textOf } from '../support/sources';

interface Manifest {
  readonly engines: { readonly vscode: string };
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly contributes: {
    readonly commands: readonly {
      readonly command: string;
      readonly category: string;
      readonly title: string;
    }[];
    readonly configuration: {
      readonly properties: Readonly<
        Record<
          string,
          {
            readonly default: unknown;
            readonly enum?: readonly string[];
            readonly additionalProperties?: { readonly enum: readonly string[] };
            readonly propertyNames?: { readonly enum: readonly string[] };
          }
        >
      >;
    };
  };
  readonly capabilities: {
    readonly untrustedWorkspaces: { readonly restrictedConfigurations: readonly string[] };
  };
}
const manifest = JSON.parse(textOf('package.json')) as Manifest;
const contributions = textOf('src/vscode/contributions.ts');
/** The values of an object literal of contributions.ts; the module itself needs VS Code's types only, but is read as text so that nothing is loaded. */
const idsOf = (name: string): readonly string[] => {
  const [, body = ''] = new RegExp(`${name} = \\{([\\s\\S]*?)\\n\\}`).exec(contributions) ?? [];
  return Array.from(body.matchAll(/: '([^']+)'/g), ([, id = '']) => id);
};

describe('package.json', () => {
  it('has the commands of the code, and the code those of package.json', () => {
    const contributed = manifest.contributes.commands.map(({ command }) => command).sort();
    assert.deepEqual(contributed, [...idsOf('commandIds')].sort());
    for (const { category } of manifest.contributes.commands) assert.equal(category, 'Keystow');
  });

  it('has the settings of the code, with the same defaults', () => {
    const given = Object.fromEntries(
      Object.entries(manifest.contributes.configuration.properties).map(([key, { default: value }]) => [
        key.replace('keystow.', ''),
        value,
      ]),
    );
    assert.deepEqual(given, defaultSettings);
    const enumerated =
      manifest.contributes.configuration.properties['keystow.severity']?.additionalProperties?.enum;
    assert.deepEqual(enumerated, [...severities, 'off']);
    const { 'keystow.lookupStyle': style, 'keystow.nameCollision': collision } =
      manifest.contributes.configuration.properties;
    assert.deepEqual(style?.additionalProperties?.enum, lookupStyles);
    assert.deepEqual(collision?.enum, nameCollisions);
  });

  it('takes a lookup style for each language that is rewritten, and for no other', () => {
    const rewritten = languages.flatMap(({ id, family, rewriting }) => (rewriting ? [family ?? id] : []));
    const { 'keystow.lookupStyle': style } = manifest.contributes.configuration.properties;
    assert.deepEqual(style?.propertyNames?.enum, [...new Set(rewritten)].sort());
  });

  it('lets no workspace weaken a check before it is trusted', () => {
    const restricted = manifest.capabilities.untrustedWorkspaces.restrictedConfigurations;
    assert.deepEqual(
      [...restricted].sort(),
      Object.keys(manifest.contributes.configuration.properties).sort(),
    );
  });

  it('compiles against the oldest VS Code it says it runs in', () => {
    assert.equal(`^${manifest.devDependencies['@types/vscode']}`, manifest.engines.vscode);
  });

  it('names rules in kebab-case', () => {
    for (const { id } of rules) assert.match(id, /^[a-z][a-z0-9]*(-[a-z]+)+$/);
  });
});
