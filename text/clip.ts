/** Bounds what a report shows: a text cut at a length, never through the middle of a surrogate pair. */

export interface Clipped {
  readonly text: string;
  /** True when something was left out; a report then says so. */
  readonly cut: boolean;
}

/** The first `limit` UTF-16 code units of a text, one fewer where the bound would split a pair. */
export function clip(text: string, limit: number): Clipped {
  if (text.length <= limit) return { text, cut: false };
  const last = text.charCodeAt(limit - 1);
  const splitsPair = last >= 0xd800 && last <= 0xdbff;
  return { text: text.slice(0, splitsPair ? limit - 1 : limit), cut: true };
}

/** A text of at most `limit` code units and, when something was left out, a word that says how much. */
export function clipped(text: string, limit: number): string {
  const short = clip(text, limit);
  return short.cut ? `${short.text} … (cut, ${text.length} characters in all)` : text;
}
