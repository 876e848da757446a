/** Names of relations of two texts, made from their code points. Pure. */
import { describeCodePoint } from '../../../text/code-points.js';

/** `U+00E9 LATIN SMALL LETTER E WITH ACUTE for "e"`; what both begin or end with is left out. */
export function pairName(plain: string, other: string): string {
  const [one, two] = [Array.from(plain), Array.from(other)];
  let start = 0;
  while (start < one.length && start < two.length && one[start] === two[start]) start += 1;
  let end = 0;
  while (end < one.length - start && end < two.length - start && one.at(-1 - end) === two.at(-1 - end)) end += 1;
  return `${told(two.slice(start, two.length - end))} for ${told(one.slice(start, one.length - end))}`;
}

const mostDescribed = 2;

function told(characters: readonly string[]): string {
  const text = characters.join('');
  if (text === '') return 'nothing';
  if (/^[!-~]+$/.test(text)) return JSON.stringify(text);
  const describe = (one: string): string => describeCodePoint(one.codePointAt(0) ?? 0);
  if (characters.length <= mostDescribed) return characters.map(describe).join(' and ');
  return characters
    .map((one) => `U+${(one.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`)
    .join(' ');
}

/** The code points as a part of a slug: `65-301`. */
export function hexSlug(text: string): string {
  return Array.from(text, (one) => (one.codePointAt(0) ?? 0).toString(16)).join('-');
}
