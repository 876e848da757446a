/** Pairs of single characters by their kind: digits, blanks, dashes, quotes, what is not seen, emoji, width, jamo, Arabic forms. */
import { byCommonness, isUsable, text } from './characters.js';
import { inTurns, pairLine, type TextPair } from './pair-list.js';
import { preferredFirst } from './preferred.js';
import { blocks, codePointsOf } from './unicode.js';

/** What is met most of what is not seen, before the others by code point. */
const commonIgnorables = [
  0x200b, 0x200d, 0x200c, 0xfeff, 0xad, 0x200e, 0x200f, 0x2060, 0xfe0f, 0x180e, 0x61c, 0x34f, 0x3164,
];
/** There are 240 variation selectors of the supplement, which only differ by their number. */
const supplementSelectors = (codePoint: number): boolean => codePoint > 0xe0103 && codePoint < 0xe01ef;

export async function characterLists(): Promise<ReadonlyMap<string, string>> {
  const block = await blocks();
  const blockName = (codePoint: number): string => block.get(codePoint) ?? '';
  const some = async (property: string): Promise<readonly number[]> =>
    byCommonness(await codePointsOf(property), block).filter((codePoint) => isUsable(text(codePoint)));
  const between =
    (inside: string) =>
    (codePoint: number): TextPair => [`n${inside}n`, `n${text(codePoint)}n`];
  const assigned = await some('Binary_Property/Assigned');
  const zeros = (await some('General_Category/Decimal_Number')).filter(
    (codePoint) => codePoint > 0x39 && isZero(codePoint) && blockName(codePoint) !== 'Halfwidth_And_Fullwidth_Forms',
  );
  const ignorables = (await some('Binary_Property/Default_Ignorable_Code_Point')).filter(
    (codePoint) => !supplementSelectors(codePoint),
  );
  const common = commonIgnorables.filter((codePoint) => ignorables.includes(codePoint));
  const halfAndFull = assigned.filter((one) => blockName(one) === 'Halfwidth_And_Fullwidth_Forms');
  const quotes = await some('Binary_Property/Quotation_Mark');
  return new Map([
    ['digits', pairLine(zeros.flatMap((zero): TextPair[] => [['3', text(zero + 3)]]))],
    [
      'digits-more',
      pairLine(
        inTurns(zeros, blockName, 1)
          .slice(0, 24)
          .map((zero): TextPair => ['8', text(zero + 8)]),
      ),
    ],
    ['ignorables', pairLine([...new Set([...common, ...ignorables])].map(between('')))],
    [
      'spaces',
      pairLine(
        preferredFirst('spaces', [
          ...(await some('General_Category/Space_Separator')).map(between(' ')),
          ...[0x2028, 0x2029, 0x2800, 0x3164].map(between(' ')),
        ]),
      ),
    ],
    [
      'dashes',
      pairLine(
        preferredFirst(
          'dashes',
          [...(await some('Binary_Property/Dash')), 0xb7, 0x2043, 0x2e1a, 0x30fb, 0xad].map(between('-')),
        ),
      ),
    ],
    ['quotes', pairLine(preferredFirst('quotes', quotes.filter((quote) => isSingle(quote)).map(between("'"))))],
    [
      'double-quotes',
      pairLine(preferredFirst('double-quotes', quotes.filter((quote) => !isSingle(quote)).map(between('"')))),
    ],
    [
      'width',
      pairLine(
        preferredFirst(
          'width',
          [...halfAndFull]
            .filter((one) => (one >= 0xff01 && one <= 0xff60) || one >= 0xffe0)
            .map((one): TextPair => [text(one).normalize('NFKC'), text(one)])
            .filter(([plain]) => plain.trim() === plain)
            .sort(([a], [b]) => kindOfAscii(a) - kindOfAscii(b)),
        ),
      ),
    ],
    [
      'half-kana',
      pairLine(
        halfAndFull
          .filter((one) => one > 0xff60 && one < 0xffa0)
          .map((one): TextPair => [text(one).normalize('NFKC'), text(one)])
          .filter(([plain]) => plain.normalize('NFD') === plain && !/\p{M}/u.test(plain)),
      ),
    ],
    [
      'half-jamo',
      pairLine(
        halfAndFull
          .filter((one) => one > 0xffa0 && one < 0xffe0)
          .slice(0, 24)
          .map((one): TextPair => [text(one).normalize('NFKC'), text(one)]),
      ),
    ],
    ...(await emoji()),
    [
      'compatibility-jamo',
      pairLine(
        assigned
          .filter((one) => blockName(one) === 'Hangul_Compatibility_Jamo' && one !== 0x3164)
          .slice(0, 52)
          .filter((_, index) => index % 3 === 0)
          .map((one): TextPair => [text(one), text(one).normalize('NFKC')]),
      ),
    ],
    [
      'arabic-forms',
      pairLine(
        assigned
          .filter((one) => /Arabic_Presentation/.test(blockName(one)))
          .map((one): TextPair => [text(one).normalize('NFKC'), text(one)])
          .filter(([plain, other]) => plain !== other && /^\p{Script=Arabic}+$/u.test(plain))
          .filter(([plain], index) => (plain.length === 1 ? index % 4 === 0 : index % 48 === 0)),
      ),
    ],
    [
      'han-compatibility',
      pairLine(
        assigned
          .filter((one) => /CJK_Compatibility_Ideographs/.test(blockName(one)))
          .map((one): TextPair => [text(one).normalize('NFC'), text(one)])
          .filter(([plain, other], index) => plain !== other && index % 24 === 0),
      ),
    ],
  ]);
}

