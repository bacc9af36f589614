import assert from 'node:assert/strict';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { askedIn, isTranslation, messageBundle, nodesOf, parsed, sources } from '../../scripts/messages';
import { genericKind } from '../../src/engine/scan/findGenericKeys';
import { root, textOf } from '../support/sources';

/** Files and folders whose words are not translated, and why. */
const english: Readonly<Record<string, string>> = {
  'src/engine/hygiene/': 'titles are a list; descriptions are the documentation',
  'src/engine/rules.ts': 'titles are a list; descriptions are the documentation',
  'src/engine/model/rule.ts': 'the documentation',
  'src/engine/model/settings.ts': 'goes to the log',
  'src/engine/policy/explainPolicy.ts': 'the command line and the log',
  'src/engine/reports/chapters.ts': 'a list, which checklist.ts translates',
  'src/engine/reports/forModels.ts': 'for models',
  'src/engine/reports/sarif.ts': 'for programs',
  'src/guard/hookScript.ts': 'a file of the project',
  'src/guard/tools.ts': 'files of the project, and the command line',
  'src/vscode/tools/auditTool.ts': 'for models',
  'src/vscode/tools/envReferenceTool.ts': 'for models',
  'src/vscode/tools/places.ts': 'for models',
};

const isIn = (one: string, fileName: string): boolean =>
  one.endsWith('/') ? fileName.startsWith(one) : fileName === one;

