import * as vscode from 'vscode';
import { fixIdFor, ruleTitle, type Severity, severityWord } from '../../engine/index';
import { internalCommandIds } from '../contributions';
import type { Allowance } from '../services/allowances';
import type { PlacedFinding, WorkspaceOverview } from '../services/workspaceOverview';

/** An entry of the overview, whole: what is below it too. */
export class OverviewNode {
  constructor(
    readonly item: vscode.TreeItem,
    readonly children: readonly OverviewNode[] = [],
    /** What it can be fixed, ignored and opened by. */
    readonly placed?: PlacedFinding,
  ) {}
}

/** What `view/item/context` of package.json asks for. */
export const contextValues = { problem: 'problem', fixable: 'problem.fixable' } as const;

/** Keys, then the chapters of the guide, then what is weaker here, and what is let stand. */
export const overviewNodes = (
  { keys, chapters }: WorkspaceOverview['current'],
  weaker: readonly Allowance[],
  accepted: readonly Allowance[],
): readonly OverviewNode[] => [
  ...group(vscode.l10n.t('Keys'), 'key', true, keys.map(keyNode)),
  ...chapters.flatMap(({ title, items }) =>
    group(
      title,
      'checklist',
      true,
      items.map((one) => findingNode(one, ruleTitle(one.finding.rule), `check:${title}`)),
    ),
  ),
  ...group(vscode.l10n.t('Weaker than by default'), 'unlock', false, weaker.map(allowanceIn('weaker'))),
  ...group(vscode.l10n.t('Accepted'), 'pass', false, accepted.map(allowanceIn('accepted'))),
];

function keyNode({
  fingerprint,
  severity,
  places,
}: WorkspaceOverview['current']['keys'][number]): OverviewNode {
  const [first, ...more] = places;
  const label = first === undefined ? '' : ruleTitle(first.finding.rule);
  if (first !== undefined && more.length === 0) return findingNode(first, label, 'key');
  const item = new vscode.TreeItem(label, vscode.TreeItemCollapsibleState.Expanded);
  item.id = `key:${fingerprint}`;
  item.description = vscode.l10n.t('{0} places', places.length);
  item.iconPath = icons[severity];
  item.accessibilityInformation = { label: `${severityWord(severity)}: ${label}, ${item.description}` };
  return new OverviewNode(
    item,
    places.map((one) => findingNode(one, placeOf(one), `key:${fingerprint}`, false)),
  );
}

/** @param where what it is listed under: the same finding may be in several lists. */
function findingNode(placed: PlacedFinding, label: string, where: string, withPlace = true): OverviewNode {
  const { finding } = placed;
  const item = new vscode.TreeItem(label);
  item.id = `${where}:${idOf(placed)}`;
  if (withPlace) item.description = placeOf(placed);
  item.iconPath = icons[finding.severity];
  item.contextValue = fixIdFor(finding) === undefined ? contextValues.problem : contextValues.fixable;
  item.command = {
    command: internalCommandIds.showProblem,
    title: vscode.l10n.t('Show'),
    arguments: [item.id],
  };
  item.accessibilityInformation = {
    label: `${severityWord(finding.severity)}: ${label}${withPlace ? `, ${item.description}` : ''}`,
  };
  return new OverviewNode(item, [], placed);
}

/** @param list a policy may say both in one line. */
const allowanceIn =
  (list: 'weaker' | 'accepted') =>
  ({ what, why, at, open }: Allowance, index: number): OverviewNode => {
    const item = new vscode.TreeItem(what);
    item.id = `${list}:${at}:${index}`;
    item.description = why;
    item.tooltip = `${what}${why === '' ? '' : `: ${why}`} (${at})`;
    item.command = open;
    item.accessibilityInformation = { label: item.tooltip };
    return new OverviewNode(item);
  };

/** Nothing where it would be empty. */
function group(
  label: string,
  icon: string,
  isOpen: boolean,
  children: readonly OverviewNode[],
): readonly OverviewNode[] {
  if (children.length === 0) return [];
  const { Collapsed, Expanded } = vscode.TreeItemCollapsibleState;
  const item = new vscode.TreeItem(label, isOpen ? Expanded : Collapsed);
  item.id = `group:${label}`;
  item.description = String(children.length);
  item.iconPath = new vscode.ThemeIcon(icon);
  item.accessibilityInformation = { label: `${label}, ${children.length}` };
  return [new OverviewNode(item, children)];
}

const icon = (id: string, color: string): vscode.ThemeIcon =>
  new vscode.ThemeIcon(id, new vscode.ThemeColor(color));

const icons: Readonly<Record<Severity, vscode.ThemeIcon>> = {
  error: icon('error', 'problemsErrorIcon.foreground'),
  warning: icon('warning', 'problemsWarningIcon.foreground'),
  info: icon('info', 'problemsInfoIcon.foreground'),
  hint: icon('lightbulb', 'problemsInfoIcon.foreground'),
};

const placeOf = ({ uri, finding }: PlacedFinding): string =>
  `${vscode.workspace.asRelativePath(uri)}:${finding.range.start.line + 1}`;

const idOf = ({ uri, finding: { rule, span } }: PlacedFinding): string => `${uri} ${span.start} ${rule}`;
