/** Faults that merge subjects through Unicode: normal forms, accents, look-alikes, stores without full Unicode, emoji. */
import { folds, replacing } from './merging.js';

/** Cyrillic and Greek letters that look like Latin ones. */
const lookAlikes = new Map(
  [...'аеорсухіјАВЕКМНОРСТХΑΒΕΖΗΙΚΜΝΟΡΤΥΧο'].map((letter, at) => [
    letter,
    [...'aeopcyxijABEKMHOPCTXABEZHIKMNOPTYXo'][at],
  ]),
);

/** Full-width forms of the printable characters of ASCII begin here. */
const fullWidthFrom = 0xff01;

/** Kana without the marks that make a voiced syllable of a plain one. */
const unvoiced = (subject: string): string =>
  subject
    .normalize('NFD')
    .replace(/[\u3099\u309a\uff9e\uff9f]/g, '')
    .normalize('NFC');

/** Katakana stands so far behind hiragana. */
const inKatakana = (subject: string): string =>
  subject.replace(/[\u3041-\u3096]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) + 0x60));

export const mergedScripts = folds({
  // Normal forms.
  nfc: ['Brings subjects to the composed normal form.', (subject) => subject.normalize('NFC')],
  nfd: ['Brings subjects to the decomposed normal form.', (subject) => subject.normalize('NFD')],
  nfkc: ['Brings subjects to the compatibility normal form.', (subject) => subject.normalize('NFKC')],
  accents: ['Removes accents.', (subject) => subject.normalize('NFD').replace(/\p{M}/gu, '')],
  'combining-marks': ['Removes combining marks.', replacing(/\p{M}/gu, '')],
  ligatures: ['Takes a ligature for its letters.', replacing(/\ufb01/g, 'fi')],
  'circled-digits': [
    'Takes a circled digit for the digit.',
    (subject) => subject.replace(/[\u2460-\u2468]/g, (digit) => digit.normalize('NFKC')),
  ],
  'sharp-s': ['Takes sharp s for two letters.', replacing(/\u00df/g, 'ss')],
  'final-sigma': ['Takes the sigma of the end of a word for the usual one.', replacing(/\u03c2/g, '\u03c3')],
  'kelvin-sign': [
    'Takes the signs of units for the letters that they come from.',
    (subject) => subject.replace(/[\u212a\u212b]/g, (sign) => sign.normalize('NFC')),
  ],
  hangul: [
    'Composes the letters of Hangul to syllables.',
    (subject) => subject.replace(/[\u1100-\u1112][\u1161-\u1175]/g, (letters) => letters.normalize('NFC')),
  ],
  'dotless-i': ['Takes a dotless i for an i.', replacing(/\u0131/g, 'i')],
  'voicing-marks': ['Leaves out the voicing marks of kana.', (subject) => unvoiced(subject)],
  kana: [
    'Takes hiragana for katakana, and half width for full width.',
    (subject) => inKatakana(subject.normalize('NFKC')),
  ],
  'barred-o': ['Takes an o with a stroke for an o.', replacing(/\u00f8/g, 'o')],
  'arabic-yeh-and-kaf': [
    'Takes Persian yeh and kaf for the Arabic ones.',
    (subject) => subject.replace(/\u06cc/g, '\u064a').replace(/\u06a9/g, '\u0643'),
  ],
  'directional-marks': ['Removes marks of direction.', replacing(/[\u200e\u200f]/g, '')],
  flags: ['Takes every regional indicator for one sign.', replacing(/[\u{1f1e6}-\u{1f1ff}]/gu, '\u{fffd}')],
  'typographic-dashes': ['Takes dashes for hyphens.', replacing(/[\u2012-\u2015]/g, '-')],
  'crossed-signs': [
    'Takes a sign that is crossed out for the sign.',
    (subject) => subject.normalize('NFD').replace(/\u0338/g, ''),
  ],
  'dotted-i': ['Removes the combining dot from an i.', replacing(/(?<=i)\u0307/g, '')],
  // Look-alikes.
  'look-alikes': [
    'Takes letters of other scripts for the Latin ones that they look like.',
    (subject) => [...subject].map((letter) => lookAlikes.get(letter) ?? letter).join(''),
  ],
  'full-width': [
    'Takes full-width letters and digits for the usual ones.',
    (subject) =>
      subject.replace(/[\uff01-\uff5e]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - fullWidthFrom + 0x21)),
  ],
  // Stores without full Unicode.
  emoji: ['Stores every code point of four bytes as a question mark.', replacing(/[\u{10000}-\u{10FFFF}]/gu, '?')],
  'beyond-latin-1': ['Stores every character beyond Latin-1 as a question mark.', replacing(/[\u0100-\uffff]/g, '?')],
  'beyond-ascii': ['Stores every character beyond ASCII as a question mark.', replacing(/[\u0080-\uffff]/g, '?')],
  replaced: ['Stores every Han character as a replacement character.', replacing(/\p{Script=Han}/gu, '\ufffd')],
  'left-out': ['Leaves every character beyond ASCII out.', replacing(/[\u0080-\uffff]/g, '')],
  'half-code-points': ['Stores the first half of a code point of four bytes.', replacing(/[\udc00-\udfff]/g, '')],
  // Emoji.
  'emoji-left-out': ['Leaves emoji out.', replacing(/\p{Emoji_Presentation}/gu, '')],
  'skin-tones': ['Takes an emoji for the same whatever its skin tone.', replacing(/[\u{1F3FB}-\u{1F3FF}]/gu, '')],
  'variation-selectors': ['Removes variation selectors.', replacing(/[\ufe00-\ufe0f]/g, '')],
  'emoji-families': [
    'Looks at the first of several joined emoji.',
    replacing(/(\p{Extended_Pictographic})(?:\u200d\p{Extended_Pictographic})+/gu, '$1'),
  ],
});
