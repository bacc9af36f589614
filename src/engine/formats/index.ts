import type { ConfigText, Format } from './configText';
import { ini } from './ini';
import { jsonc } from './jsonc';
import { lines } from './lines';
import { toml } from './toml';
import { xml } from './xml';
import { yaml } from './yaml';

/** What config files are written in. */
export const formats = {
  jsonc: guarded(jsonc),
  yaml: guarded(yaml),
  toml: guarded(toml),
  ini: guarded(ini),
  xml: guarded(xml),
  lines: guarded(lines),
} as const satisfies Readonly<Record<string, Format>>;

export type FormatId = keyof typeof formats;

/** What is nested so deep that the stack does not hold it is broken. */
function guarded(format: Format): Format {
  return (text) => {
    try {
      return format(text);
    } catch (error) {
      if (error instanceof RangeError) return nothing;
      throw error;
    }
  };
}

const nothing: ConfigText = {
  values: [],
  data: undefined,
  comments: [],
  replacements: () => [],
  removal: () => undefined,
  addition: () => undefined,
};
