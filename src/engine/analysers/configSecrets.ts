import { wordsOf } from '../detectors/credentialNames';
import { isOtherSetting, isSecretName, isShowableName, looksSecret } from '../detectors/secretValue';
import type { FileFacts, SourceDocument } from '../model/document';
import { t } from '../text/l10n';
import { baseName } from '../text/path';
import type { Span } from '../text/span';
import type { Problem } from './analyser';

/** A value of a tool's file with the name that announces it. */
export interface NamedSecret {
  /** As the file has it. */
  readonly name: string;
  /** What a variable of this value is called; the name itself where it is absent. */
  readonly variable?: string;
  readonly value: string;
  readonly span: Span;
  readonly subject: string;
  /** The variable that it becomes, where nothing else says so. */
  readonly envName?: string;
}

/** `shopToken` of a properties file, `ORG_GRADLE_PROJECT_shopToken` as a variable: either may say it. */
const isSecret = ({ name, variable = name }: NamedSecret): boolean =>
  !isOtherSetting(name) && (isSecretName(variable) || isSecretName(wordsOf(name).replaceAll(' ', '_')));

/** `config-secret`: literals where a secret belongs. Recognised keys are found on their own and win. */
export function configSecrets(
  { path }: SourceDocument,
  facts: FileFacts,
  values: readonly NamedSecret[],
): readonly Problem[] {
  const isIgnored = facts.ignored === true && facts.tracked !== true;
  const file = baseName(path);
  return values
    .filter((one) => isSecret(one) && looksSecret(one.value))
    .map(({ name, span, subject, envName }): Problem => {
      const shown = isShowableName(name) ? name : t('A secret');
      return {
        rule: 'config-secret',
        severity: isIgnored ? 'info' : 'error',
        span,
        subject,
        message: isIgnored
          ? t('{0} stands in {1}, which git ignores. Move it to .env.', shown, file)
          : t('{0} stands in {1}: everyone with the file can read it. Move it to .env.', shown, file),
        ...(envName === undefined ? {} : { envName }),
      };
    });
}
