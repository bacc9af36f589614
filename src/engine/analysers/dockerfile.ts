import { otherName, wordsOf } from '../detectors/credentialNames';
import { isOnlyPlaceholder } from '../detectors/placeholder';
import type { SourceDocument } from '../model/document';
import { t } from '../text/l10n';
import { contains } from '../text/span';
import type { Analyser, Problem } from './analyser';
import { dockerVariables } from './dockerVariables';

export const dockerfile = {
  id: 'dockerfile',
  claims: {
    languageIds: ['dockerfile'],
    names: /^(?:Dockerfile|Containerfile)(?:\.[\w.-]+)?$|\.(?:dockerfile|containerfile)$/i,
  },
  place: (document, key) => {
    const variable = dockerVariables(document.text).find((item) => contains(item.valueSpan, key));
    if (variable === undefined) return { kind: 'text' };
    return { kind: 'docker-variable', instruction: variable.instruction, name: variable.name };
  },
  check,
} as const satisfies Analyser;

/** Names that Docker's own check `SecretsUsedInArgOrEnv` flags, by whole words; `PUBLIC` makes an exception. Source: https://docs.docker.com/reference/build-checks/secrets-used-in-arg-or-env/, read 2026-11-23. */
const secretWords = /(?:^|_)(?:API_?KEY|KEY|SECRET|TOKEN|PASSWORD|PASSWD|PWORD|AUTH|CREDENTIALS?)$/i;
const publicWords = /(?:^|_)PUBLIC(?:_|$)/i;

/** A value that names another one: `$X`, `${X}`, a path to a secret file. */
const reference = /\$|^\/|^\.{1,2}\/|^[a-z][\w.+-]{1,20}:(?:\/\/|[a-z]+[:/])|^[a-z][\w.-]*(?:\/[\w.-]+)+$/;

/** What is public, or says how and not what: keys of others, fingerprints, modes, stand-ins. */
const publicValue =
  /^(?:ssh-|ecdsa-|RW[\w+/]{50}|(?:0x)?[0-9A-F]{16,40}$|[\w.]+@|dummy|none|undefined|null|true|false|basic|negotiate|kerberos|digest|disabled|enabled|required|optional|[0-]+$)/;

const isSecretName = (name: string): boolean =>
  secretWords.test(name) && !publicWords.test(name) && !otherName.test(wordsOf(name));

/** `dockerfile-env-key`: a literal under a secret's name. Recognised keys are found on their own and win. */
function check(document: SourceDocument): readonly Problem[] {
  return dockerVariables(document.text)
    .filter(({ name, value }) => isSecretName(name) && !reference.test(value) && !publicValue.test(value))
    .filter(({ value }) => value.length >= 8 && !isOnlyPlaceholder(value))
    .map(({ instruction, name, span }) => ({
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
