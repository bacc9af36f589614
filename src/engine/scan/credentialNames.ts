// Names as words, as `wordsOf` gives them: `mistral api key`.

/** A name that says its value is secret. */
export const secretName =
  /\b(?:api ?keys?|keys?|tokens?|secrets?|passwords?|passwd|pwd|credentials?|creds?|auth|authorization|bearer|pat|subscription key)\b/;
/** And names that only sound like it, or name something else. */
export const otherName = new RegExp(
  [
    /\b(?:public|pub|primary|foreign|cache|sort|partition|index|row|hash|range|routing|shard|idempotency|translation|object|map|start|document|dedupe|page|continuation|next|csrf|xsrf|session|upload|request|item|cancellation|refresh count|react|query|lookup|group|sync|resume|cursor|join|unique|composite|natural|surrogate|search|menu|hot|shortcut|image|block|commit|build|device|push|publishable|anon) ?(?:keys?|tokens?)$/,
    /\b(?:ids?|uuid|guid|sid|name|names|url|uri|path|endpoint|host|region|version|model|voice|deployment|file|files|trace|span|request|bucket|prefix|label|env|hint|ref|type|count|length|size|index)$/,
    /\b(?:hash|sha|sha1|sha256|md5|digest|checksum|etag|commit|revision|rev|integrity|fingerprint|thumbprint|nonce|salt|signature|sig)$/,
    /\btoken (?:count|limit|type)\b|\bmax tokens\b|\btokenizer\b|\bkey (?:type|code|length|size)\b/,
  ]
    .map(({ source }) => source)
    .join('|'),
);
/** A name that ends as a secret's does; a bare `key` is the name of everything. */
export const endsAsSecret =
  /\b(?:(?!(?:the|a|my|this) )[a-z0-9]+ keys?|(?:api|access|secret|private|auth|account|master)keys?|tokens?|secrets?|passwords?|passwd|pwd|passphrase|credentials?|auth)$/;
/** A name of which that one word is all. */
export const bareName = /^(?:keys?|tokens?|secrets?|auth|passwords?|value|string)$/;

/** Calls that take a credential: constructors, and what logs in or configures. */
export const takers =
  /(?:^|[.:>\s(=])(?:[A-Z]\w*|\w*(?:[Cc]lient|[Ll]og_?[Ii]n|[Cc]onfig\w*|[Cc]onnect|[Aa]uth\w*|[Kk]ey|[Tt]oken|new))$/;
