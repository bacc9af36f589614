import type { RustProgram } from './rustProgram';

/**
 * How a place takes the `String` that stands where a `&'static str` stood. `borrowed` is `&…`, for places of a known
 * type; `str` is `&*…`, which is a `&str` without being asked for it; both end with their statement, save in a `let`.
 * `leaked` and `static` live as long as the literal did, and leave the string in memory for that.
 */
export type FormName = 'owned' | 'into' | 'borrowed' | 'str' | 'leaked' | 'static';

/** The minor version that has `String::leak`. */
const leakSince = 72;

/** The code of a `String`, in a form. */
export function written({ minor }: RustProgram, form: FormName, code: string): string {
  const leaked = minor < leakSince ? `Box::leak(${code}.into_boxed_str())` : `${code}.leak()`;
  switch (form) {
    case 'owned':
      return code;
    case 'into':
      return `${code}.into()`;
    case 'borrowed':
      return `&${code}`;
    case 'str':
      return `&*${code}`;
    case 'leaked':
      return leaked;
    case 'static':
      return `&*${leaked}`;
    default:
      return form satisfies never;
  }
}
