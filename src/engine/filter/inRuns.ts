/** Of what the patterns that enclose a key need: what stands inside of a long run in every match. */
export const inRuns = (needs: readonly (string | undefined)[]): readonly string[] =>
  needs.filter((one) => one !== undefined).filter((one) => !toldBySigns.has(one));

/** What the module looks for by itself. */
const toldBySigns: ReadonlySet<string> = new Set([
  ...['://', '@tcp(', 'jdbc:', 'host='],
  ...['PRIVATE KEY', 'service_account', 'gserviceaccount.com', 'xoxd-'],
  ...['!', ':A'],
]);

export const bytesOf = (text: string): readonly number[] =>
  Array.from(text, (character) => character.charCodeAt(0));
