import { isEnvFile } from '../analysers/envFiles';
import type { Finding } from '../model/finding';
import { placeFingerprint } from '../scan/fingerprint';
import type { Encoding } from '../text/encoding';
import { t } from '../text/l10n';
import { baseName } from '../text/path';

/**
 * `env-encoding`: an env file that not every reader takes. With a byte order mark Node.js, Vite and Deno lose the first name;
 * UTF-16, as PowerShell writes it with `>`, none but dotenvx reads. Measured 2026-11-23.
 */
export function envEncoding(path: string, encoding: Encoding): Finding | undefined {
  const isUtf16 = encoding.startsWith('utf16');
  if (!isEnvFile(path) || !(isUtf16 || encoding === 'utf8-bom')) return undefined;
  const start = { line: 0, character: 0 };
  const rule = 'env-encoding';
  return {
    rule,
    category: 'hygiene',
    provider: null,
    severity: 'warning',
    file: path,
    span: { start: 0, end: 0 },
    range: { start, end: start },
    preview: '',
    fingerprint: placeFingerprint(rule, path, baseName(path)),
    message: isUtf16
      ? t('{0} is saved as UTF-16, which env readers cannot read. Save it as UTF-8 first.', baseName(path))
      : t(
          '{0} begins with a byte order mark: Node.js, Vite and Deno lose its first name. Save it as UTF-8 without.',
          baseName(path),
        ),
  };
}
