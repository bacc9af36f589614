// What a value is where its place and its name say that it is a secret, and its form says nothing.

import { otherName, wordsOf } from './credentialNames';
import { entropy, isOnlyPlaceholder, placeholderReason, usualPairs } from './placeholder';

/** Names that Docker's own check `SecretsUsedInArgOrEnv` flags, by whole words; `PUBLIC` makes an exception. Source: https://docs.docker.com/reference/build-checks/secrets-used-in-arg-or-env/, read 2026-11-23. */
const secretWords = /(?:^|_)(?:API_?KEY|KEY|SECRET|TOKEN|PASSWORD|PASSWD|PWORD|AUTH|CREDENTIALS?)$/i;
const publicWords = /(?:^|_)PUBLIC(?:_|$)/i;

/** Whether a variable's name says that its value is a secret. */
export const isSecretName = (name: string): boolean =>
  secretWords.test(name) && !publicWords.test(name) && !otherName.test(wordsOf(name));

/** Settings that are called as secrets are: the key of a cache, the name of an object that holds a secret. */
export const isOtherSetting = (name: string): boolean =>
  /^key$|existing[_ .-]?secret[\w.-]*$|pull[_ .-]?secrets?$|secret[_ .-]?(?:name|ref)$|(?:project|restore|topic|cert(?:ificate)?|storage|wrong|error)[_ .-]?(?:keys?|password)$/i.test(
    name,
  );

/** A value that names another one: `$X`, `${X}`, `{{ x }}`, `%X%`, `@app.x` of Symfony, a path to a secret file, an address. */
const reference =
  /\$|\{\{|^\{\w+:|%[\w.:()-]+%|^@[A-Za-z_]\w*(?:[.\\]\w+)+$|^\/|^\.{1,2}\/|^[a-z][\w.+-]{1,20}:(?:\/\/|[a-z]+[:/])|^[a-z][\w.-]*(?:\/[\w.-]+)+$/;

/** What stands for a value in a store, or is encrypted: `op://…`, `os.environ/X`, `vault:…`, `ENC[…]`, `encrypted:…`. */
const stored =
  /^(?:op|vault|secrets?|keychain|env|file|ssm|encrypted|sops|akv|ref\+\w+)[:/]|^os\.environ\/|^ENC[[(]|^\$ANSIBLE_VAULT|^arn:|^projects\/[\w-]+\/secrets\//;

export const isReference = (value: string): boolean => reference.test(value) || stored.test(value);

/** What is public, or says how and not what: keys of others, fingerprints, modes, stand-ins. */
const publicValue =
  /^(?:ssh-|ecdsa-|RW[\w+/]{50}|(?:0x)?[0-9A-F]{16,40}$|[\w.]+@|dummy|none|undefined|null|true|false|basic|negotiate|kerberos|digest|disabled|enabled|required|optional|[0-]+$|[A-Z]+(?:_[A-Z]+){2,}$)/;

/** Whether a value may be a secret, where its name says that it is one: no reference, nothing public, no stand-in. */
export const mayBeSecret = (value: string): boolean =>
  value.length >= 8 && !isReference(value) && !publicValue.test(value) && !isOnlyPlaceholder(value);

/**
 * The same for files that give services of tests and samples a password too: `postgres`, `password123`, `test-token` open
 * nothing. What is left is long, or of several kinds of characters, and reads like no word.
 */
export const looksSecret = (value: string): boolean => {
  if (!mayBeSecret(value) || /\s/.test(value) || placeholderReason(value) !== undefined) return false;
  if (
    /^(?:test|dev|local|ci|demo|default|admin|root|user|pass|my|postgres|mysql|secret|password)/i.test(
      value,
    ) ||
    /^cGFzc3dvcmQ=?$/.test(value) // `password` in Base64
  )
    return false;
  if (
    value
      .split(/[-_.:/]/)
      .every((part) => /^(?:[a-z]*(?:[A-Z][a-z]+)*|[A-Z]*|[vV]?\d+|[a-z]{1,2}\d{1,2}[a-z]{0,2})$/.test(part))
  )
    return false; // `cache-v2-Linux`, `m7i.xlarge`
  if (isNameOfObject(value)) return false;
  const kinds = [/[a-z]/, /[A-Z]/, /\d/, /[^\w]/].filter((kind) => kind.test(value)).length;
  return /\d/.test(value) && (value.length >= 16 ? kinds >= 2 : kinds >= 3) && entropy(value) >= 2.8;
};

/** `team42-redis-auth`, `id_ed25519_deploy2024x`: words, some with a number behind them, and no part that is drawn. */
function isNameOfObject(value: string): boolean {
  if (/^id_(?:rsa|dsa|ecdsa|ed25519)(?:_|$)/.test(value)) return true;
  if (value.length > 128 || /^[\da-f-]{20,}$/i.test(value)) return false;
  const parts = value.split(/[-_.:/@\\]/);
  if (parts.length > 2 && parts.every(({ length }) => length >= 4 && length === parts[0]?.length))
    return false; // a licence key
  const words = parts.flatMap((part) => /^([A-Z]?[a-z]{2,}|[A-Z]{3,})\d{0,4}$/.exec(part)?.[1] ?? []);
  const own = words.filter(({ length }) => length >= 3);
  if (parts.length < 2 || usualPairs(own.join(' ')) < 0.6 || parts.some(looksDrawn)) return false;
  return own.length >= 2 || (own.some(({ length }) => length >= 6) && parts.every((part) => tame.test(part)));
}

/** `ES256`, `2024`, `prod42x`, `db` */
const tame = /^(?:[A-Za-z]{0,8}\d{0,5}[a-z]{0,2}|[a-z]+)$/;

/** Switches between letters and digits, both cases, signs, or letters that stand in no word. */
const looksDrawn = (part: string): boolean =>
  /[^A-Za-z\d]/.test(part) ||
  (/[a-z]/.test(part) && /.[A-Z]/.test(part)) ||
  (part.match(/[A-Za-z](?=\d)|\d(?=[A-Za-z])/g) ?? []).length >= 3 ||
  (/[A-Za-z]{8}/.test(part) && usualPairs(part) < 0.5);

/** Whether what stands in the place of a name may be shown: a value that was pasted there alone may not. */
export const isShowableName = (name: string): boolean =>
  name.length <= 64 &&
  (/^[A-Z_][A-Z0-9_]*$/.test(name) ? !longCapitals.test(name) : !/\d/.test(name) || !looksLikeValue(name));

/** No word of a name is as long as this: ids of AWS, codes in base32, digests. */
const longCapitals = /(?:^|_)(?=[A-Z]*\d)[A-Z\d]{16}|[A-Z\d]{28}/;

const looksLikeValue = (name: string): boolean =>
  name.length >= 12 && /[A-Z]/.test(name) && /[a-z]/.test(name);
