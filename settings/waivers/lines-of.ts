/** Where an entry of a waivers file stands, so that a correction can name its lines. Pure. */
import { isMap, isScalar, type YAMLSeq } from 'yaml';
import type { WaiverLines } from '../../verdicts/release/waivers/waiver.js';

/** Undefined when its lines hold more than the entry alone, as in a file that is JSON. */
export function linesOf(
  text: string,
  list: YAMLSeq,
  index: number,
  lineAt: (offset: number) => number,
): WaiverLines | undefined {
  const item = list.items[index];
  if (list.flow === true || !isMap(item) || item.flow === true || item.range == null) return undefined;
  const lines = text.split(/\r?\n/);
  const expires = item.items.find(({ key }) => isScalar(key) && key.value === 'expires')?.key;
  const from = lineAt(item.range[0]);
  // The range ends behind the line end of the last value.
  const to = lineAt(Math.max(item.range[0], item.range[1] - 1));
  const at = isScalar(expires) && expires.range != null ? lineAt(expires.range[0]) - from : -1;
  const own = lines.slice(from - 1, to);
  const [first = ''] = own;
  if (!/^\s*- /.test(first) || at < 0) return undefined;
  while (own.length > at + 1 && own.at(-1)?.trim() === '') own.pop();
  return { from, text: own, expires: at };
}
