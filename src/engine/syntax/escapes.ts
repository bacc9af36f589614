const simple: Readonly<Record<string, string>> = {
  n: '\n',
  r: '\r',
  t: '\t',
  '\\': '\\',
  "'": "'",
  '"': '"',
  '`': '`',
  '\n': '',
};

/** The value of text between quotes that knows the escapes most languages share; undefined where another one stands. */
export function unescapeCommon(raw: string): string | undefined {
  let known = true;
  const value = raw.replace(/\\(\r\n|[\s\S])/g, (_, escaped: string) => {
    const meant = escaped === '\r\n' ? '' : simple[escaped];
    if (meant === undefined) known = false;
    return meant ?? '';
  });
  return known ? value : undefined;
}
