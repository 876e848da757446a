/** Ways in which a fixed word is missed: case, blanks, length, quotes, other types. */
import { otherTypes } from './other-types.js';
import type { NamedValue } from './violation.js';

/** Who compares at all takes no other type; but null is often taken for an absent member, and a list for its entry. */
const typeRanks: ReadonlyMap<string, number> = new Map([
  ['null-instead', 2],
  ['wrapped-in-a-list', 4],
]);

export function constMutations(word: string): readonly NamedValue[] {
  const swapped = [...word].map((c) => (c === c.toLowerCase() ? c.toUpperCase() : c.toLowerCase())).join('');
  const first = word.charAt(0);
  const otherFirst = first === first.toLowerCase() ? first.toUpperCase() : first.toLowerCase();
  return [
    ['empty', 'empty', '', 3],
    ['in-lower-case', 'in lower case', word.toLowerCase(), 1],
    ['in-upper-case', 'in upper case', word.toUpperCase(), word === word.toLowerCase() ? 1 : undefined],
    ['in-swapped-case', 'in swapped case', swapped],
    ['first-letter-in-other-case', 'first letter in other case', otherFirst + word.slice(1)],
    ['a-blank-before', 'a blank before', ` ${word}`],
    ['a-blank-behind', 'a blank behind', `${word} `, 2],
    ['a-tab-behind', 'a tab behind', `${word}\t`],
    ['a-line-end-behind', 'a line end behind', `${word}\n`],
    ['a-blank-inside', 'a blank inside', `${word.slice(0, 3)} ${word.slice(3)}`],
    ['extended-by-a-letter', 'extended by a letter', `${word}s`],
    ['extended-by-a-word', 'extended by a word', `${word},${word}`],
    ['cut-by-a-letter', 'cut by a letter', word.slice(0, -1)],
    ['only-the-first-letter', 'only the first letter', first],
    ['in-quotes', 'in quotes', `"${word}"`],
    ['a-zero-width-space-behind', 'a zero-width space behind', `${word}\u200B`],
    ...otherTypes('string', word).map(([slug, label, value]): NamedValue => [slug, label, value, typeRanks.get(slug)]),
  ];
}
