/** What is wrong with one setting, told so that the reader can mend it, and the answer of a check. */

export interface SettingProblem {
  /** Name of the environment variable or flag: `SF_ORG_ID`, `--base-url`. */
  readonly setting: string;
  /** What it should look like, in words. */
  readonly expected: string;
  /** One value that would do. */
  readonly example: string;
  /** What was there instead; never a token. */
  readonly found: string;
  /** Where it was read from, or where it was looked for in vain. */
  readonly where: string;
  /** What to do, when it can be told. */
  readonly advice?: string;
}

/** What a check of one value says; `warnings` are told and do not stop the run. */
export type Checked<T> =
  | { readonly ok: true; readonly value: T; readonly warnings: readonly string[] }
  | { readonly ok: false; readonly found: string; readonly advice?: string };

export function fine<T>(value: T, ...warnings: readonly string[]): Checked<T> {
  return { ok: true, value, warnings };
}

export function malformed(found: string, advice?: string): Checked<never> {
  return advice === undefined ? { ok: false, found } : { ok: false, found, advice };
}