/** Words in a row, as no identifier, path or pattern has them. */
const isWords = (text: string): boolean =>
  /[A-Za-z…][a-z]*[,:;]? (?:[a-z]{2,}|[A-Z][a-z]+|\{\d)|\{\d+\} [a-z]{2,}/.test(text);
const isSentence = (text: string): boolean => /^[A-Z.`"'@{$].*\s.*[.:?…]$/.test(text) && isWords(text);

/** Members that a person reads. */
const told =
  /^(?:refused|message|notes?|title|label|how|why|because|detail|reasons?|limits|description|place[hH]older|prompt|tooltip|name)$/;

/** Words that are none: ids of what was skipped, a style, a comment in a file of the project, what only the log says. */
const known: ReadonlySet<string> = new Set([
  'symbolic link',
  'not a file',
  'read in part',
  'too large',
  'none; font-size: 0 !important',
  'Added by keystow hook install.',
  'no key, because {0}',
  genericKind.title,
]);

const wordsOf = (node: ts.Node): string | undefined => {
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return (
    node.head.text + node.templateSpans.map(({ literal }, index) => `{${index}}${literal.text}`).join('')
  );
};

const lineOf = (file: ts.SourceFile, node: ts.Node): string =>
  `${file.fileName}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1}: ${node.getText().slice(0, 120)}`;

/** What is written for the log, for whoever mends Keystow, or for a program. */
const isElsewhere = (node: ts.Node): boolean =>
  (ts.isCallExpression(node) &&
    /(?:^|\.)(?:log\.\w+|guarded|answering|RegExp|includes|startsWith|endsWith)$/.test(
      node.expression.getText().replace(/^this\./, ''),
    )) ||
  (ts.isNewExpression(node) && /^(?:Error|RegExp)$/.test(node.expression.getText())) ||
  ts.isImportDeclaration(node) ||
  ts.isLiteralTypeNode(node) ||
  ts.isSwitchStatement(node);

/** Words that reach a person without being asked for in their language. */
function untranslated(file: ts.SourceFile): readonly string[] {
  const found: string[] = [];
  const isEditor = file.fileName.startsWith('src/vscode/') || file.fileName.startsWith('src/main.');
  const visit = (node: ts.Node, isTold: boolean): void => {
    if (isTranslation(node)) {
      for (const value of node.arguments.slice(1)) visit(value, false);
      return;
    }
    const text = wordsOf(node);
    if (text !== undefined) {
      if (!known.has(text) && (isSentence(text) || ((isTold || isEditor) && isWords(text))))
        found.push(lineOf(file, node));
      else if (ts.isTemplateExpression(node))
        for (const { expression } of node.templateSpans) visit(expression, isTold);
      return;
    }
    if (ts.isCallExpression(node) && isElsewhere(node)) {
      for (const argument of node.arguments) if (ts.isFunctionLike(argument)) visit(argument, false);
      return;
    }
    if (isElsewhere(node) && !ts.isSwitchStatement(node)) return;
    if (ts.isBinaryExpression(node) && /^[=!]==$/.test(node.operatorToken.getText())) return;
    const named = (ts.isPropertyAssignment(node) || ts.isVariableDeclaration(node)) && node.name.getText();
    // What agents, services, languages and runtimes are called; kinds of keys are a list.
    const isListed = named === 'title' || (named === 'because' && file.fileName.includes('/detectors/'));
    if (isListed && /^src\/engine\/(?:agents|ci|detectors|languages|runtimes)\//.test(file.fileName)) return;
    ts.forEachChild(node, (child) =>
      visit(child, (isTold && !ts.isFunctionLike(node)) || (named !== false && told.test(named))),
    );
  };
  visit(file, false);
  return found;
}

const isInFunction = (node: ts.Node): boolean => {
  for (let at = node.parent; at !== undefined; at = at.parent) if (ts.isFunctionLike(at)) return true;
  return false;
};

const placeholdersOf = (message: string): readonly number[] =>
  [...new Set(Array.from(message.matchAll(/\{(\d+)\}/g), ([, index]) => Number(index)))].sort(
    (a, b) => a - b,
  );

describe('localisation', () => {
  const files = sources();
  const own = files.filter(({ fileName }) => !Object.keys(english).some((one) => isIn(one, fileName)));

  it('every sentence that a person reads in the editor is asked for in their language', () =>
    assert.equal(own.flatMap(untranslated).join('\n'), ''));

  it('would see one that is not', () => {
    const cases: readonly (readonly [file: string, code: string, found: number])[] = [
      ['src/engine/a.ts', "f({ refused: 'The key stays.' })", 1],
      ['src/engine/a.ts', "f({ refused: t('The key stays.') })", 0],
      ['src/engine/a.ts', "const how = 'call it first'", 1],
      ['src/engine/a.ts', 'f(`${path} is read-only.`)', 1],
      ['src/engine/a.ts', "f(t('{0} is {1}.', path, a ? 'b' : `The ${c} is gone.`))", 1],
      ['src/engine/a.ts', "f('import os')", 0],
      ['src/vscode/a.ts', "f('Show more')", 1],
      ['src/vscode/a.ts', "guarded(log, 'show more', () => g('Show more'))", 1],
      ['src/vscode/a.ts', "log.warn('it is gone')", 0],
    ];
    for (const [file, code, count] of cases)
      assert.equal(untranslated(parsed(file, code)).length, count, `${file}: ${code}`);
  });

  it('files that stay English are there', () => {
    for (const file of Object.keys(english))
      assert.ok(
        files.some(({ fileName }) => isIn(file, fileName)),
        file,
      );
  });

  it('messages are literals, with a value for each placeholder and a placeholder for each value', () => {
    for (const file of files)
      for (const { node, message, values } of askedIn(file)) {
        if (file.fileName === 'src/engine/text/l10n.ts' || /^src\/main\./.test(file.fileName)) continue;
        const where = lineOf(file, node);
        assert.ok(message !== undefined && /\S/.test(message) && message.trim() === message, where);
        assert.ok(!node.arguments.some(ts.isSpreadElement), where);
        assert.deepEqual(
          placeholdersOf(message),
          Array.from({ length: values }, (_, index) => index),
          where,
        );
        assert.doesNotMatch(message.replace(/\{\d+\}/g, ''), /[{}]/, where);
      }
  });

  it('no message is asked for while a module is loaded, when the language is not known yet', () => {
    for (const file of files)
      for (const { node } of askedIn(file)) assert.ok(isInFunction(node), lineOf(file, node));
  });

  it('words of lists are asked for in these places alone', () => {
    const callers = files.filter((file) =>
      nodesOf(file).some((node) => ts.isCallExpression(node) && node.expression.getText() === 'said'),
    );
    assert.deepEqual(
      callers.map(({ fileName }) => fileName),
      [
        'src/engine/detectors/detector.ts',
        'src/engine/reports/checklist.ts',
        'src/engine/reports/overview.ts',
        'src/engine/reports/rows.ts',
        'src/engine/rules.ts',
        'src/engine/scan/describeKey.ts',
      ],
    );
  });

  it('translators have every message, and no other: run npm run docs', () =>
    assert.equal(textOf('l10n/bundle.l10n.json'), messageBundle()));

  it('translations are of messages that there are, with their placeholders', () => {
    const named = (folder: string, name: RegExp): readonly string[] =>
      readdirSync(path.join(root, folder)).filter((file) => name.test(file));
    const pairs = [
      ...named('.', /^package\.nls\..+\.json$/).map((file) => [file, 'package.nls.json'] as const),
      ...named('l10n', /^bundle\.l10n\..+\.json$/)
        .filter((file) => file !== 'bundle.l10n.json')
        .map((file) => [`l10n/${file}`, 'l10n/bundle.l10n.json'] as const),
    ];
    for (const [file, source] of pairs) {
      const messages = JSON.parse(textOf(source)) as Record<string, string>;
      for (const [key, text] of Object.entries(JSON.parse(textOf(file)) as Record<string, string>)) {
        const message = messages[key];
        assert.ok(message !== undefined, `${file} has ${key}, which no message is`);
        assert.deepEqual(placeholdersOf(text), placeholdersOf(message), `${file}: ${key}`);
      }
    }
  });
});

/** Members of package.json that a person reads. */
const read =
  /^(?:title|name|displayName|description|markdownDescription|deprecationMessage|userDescription|enumDescriptions|markdownEnumDescriptions|contextualTitle|category|label)$/;

/** Names of products and ids, and what npm and the Marketplace show of both packages alike. */
const names = new Set(['Keystow', 'keystow', 'keystow_audit', 'keystow_env_reference']);

describe('package.nls.json', () => {
  const manifest: unknown = JSON.parse(textOf('package.json'));
  const words = JSON.parse(textOf('package.nls.json')) as Record<string, string>;

  it('has a text for each key of package.json, and no other', () => {
    const keys = Array.from(textOf('package.json').matchAll(/"%([^%"]+)%"/g), ([, key = '']) => key);
    assert.deepEqual([...new Set(keys)].sort(), Object.keys(words).sort());
  });

  it('has every text that a person reads', () => {
    const literal: string[] = [];
    const visit = (value: unknown, at: string, isRead: boolean): void => {
      if (typeof value === 'string' && isRead && !/^%[^%]+%$/.test(value) && !names.has(value))
        literal.push(at);
      if (typeof value !== 'object' || value === null) return;
      // What models read stays English.
      for (const [key, inner] of Object.entries(value))
        if (key !== 'inputSchema')
          visit(inner, `${at}.${key}`, Array.isArray(value) ? isRead : read.test(key));
    };
    visit(manifest, '', false);
    // npm shows it as it stands.
    assert.deepEqual(literal, ['.description']);
  });
});
