import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import ts from 'typescript';
import { kindsOf } from '../src/engine/detectors/detector';
import { detectors } from '../src/engine/detectors/index';
import { rules } from '../src/engine/index';
import { chapters } from '../src/engine/reports/chapters';

const root = path.join(__dirname, '..');

/** What a person reads in the editor; what git, the platform and the command line say by themselves stays English. */
const folders = ['src/engine', 'src/guard', 'src/vscode', 'src/main.node.ts', 'src/main.web.ts'];

/** A call that asks for a message: `t('{0} files', n)`. */
export interface Asked {
  readonly node: ts.CallExpression;
  /** Undefined where the message is no literal. */
  readonly message: string | undefined;
  readonly values: number;
}

/** Every source file in which a person's words stand, parsed. */
export const sources = (): readonly ts.SourceFile[] =>
  folders
    .flatMap((folder) =>
      folder.endsWith('.ts')
        ? [folder]
        : readdirSync(path.join(root, folder), { recursive: true, encoding: 'utf8' })
            .filter((file) => file.endsWith('.ts'))
            .map((file) => `${folder}/${file.split(path.sep).join('/')}`)
            .sort(),
    )
    .map((file) => parsed(file, readFileSync(path.join(root, file), 'utf8')));

export const parsed = (file: string, text: string): ts.SourceFile =>
  ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true);

/** Every node of a file, from the outside to the inside. */
export function nodesOf(node: ts.Node): readonly ts.Node[] {
  const nodes: ts.Node[] = [];
  const visit = (one: ts.Node): void => {
    nodes.push(one);
    ts.forEachChild(one, visit);
  };
  visit(node);
  return nodes;
}

/** The engine's `t`, and the editor's own: `vscode.l10n.t`. */
export const isTranslation = (node: ts.Node): node is ts.CallExpression =>
  ts.isCallExpression(node) && /^(?:(?:vscode\.)?l10n\.)?t$/.test(node.expression.getText());

/** The messages that a file asks for. */
export const askedIn = (file: ts.SourceFile): readonly Asked[] =>
  nodesOf(file)
    .filter(isTranslation)
    .map((node) => {
      const [message, ...values] = node.arguments;
      return {
        node,
        message: message !== undefined && ts.isStringLiteralLike(message) ? message.text : undefined,
        values: values.length,
      };
    });

/** Words that are translated from lists, which `said` is given. */
export const listed = (): readonly string[] => [
  ...rules.map(({ title }) => title),
  ...detectors.flatMap((one) => kindsOf(one).flatMap(({ publicWhere }) => publicWhere?.because ?? [])),
  ...chapters.flatMap(({ title, questions }) => [title, ...questions.map(({ text }) => text)]),
];

/** What translators begin with: every message, which is its own key, in the order of code units. */
export function messageBundle(): string {
  const asked = sources().flatMap((file) => askedIn(file).flatMap(({ message }) => message ?? []));
  const all = [...new Set([...asked, ...listed()])].sort();
  return `${JSON.stringify(Object.fromEntries(all.map((message) => [message, message])), undefined, 2)}\n`;
}
