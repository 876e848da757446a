/** Pairs that normal forms and the loss of marks make equal, from the Unicode Character Database. */
import { byCommonness, isUsable, text, withoutMarks } from './characters.js';
import { inTurns, pairLine, type TextPair } from './pair-list.js';
import { isPreferred, preferredFirst } from './preferred.js';
import { blocks, codePointsOf, scripts } from './unicode.js';

/** Blocks of compatibility characters by how often they are met; what is not named has a list of its own or is rare. */
const compatibilityBlocks = [
  'Latin_1_Supplement',
  'Alphabetic_Presentation_Forms',
  'Letterlike_Symbols',
  'Enclosed_Alphanumerics',
  'Number_Forms',
  'Superscripts_And_Subscripts',
  'General_Punctuation',
  'Mathematical_Alphanumeric_Symbols',
  'Latin_Extended_A',
  'Latin_Extended_B',
  'Enclosed_CJK_Letters_And_Months',
  'CJK_Compatibility',
  'Spacing_Modifier_Letters',
  'Phonetic_Extensions',
  'Enclosed_Alphanumeric_Supplement',
  'Enclosed_Ideographic_Supplement',
  'Small_Form_Variants',
  'CJK_Compatibility_Forms',
  'Greek_And_Coptic',
  'Kangxi_Radicals',
  'CJK_Radicals_Supplement',
  'Thai',
  'Lao',
  'Mathematical_Operators',
  'Arabic_Mathematical_Alphabetic_Symbols',
  'Katakana_Phonetic_Extensions',
  'Kanbun',
  'Tibetan',
  'Symbols_For_Legacy_Computing',
];
/** Where an unusual name of a block is of another list. */
const ofOtherLists = /CJK_Compat.*Ideographs|Hangul|Halfwidth|Arabic_Pres|Kana_|^Hiragana$|^Katakana$/;

/** How many accented letters of a block: all of those that western names need. */
const accentsOf: Readonly<Record<string, number>> = {
  Latin_1_Supplement: 64,
  Latin_Extended_A: 120,
  Latin_Extended_Additional: 100,
  Cyrillic: 12,
  Greek_And_Coptic: 12,
  Mathematical_Operators: 8,
};
const accentsOfOthers = 5;
const canonicalPerBlock = 4;
const compatibilityPerBlock = 8;

export async function normalFormLists(): Promise<ReadonlyMap<string, string>> {
  const block = await blocks();
  const blockName = (codePoint: number): string => block.get(codePoint) ?? '';
  const all = byCommonness(await codePointsOf('Binary_Property/Assigned'), block).filter(
    (codePoint) =>
      isUsable(text(codePoint)) && !/\p{M}/u.test(text(codePoint)) && !ofOtherLists.test(blockName(codePoint)),
  );
  const decomposed = all.filter((codePoint) => text(codePoint).normalize('NFD') !== text(codePoint));
  const lowerFirst = [...decomposed].sort((a, b) => Number(isUpper(a)) - Number(isUpper(b)));
  const accented = lowerFirst.filter((codePoint) => {
    const bare = withoutMarks(text(codePoint));
    return bare !== '' && bare !== text(codePoint).normalize('NFC');
  });
  const composes = decomposed.filter((codePoint) => text(codePoint).normalize('NFC') === text(codePoint));
  const singletons = decomposed.filter((codePoint) => text(codePoint).normalize('NFC') !== text(codePoint));
  const compatible = all.filter((codePoint) => {
    const one = text(codePoint);
    const plain = one.normalize('NFKC');
    return plain !== one.normalize('NFC') && plain.trim() !== '' && compatibilityBlocks.includes(blockName(codePoint));
  });
  const inOrder = [...compatible].sort((a, b) => place(blockName(a)) - place(blockName(b)) || a - b);
  return new Map([
    ['accents', named('accents', limited(accented, blockName), withoutMarks)],
    [
      'canonical',
      pairLine(
        // The other member is decomposed: the list is turned round to find the preferred letters.
        preferredFirst(
          'canonical',
          inTurns(composes, blockName, canonicalPerBlock, (one) => isPreferred('canonical', text(one))).map(
            (one): TextPair => [text(one).normalize('NFD'), text(one)],
          ),
        ).map(([decomposition, one]): TextPair => [one, decomposition]),
      ),
    ],
    [
      'singletons',
      named('singletons', inTurns(singletons, blockName, canonicalPerBlock), (one) => one.normalize('NFC')),
    ],
    [
      'compatibility',
      named(
        'compatibility',
        inTurns(inOrder, blockName, compatibilityPerBlock, (one) => isPreferred('compatibility', text(one))),
        (one) => one.normalize('NFKC'),
      ),
    ],
    ['marks', await marks(block)],
  ]);
}

/** The line of a list, each character beside what a fold makes of it. */
function named(list: string, codePoints: readonly number[], fold: (one: string) => string): string {
  const pairs = codePoints.map((one): TextPair => [fold(text(one)), text(one)]);
  return pairLine(preferredFirst(list, pairs));
}

const isUpper = (codePoint: number): boolean => text(codePoint).toLowerCase() !== text(codePoint);
const place = (name: string): number => compatibilityBlocks.indexOf(name);

/** As many of each block as the table says, the first of each block first. */
function limited(codePoints: readonly number[], blockName: (codePoint: number) => string): readonly number[] {
  const most = Math.max(...Object.values(accentsOf));
  const counts = new Map<string, number>();
  return inTurns(codePoints, blockName, most).filter((codePoint) => {
    if (isPreferred('accents', text(codePoint))) return true;
    const name = blockName(codePoint);
    const count = (counts.get(name) ?? 0) + 1;
    counts.set(name, count);
    return count <= (accentsOf[name] ?? accentsOfOthers);
  });
}

/** Marks that stand alone behind a letter of their script, which compare as nothing where marks are ignored. */
async function marks(block: ReadonlyMap<number, string>): Promise<string> {
  const scriptOf = await scripts();
  const nonspacing = byCommonness(
    [
      ...(await codePointsOf('General_Category/Nonspacing_Mark')),
      ...(await codePointsOf('General_Category/Enclosing_Mark')),
    ],
    block,
  ).filter((mark) => isUsable(text(mark)) && !/\p{Default_Ignorable_Code_Point}/u.test(text(mark)));
  const letters = new Map<string, number>();
  for (const letter of [...(await codePointsOf('General_Category/Other_Letter'))].sort((a, b) => a - b)) {
    const script = scriptOf.get(letter) ?? '';
    if (!letters.has(script)) letters.set(script, letter);
  }
  const isKept = (mark: number): boolean => isPreferred('marks', text(mark));
  const pairs = inTurns(nonspacing, (mark) => scriptOf.get(mark) ?? '', 2, isKept).map((mark): TextPair => {
    const letter = text(letters.get(scriptOf.get(mark) ?? '') ?? 0x6e);
    return [letter, letter + text(mark)];
  });
  return pairLine(preferredFirst('marks', pairs));
}