/** The first of ten digits: the one before it, if it is a digit, ends another ten. */
function isZero(codePoint: number): boolean {
  let before = codePoint;
  while (/\p{Nd}/u.test(text(before - 1))) before -= 1;
  return (codePoint - before) % 10 === 0;
}

const isSingle = (codePoint: number): boolean =>
  [0x27, 0x60, 0xb4, 0x2018, 0x2019, 0x201a, 0x201b, 0x2039, 0x203a, 0xff07, 0x275b, 0x275c].includes(codePoint);

/** Letters and the signs of addresses before other signs. */
const kindOfAscii = (plain: string): number => (/[aA1@+]/.test(plain) ? 0 : /[a-z0-9.-]/i.test(plain) ? 1 : 2);

async function emoji(): Promise<readonly (readonly [string, string])[]> {
  const bases = (await codePointsOf('Binary_Property/Emoji_Modifier_Base')).map((one) => text(one));
  const withText = (await codePointsOf('Binary_Property/Emoji'))
    .filter((one) => !/\p{Emoji_Presentation}|[\d#*]/u.test(text(one)))
    .map((one) => text(one));
  const thumb = '\u{1F44D}';
  const tones = [0x1f3fb, 0x1f3fc, 0x1f3fd, 0x1f3fe, 0x1f3ff].map((tone) => text(tone));
  const everyNth = <T>(all: readonly T[], count: number): readonly T[] =>
    all.filter((_, index) => index % Math.ceil(all.length / count) === 0);
  return [
    [
      'emoji-tones',
      pairLine([
        ...tones.map((tone): TextPair => [thumb, thumb + tone]),
        ...tones.slice(1).map((tone): TextPair => [thumb + (tones[0] ?? ''), thumb + tone]),
        ...everyNth(bases, 10).map((base): TextPair => [base, base + (tones[2] ?? '')]),
      ]),
    ],
    [
      'emoji-selectors',
      pairLine([
        ...['\u2764', '\u260E', '\u2708', '\u00A9', '\u263A'].map((base): TextPair => [base, `${base}\uFE0F`]),
        ...everyNth(withText, 14).map((base): TextPair => [base, `${base}\uFE0F`]),
        ['\u2764', '\u2764\uFE0E'],
        ['\u{1F44D}', '\u{1F44D}\uFE0F'],
      ]),
    ],
  ];
}
