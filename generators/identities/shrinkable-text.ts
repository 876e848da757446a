/** Texts as lists of code points that fast-check can shrink without having drawn them: to fewer, then to plainer ones. */
import { fc } from '../fast-check.js';

const firstPlain = 0x61;
const surrogates = 0x800;
const all = 0x110000 - surrogates;

/** Code points counted from `a`, so that the smallest number is the plainest letter; surrogates are left out. */
function toCodePoint(number: number): number {
  const shifted = (number + firstPlain) % all;
  return shifted < 0xd800 ? shifted : shifted + surrogates;
}

function fromCodePoint(codePoint: number): number {
  const packed = codePoint < 0xd800 ? codePoint : codePoint - surrogates;
  return (packed - firstPlain + all) % all;
}

/** A text of 1 to 300 code points. */
export function shrinkableText(): fc.Arbitrary<string> {
  return fc.array(fc.integer({ min: 0, max: all - 1 }), { minLength: 1, maxLength: 300, size: 'max' }).map(
    (numbers) => String.fromCodePoint(...numbers.map(toCodePoint)),
    (text) => {
      if (typeof text !== 'string') throw new Error('only a text can be taken apart');
      return Array.from(text, (character) => fromCodePoint(character.codePointAt(0) ?? 0));
    },
  );
}
