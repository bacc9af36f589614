// Names as words, as `wordsOf` gives them: `mistral api key`.

/** `new MistralClient(` → `new mistral client`; `X-API-Key` → `x api key`; `OPENAI_KEY2` → `openai key2`. */
export const wordsOf = (text: string): string =>
  text
    .replace(/([a-z0-9])([A-Z])|([A-Z])([A-Z][a-z])/g, '$1$3 $2$4')
    .replace(/[^A-Za-z0-9]+/g, ' ')
    .trim()
    .toLowerCase();

/** A name that says its value is secret. */
export const secretName =
  /\b(?:api ?keys?|keys?|tokens?|secrets?|passwords?|passwd|pwd|credentials?|creds?|auth|authorization|bearer|pat)\b/;

/** What a key is of when it opens nothing: `cache key`, `public key`, `csrf token`. */
const harmlessKeys =
  'md5|sha1|sha256|hmac|public|pub|primary|foreign|cache|sort|partition|index|row|hash|range|routing|shard|idempotency|translation|i18n|object|map|start|end|document|doc|dedupe?|page|pagination|continuation|next|csrf|xsrf|authenticity|verification|session|upload|request|item|cancellation|react|query|lookup|group|sync|resume|cursor|join|unique|composite|natural|surrogate|search|menu|hot|shortcut|image|block|commit|build|device|push|publishable|anon|site|write|vapid|job|file|redis|aggregation|message|msg|trace|span|event|record|state|config|setting|data|asset|style|theme|locale|label|node|column|field|property|prop|attribute|tag|s3|storage object|feature|registry|gpg|pgp|minisign|authorized|host|deploy ssh|ssh public|unexpected|string|json|yaml|header|param|parameter|sequence|order|line|from|entry|mini|trusted|apt';

/** Names that only sound like a secret's, or name something else. */
export const otherName = new RegExp(
  [
    String.raw`\b(?:${harmlessKeys}) ?(?:keys?|tokens?)$`,
    String.raw`\b(?:ids?|uuid|guid|sid|names?|url|uri|path|endpoint|host|region|version|model|voice|deployment|files?|trace|span|request|bucket|prefix|suffix|label|env|hint|ref|type|count|length|size|index|state|mode|status|title|description|secure|encrypted|ciphertext|sealed|placeholder|pattern|regex|expires|expiry|created|updated)$`,
    String.raw`\b(?:hash|sha|sha1|sha256|sha512|md5|digest|checksum|sum|etag|commit|revision|rev|integrity|fingerprint|thumbprint|nonce|salt|iv|signature|sig)$`,
    String.raw`\btoken (?:count|limit|type)\b|\bmax tokens\b|\btokenizer\b|\bkey (?:type|code|length|size)\b`,
  ].join('|'),
);

/** A name that ends as a secret's does; a bare `key` is the name of everything. */
export const endsAsSecret =
  /\b(?:(?!(?:the|a|my|this) )[a-z0-9]+ keys?|(?:api|access|secret|private|auth|account|master)keys?|tokens?|secrets?|passwords?|passwd|pwd|passphrase|credentials?|auth)$/;
/** A name of which that one word is all. */
export const bareName =
  /^(?:(?:const|let|var|my|local|export|static|final|public|private|readonly|string|str|val|auto|self|this|config|options|set) )*(?:keys?|tokens?|secrets?|auth|passwords?|value|string)$/;

/** A name that says it is a credential and not whose: `api key`, `x api key`, `const token`. */
export const isPlainName = (words: string): boolean => words.split(' ').every((word) => plainWords.has(word));

const plainWords = new Set(
  'const let var my with client set get api_key local export static final public private readonly string str val auto self this config options set x api app application access secret private auth authorization bearer basic header headers key keys apikey token tokens password passwd pwd credential credentials user login add append put get default the our shared invalid incorrect provided env environ os process settings'.split(
    ' ',
  ),
);

/** Calls that take a credential: constructors, and what logs in or configures. */
export const takers =
  /(?:^|[.:>\s(=])(?:[A-Z]\w*|\w*(?:[Cc]lient|[Ll]og_?[Ii]n|[Cc]onfig\w*|[Cc]onnect|[Aa]uth\w*|[Kk]ey|[Tt]oken|new)|require\(["'][\w@/-]+["']\))$/;
