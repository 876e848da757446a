/** Well-formed org ids and channel definition names that belong to somebody else. Pure. */
import type { NamedValue } from './violation.js';

export function otherOrgs(orgId: string): readonly NamedValue<string>[] {
  const other = (character: string): string => (character === '7' ? '8' : '7');
  const at = (index: number): string => orgId.slice(0, index) + other(orgId.charAt(index)) + orgId.slice(index + 1);
  const rows: readonly NamedValue<string>[] = [
    ['last-character-changed', 'last character changed', at(14)],
    ['first-character-changed', 'first character changed', at(0)],
    ['a-character-in-the-middle-changed', 'a character in the middle changed', at(8)],
    ['letters-in-swapped-case', 'letters in swapped case', inSwappedCase(orgId), 1],
    ['an-org-of-zeros', 'an org of zeros', '00D000000000000'],
  ];
  return rows.filter(([, , value]) => value !== orgId);
}

/** The prefix may itself hold underscores, so only changes of the first word are surely another prefix. */
export function otherPrefixes(context: string): readonly NamedValue<string>[] {
  const cut = context.indexOf('_');
  const [word, rest] = [context.slice(0, cut), context.slice(cut)];
  const rows: readonly NamedValue<string>[] = [
    ['another-prefix', 'another prefix', `Stranger9${rest}`],
    ['the-prefix-extended', 'the prefix extended', `${word}x${rest}`, 1],
    // Another letter than the one behind: they would come out alike for a prefix of that letter alone.
    ['the-prefix-with-a-letter-before-it', 'the prefix with a letter before it', `z${word}${rest}`],
    ['a-prefix-put-before-the-whole', 'a prefix put before the whole', `Stranger9_${context}`],
    ...(word.length > 1 ? ([['the-prefix-cut', 'the prefix cut', `${word.slice(0, -1)}${rest}`]] as const) : []),
    ['the-prefix-in-upper-case', 'the prefix in upper case', `${word.toUpperCase()}${rest}`],
    ['the-prefix-in-lower-case', 'the prefix in lower case', `${word.toLowerCase()}${rest}`],
    ['the-prefix-in-swapped-case', 'the prefix in swapped case', `${inSwappedCase(word)}${rest}`],
  ];
  return rows.filter(([, , value], index) => {
    return value !== context && rows.findIndex(([, , other]) => other === value) === index;
  });
}

function inSwappedCase(text: string): string {
  return [...text].map((c) => (c === c.toLowerCase() ? c.toUpperCase() : c.toLowerCase())).join('');
}
