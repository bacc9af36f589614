import assert from 'node:assert/strict';
import { manifestText } from '../../scripts/manifest';
import { defaultSettings, rules, severities } from '../../src/engine/index';
import { languages } from '../../src/engine/languages';
import { lookupStyles, nameCollisions, pasteModes, statusBarModes } from '../../src/engine/model/settings';
import { chapters } from '../../src/engine/reports/chapters';
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
    readonly languageModelTools: readonly {
      readonly name: string;
      readonly toolReferenceName: string;
      readonly canBeReferencedInPrompt: boolean;
      readonly icon: string;
      readonly modelDescription: string;
      readonly userDescription: string;
      readonly inputSchema: { readonly type: string };
    }[];
    readonly views: Readonly<
      Record<string, readonly { readonly id: string; readonly when?: string; readonly visibility?: string }[]>
    >;
    readonly viewsWelcome: readonly {
      readonly view: string;
      readonly when: string;
      readonly contents: string;
    }[];
    readonly walkthroughs: readonly {
      readonly steps: readonly {
        readonly description: string;
        readonly media: { readonly markdown: string };
        readonly completionEvents: readonly string[];
      }[];
    }[];
    readonly menus: Readonly<Record<string, readonly { readonly command: string }[]>>;
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
const manifest = JSON.parse(manifestText()) as Manifest;
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

  it('has the tools of the code, described for people and for models', () => {
    const tools = manifest.contributes.languageModelTools;
    assert.deepEqual(tools.map(({ name }) => name).sort(), [...idsOf('toolIds')].sort());
    for (const tool of tools) {
      assert.ok(tool.canBeReferencedInPrompt);
      assert.match(tool.toolReferenceName, /^keystow\w+$/);
      assert.match(tool.icon, /^\$\([a-z-]+\)$/);
      assert.ok(tool.userDescription.length < 120 && tool.modelDescription.length > 200);
      assert.equal(tool.inputSchema.type, 'object');
    }
  });

  it('has the views of the code: one is folded up at first, one is there only while it says something', () => {
    const views = Object.values(manifest.contributes.views).flat();
    assert.deepEqual(views.map(({ id }) => id).sort(), [...idsOf('viewIds')].sort());
    const [, context] = /stagedKeysContext = '([^']+)'/.exec(contributions) ?? [];
    assert.deepEqual(
      views.map(({ when, visibility }) => when ?? visibility),
      ['collapsed', context],
    );
  });

  it('says something in a view that is empty, whatever the reason', () => {
    const [, context] = /auditedContext = '([^']+)'/.exec(contributions) ?? [];
    assert.deepEqual(
      manifest.contributes.viewsWelcome.map(({ when }) => when),
      [
        'workspaceFolderCount == 0',
        `workspaceFolderCount > 0 && !${context}`,
        `workspaceFolderCount > 0 && ${context}`,
      ],
    );
    for (const { view, contents } of manifest.contributes.viewsWelcome) {
      assert.ok(idsOf('viewIds').includes(view));
      assert.match(contents, /\n\[[^\]]+\]\(command:[\w.]+\)$/);
    }
  });

  it('has a step for each chapter of key safety, which ends with something done', () => {
    const [walkthrough] = manifest.contributes.walkthroughs;
    assert.equal(walkthrough?.steps.length, chapters.length);
    const commands = new Set([...idsOf('commandIds'), ...idsOf('internalCommandIds')]);
    const [, context] = /sampleContext = '([^']+)'/.exec(contributions) ?? [];
    for (const { description, media, completionEvents } of walkthrough.steps) {
      const links = Array.from(description.matchAll(/\]\((?:command:)?([^?)]+)(?:\?%22(\w+)%22)?\)/g));
      const done = links.map(([, target = '', sample]) =>
        sample === undefined ? target : `${context}.${sample}`,
      );
      const told = completionEvents.map((event) => event.replace(/^on(?:Command|Link|Context):/, ''));
      for (const one of done) assert.ok(told.includes(one), `${one} ends its step`);
      for (const event of completionEvents.filter((one) => one.startsWith('onCommand:')))
        assert.ok(commands.has(event.replace('onCommand:', '')), event);
      assert.match(textOf(media.markdown), /^## \w/);
    }
  });

  it('offers in menus what it has', () => {
    const commands = new Set(manifest.contributes.commands.map(({ command }) => command));
    for (const { command } of Object.values(manifest.contributes.menus).flat())
      assert.ok(commands.has(command), command);
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
    const {
      'keystow.lookupStyle': style,
      'keystow.nameCollision': collision,
      'keystow.paste': paste,
      'keystow.statusBar': statusBar,
    } = manifest.contributes.configuration.properties;
    assert.deepEqual(style?.additionalProperties?.enum, lookupStyles);
    assert.deepEqual(collision?.enum, nameCollisions);
    assert.deepEqual(paste?.enum, pasteModes);
    assert.deepEqual(statusBar?.enum, statusBarModes);
  });

  it('takes a lookup style for each language that is rewritten, and for no other', () => {
    const rewritten = languages.flatMap(({ id, family, rewriting }) =>
      rewriting && !rewriting.oneStyle ? [family ?? id] : [],
    );
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
