import { isPublicName } from '../detectors/publicNames';
import { t } from '../text/l10n';

/**
 * Names that programs, shells and loaders treat specially: a key under one of them would change how they run. The
 * lists of Node.js, Python, bash and ld.so, read 2026-11-25.
 */
const special =
  /^(?:NODE_(?:OPTIONS|PATH|ENV|EXTRA_CA_CERTS|TLS_REJECT_UNAUTHORIZED)|PYTHON[A-Z]+|LD_\w+|DYLD_\w+|BASH_ENV|BASHOPTS|SHELLOPTS|PROMPT_COMMAND|PATH|ENV|IFS|CDPATH|HOME|USER|LOGNAME|SHELL|PWD|OLDPWD|TERM|LANG|LC_\w+|TZ|TMPDIR|TEMP|TMP|HOSTNAME|UID|EUID|PPID|PS[0-4]|EDITOR|VISUAL|PAGER|DISPLAY|JAVA_TOOL_OPTIONS|_JAVA_OPTIONS|JDK_JAVA_OPTIONS|RUBYOPT|RUBYLIB|PERL5(?:OPT|LIB)|GIT_\w+|GOFLAGS|GOPATH|GOROOT|PHPRC|PORT|HOST|CI|DEBUG)$/;

/** Whether something else than the project reads or sets a name. */
export const isSpecialName = (name: string): boolean => special.test(name);

/** Why a variable cannot have a name; undefined where it can. Every reader takes `A-Z`, digits and `_`, no digit first. */
export const formRefusal = (name: string): string | undefined =>
  /^[A-Za-z_]\w*$/.test(name) ? undefined : t('{0} is no name that every env reader takes.', name);

/** Why a key cannot have a name; undefined where it can. */
export function nameRefusal(name: string): string | undefined {
  const form = formRefusal(name);
  if (form !== undefined) return form;
  if (isSpecialName(name)) return t('{0} is a name that other programs read. Choose another one.', name);
  if (isPublicName(name))
    return t('The prefix of {0} puts its value into browser code. Choose a name without it.', name);
  return undefined;
}
