import { fixtures } from '../../test/support/fixtures';
import { checks } from './index';

const inTheEditor = 'VS Code itself reads it in test/vscode/ownFiles.test.ts';
const ofAnEditor = 'an editor that is on neither npm nor Debian';
const ofAnExtension = 'an extension that is on neither npm nor Debian';

const reasons: Readonly<Record<string, string>> = {
  aiderConfig: 'aider is on neither npm nor Debian',
  claudeCodeSettings: 'Claude Code prints no setting',
  clineMcp: ofAnExtension,
  cursorMcp: ofAnEditor,
  droneCi: 'its schema refers to one that the package lacks',
  jetbrainsRun: ofAnEditor,
  kiroMcp: ofAnEditor,
  litellmConfig: 'LiteLLM is on neither npm nor Debian',
  otelCollector: 'the collector is on neither npm nor Debian, and has no schema',
  renderBlueprint: "Render's schema is in no package, and only Render reads the file",
  rooCodeMcp: ofAnExtension,
  vscodeLaunch: inTheEditor,
  vscodeMcp: inTheEditor,
  vscodeSettings: inTheEditor,
  vscodeTasks: inTheEditor,
  windsurfMcp: ofAnEditor,
};

/** Fixtures that nothing here reads, and why. */
export const unread: readonly (readonly [name: string, why: string])[] = fixtures
  .map(({ path }) => /^moves\/config\/(.+)\.txt$/.exec(path)?.[1])
  .filter((name) => name !== undefined && checks[name] === undefined)
  .map((name = '') => [name, reasons[name] ?? 'nobody has tried']);
