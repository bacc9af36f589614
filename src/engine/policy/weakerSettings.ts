import type { Severity } from '../model/finding';
import { defaultSettings, parseSettings } from '../model/settings';
import { t } from '../text/l10n';
import { isStricter } from './inForce';

/** A setting of a workspace that asks for less than Keystow does by itself. */
export interface WeakerSetting {
  /** Its name without the section: `severity`. */
  readonly key: 'enable' | 'exclude' | 'maxFileSize' | 'severity';
  /** What it means, as a piece of a sentence: `aws-access-key-id is off, by default error`. */
  readonly meaning: string;
}

/**
 * Where what a workspace brings along asks for less than Keystow does by itself: whoever opens it has not chosen that.
 *
 * @param given the workspace's own settings, as they are written.
 */
export function weakerSettings(
  given: Readonly<Record<string, unknown>>,
  severityOfRule: (rule: string) => Severity | 'off' | undefined,
): readonly WeakerSetting[] {
  const { enable, exclude, maxFileSize, severity } = parseSettings(given).settings;
  return [
    ...(enable ? [] : [{ key: 'enable', meaning: t('nothing is scanned') } as const]),
    ...Object.entries(severity).flatMap(([rule, asked]) => {
      const usual = severityOfRule(rule);
      if (usual === undefined || !isStricter(usual, asked)) return [];
      return [{ key: 'severity', meaning: t('{0} is {1}, by default {2}', rule, asked, usual) } as const];
    }),
    ...exclude
      .filter((glob) => !defaultSettings.exclude.includes(glob))
      .map((glob) => ({ key: 'exclude', meaning: t('{0} is not scanned', glob) }) as const),
    ...(maxFileSize < defaultSettings.maxFileSize
      ? [{ key: 'maxFileSize', meaning: t('files over {0} KB are not scanned', maxFileSize) } as const]
      : []),
  ];
}
