/** Foldings of letters that many languages and databases share. Sources: Unicode 15, chapters 3.13 and 5.18. */

/** Maps each code point by itself, and only where it stays one: what the simple case mappings of Unicode do. */
const simply = (text: string, map: (character: string) => string): string =>
  Array.from(text, (character) => {
    const mapped = map(character);
    return Array.from(mapped).length === 1 ? mapped : character;
  }).join('');

export const simpleUpper = (text: string): string => simply(text, (character) => character.toUpperCase());

/** U+0130 is the only letter whose full lower case is longer than its simple one. */
export const simpleLower = (text: string): string =>
  simply(text, (character) => (character === '\u0130' ? 'i' : character.toLowerCase()));

/** Simple case folding: one code point for each (CaseFolding.txt, C and S). */
export const simpleFold = (text: string): string =>
  simply(text, (character) => {
    // The Turkish letters fold to nothing else.
    if (character === '\u0130' || character === '\u0131') return character;
    const lower = simpleLower(character);
    return simpleLower(simpleUpper(lower));
  });

/** Full case folding (CaseFolding.txt, C and F). */
export const fullFold = (text: string): string =>
  Array.from(text, (character) =>
    character === '\u0131' ? character : character.toLowerCase().toUpperCase().toLowerCase(),
  ).join('');

/** Without the combining marks of Latin, Greek and Cyrillic. */
export const withoutAccents = (text: string): string => text.normalize('NFD').replace(/[\u0300-\u036f]/g, '');

/** U+FF01 to U+FF5E and the ideographic space as ASCII. */
export const narrowAscii = (text: string): string =>
  text
    .replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replaceAll('\u3000', ' ');

export const hiraganaOf = (text: string): string =>
  text.replace(/[\u30a1-\u30f6]/g, (katakana) => String.fromCharCode(katakana.charCodeAt(0) - 0x60));
