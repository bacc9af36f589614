import { parse } from 'dotenv';
import { isEnvTemplate } from '../analysers/envFiles';
import { envLines } from '../analysers/envLines';
import { isOnlyPlaceholder } from '../detectors/placeholder';
import { isPublicName } from '../detectors/publicNames';
import { type FileEdit, type FixPlan, isRefusal, type Refusal } from '../model/fix';
import { skipReason, type Workspace } from '../model/ports';
import type { Settings } from '../model/settings';
import { fingerprintOf } from '../scan/fingerprint';
import { t } from '../text/l10n';
import { baseName, dirName, join } from '../text/path';
import { formRefusal } from './envNames';
import { updateEnv, type Wanted } from './envWriter';
import { ignoreEntry } from './ignoreEntry';
import { planEnv } from './planEnv';

/** A variable that a template names and its env file has no value for. */
export interface MissingValue {
  readonly name: string;
  /** The template gives a value that is no placeholder; it is not told here. */
  readonly hasDefault: boolean;
  /** Bundlers write it into what the browser gets. */
  readonly isPublic: boolean;
}

/** What has to be asked before an env file is filled. */
export interface EnvGaps {
  readonly envPath: string;
  readonly missing: readonly MissingValue[];
  /** What keeps the env file out of git, where nothing does yet. */
  readonly ignore: readonly FileEdit[];
}

/**
 * `.env.example` → `.env`, or what the project's policy says instead; `.dev.vars.example` → `.dev.vars`; `example.env` →
 * `.env`. In the template's folder.
 */
function envPathOf(template: string, settings: Settings | undefined): string {
  const name = baseName(template).replace(/\.(?:example|sample|template|dist|tpl)$/i, '');
  const usual = isEnvTemplate(name) ? '.env' : name;
  const asked = usual === '.env' ? settings?.policy?.envFile?.value : undefined;
  return asked?.includes('/') ? asked : join(dirName(template), asked ?? usual);
}

/** Looks for what a template names and its env file lacks. Refused where the env file is no safe place for values. */
export async function envGaps(
  workspace: Workspace,
  template: string,
  settings?: Settings,
): Promise<EnvGaps | Refusal> {
  const read = await workspace.read(template);
  if (read.kind !== 'text')
    return {
      refused: t(
        '{0} could not be read: {1}.',
        template,
        read.kind === 'missing' ? t('it is gone') : skipReason(read.reason),
      ),
    };
  const envPath = envPathOf(template, settings);
  const env = await workspace.read(envPath);
  if (env.kind === 'skipped')
    return { refused: t('{0} could not be read: {1}.', envPath, skipReason(env.reason)) };
  const ignore = await ignoreEntry(workspace, envPath);
  if (isRefusal(ignore)) return ignore;
  const given = parse(read.text);
  const values = env.kind === 'text' ? parse(env.text) : {};
  const names = new Set(envLines(read.text).map(({ name }) => name));
  const missing = [...names]
    .filter((name) => formRefusal(name) === undefined && !isValue(values[name]))
    .map((name) => ({ name, hasDefault: isValue(given[name]), isPublic: isPublicName(name) }));
  return { envPath, missing, ignore };
}

/** Why a value cannot be stored; undefined where it can. Holds nothing of the value. */
export function valueRefusal(name: string, value: string): string | undefined {
  const update = updateEnv('', [wanted(name, value)]);
  return isRefusal(update) ? update.refused : undefined;
}

/**
 * Plans to store values in the env file of a template, the ignore entry first. An `undefined` value stands for the one
 * that the template gives.
 */
export async function planFillEnv(
  workspace: Workspace,
  template: string,
  values: ReadonlyMap<string, string | undefined>,
  settings?: Settings,
): Promise<FixPlan | Refusal> {
  const gaps = await envGaps(workspace, template, settings);
  if (isRefusal(gaps)) return gaps;
  const read = await workspace.read(template);
  const given = read.kind === 'text' ? parse(read.text) : {};
  const all = [...values].flatMap(([name, typed]) => {
    const value = typed ?? given[name];
    return typed === undefined && !isValue(value) ? [] : [wanted(name, value ?? '')];
  });
  const env = await planEnv(workspace, gaps.envPath, all, 'suffix');
  if (isRefusal(env)) return env;
  return {
    edits: [...gaps.ignore, ...env.edits],
    stored: all.map(({ name, value }) => ({ path: gaps.envPath, name, fingerprint: fingerprintOf(value) })),
    notes: env.notes,
  };
}

const isValue = (value: string | undefined): boolean =>
  value !== undefined && value !== '' && !isOnlyPlaceholder(value);

const wanted = (name: string, value: string): Wanted => ({ name, value, exact: true, named: true });
