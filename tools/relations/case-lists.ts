/** Pairs that case folding makes equal: simple, full and Turkish, from the Unicode Character Database. */
import { byCommonness, text } from './characters.js';
import { inTurns, pairLine, type TextPair } from './pair-list.js';
import { isPreferred, preferredFirst } from './preferred.js';
import { blocks, mappingOf } from './unicode.js';

/** Of each block; what folds in an unusual way comes besides. */
const perBlock = 3;
const greekLigatures = 12;

export async function caseLists(): Promise<ReadonlyMap<string, string>> {
  const block = await blocks();
  const blockName = (codePoint: number): string => block.get(codePoint) ?? '';
  const folded = new Map([...(await mappingOf('Case_Folding/C')), ...(await mappingOf('Case_Folding/S'))]);
  const simple = byCommonness(folded.keys(), block);
  const pairOf = (upper: number): TextPair => [text(...(folded.get(upper) ?? [])), text(upper)];
  const regular = simple.filter((upper) => isRegular(...pairOf(upper)));
  const irregular = simple.filter(
    (upper) => !isRegular(...pairOf(upper)) && blockName(upper) !== 'Cherokee_Supplement',
  );
  const full = await mappingOf('Case_Folding/F');
  const fullPairs = byCommonness(full.keys(), block).map((from) => ({
    from,
    pair: [text(...(full.get(from) ?? [])), text(from)] as const,
  }));
  const turkish: readonly TextPair[] = [
    ['i', '\u0131'],
    ['i', 'i\u0307'],
    ['I', '\u0130'],
    ['i', '\u0130'],
    ['I', '\u0131'],
    ['I', '\u0131\u0307'],
  ];
  return new Map([
    [
      'case-simple',
      pairLine(
        preferredFirst(
          'case-simple',
          inTurns(regular, blockName, perBlock, (one) => isPreferred('case-simple', text(one))).map(pairOf),
        ),
      ),
    ],
    [
      'case-irregular',
      pairLine(preferredFirst('case-irregular', inTurns(irregular, blockName, greekLigatures).map(pairOf))),
    ],
    [
      'case-full',
      pairLine(
        preferredFirst(
          'case-full',
          inTurns(fullPairs, ({ from }) => blockName(from), greekLigatures).map(({ pair }) => pair),
        ),
      ),
    ],
    ['case-turkish', pairLine(turkish)],
  ]);
}

/** A pair of one lower and one upper letter, each of which is mapped to the other. */
function isRegular(lower: string, upper: string): boolean {
  return /^\p{Lu}$/u.test(upper) && upper.toLowerCase() === lower && lower.toUpperCase() === upper;
}
