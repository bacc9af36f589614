import { isSecretName, mayBeSecret } from '../detectors/secretValue';
import type { SourceDocument } from '../model/document';
import { t } from '../text/l10n';
import { once } from '../text/once';
import { contains } from '../text/span';
import type { Analyser, Problem } from './analyser';
import { dockerRuns } from './dockerRuns';
import { type DockerVariable, dockerVariables } from './dockerVariables';

export const dockerfile = {
  id: 'dockerfile',
  claims: {
    languageIds: ['dockerfile'],
    names: /^(?:Dockerfile|Containerfile)(?:\.[\w.-]+)?$|\.(?:dockerfile|containerfile)$/i,
  },
  places: (document) => {
    const variables = once(() => dockerVariables(document.text));
    const commands = once(() => dockerRuns(document.text).runs);
    return (key) => {
      const variable = variables().find((item) => contains(item.valueSpan, key));
      if (variable === undefined)
        return { kind: commands().some(({ command }) => contains(command, key)) ? 'docker-command' : 'text' };
      return { kind: 'docker-variable', instruction: variable.instruction, name: variable.name };
    };
  },
  check,
} as const satisfies Analyser;

/** `dockerfile-env-key`: a literal under a secret's name. Recognised keys are found on their own and win. */
function check(document: SourceDocument): readonly Problem[] {
  return secretVariables(document).map(({ instruction, name, span }) => ({
    rule: 'dockerfile-env-key',
    severity: 'error' as const,
    span,
    subject: name,
    message: t(
      '{0} is set by {1}: anyone with the image can read its value. Pass it at run time.',
      name,
      instruction,
    ),
  }));
}

/** Variables that are secrets by their names. */
export const secretVariables = ({ text }: Pick<SourceDocument, 'text'>): readonly DockerVariable[] =>
  dockerVariables(text).filter(({ name, value }) => isSecretName(name) && mayBeSecret(value));
