/** Arbitrary texts that must work as a subject: plain words first, so that failures shrink to them, then people, then all of Unicode. */
import { fc } from '../fast-check.js';
import { textSamples } from '../identities/any-text.js';
import { isOdd } from '../identities/odd.js';
import { people } from '../people.js';

/** Ranges of assigned code points; a table of all code points would cost more than a run: seconds and 100 MB. */
const ranges = [
  [0x21, 0x7e],
  [0xa1, 0x17f],
  [0x391, 0x3a1],
  [0x3b1, 0x3c9],
  [0x410, 0x44f],
  [0x5d0, 0x5ea],
  [0x627, 0x63a],
  [0x905, 0x939],
  [0xe01, 0xe30],
  [0x3041, 0x3096],
  [0x4e00, 0x9fa5],
  [0xac00, 0xd7a3],
  [0x1f600, 0x1f64f],
  [0x20000, 0x20100],
] as const;

const character = fc.oneof(...ranges.map(([min, max]) => fc.integer({ min, max }).map((c) => String.fromCodePoint(c))));

/** Never odd (docs/reading.md), never empty; short enough that a word of ours before it keeps the whole under 255. */
export function subjectText(): fc.Arbitrary<string> {
  return fc
    .oneof(
      { withCrossShrink: true },
      fc.constantFrom('a', 'b', 'c'),
      people(),
      fc.string({ unit: character, minLength: 1, maxLength: 40, size: 'max' }),
      fc.constantFrom(...textSamples.map(([, , text]) => text)),
    )
    .filter((text) => !isOdd(text));
}
