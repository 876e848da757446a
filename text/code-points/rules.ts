/** Names that follow a rule: letters with marks, full-width forms, tags, flags, variation selectors, Hangul syllables. */

/** Asks for the name of another code point; undefined where it has none here. */
export type NameOf = (codePoint: number) => string | undefined;

export function nameByRule(codePoint: number, nameOf: NameOf): string | undefined {
  return (
    asciiLetter(codePoint) ?? shifted(codePoint, nameOf) ?? hangulSyllable(codePoint) ?? withMarks(codePoint, nameOf)
  );
}

function asciiLetter(codePoint: number): string | undefined {
  const letter = codePoint < 0x80 ? String.fromCodePoint(codePoint) : '';
  if (!/^[A-Za-z]$/.test(letter)) return undefined;
  return `LATIN ${letter < 'a' ? 'CAPITAL' : 'SMALL'} LETTER ${letter.toUpperCase()}`;
}

/** Sets that repeat another one at a distance, or count on. */
function shifted(codePoint: number, nameOf: NameOf): string | undefined {
  const within = (first: number, last: number): boolean => codePoint >= first && codePoint <= last;
  const before = (prefix: string, other: number): string | undefined => {
    const name = nameOf(other);
    return name === undefined ? undefined : `${prefix} ${name}`;
  };
  if (within(0xff01, 0xff5e)) return before('FULLWIDTH', codePoint - 0xfee0);
  if (within(0xe0020, 0xe007e)) return before('TAG', codePoint - 0xe0000);
  if (codePoint === 0xe007f) return 'CANCEL TAG';
  if (within(0xfe00, 0xfe0f)) return `VARIATION SELECTOR-${codePoint - 0xfe00 + 1}`;
  if (within(0xe0100, 0xe01ef)) return `VARIATION SELECTOR-${codePoint - 0xe0100 + 17}`;
  if (within(0x1f1e6, 0x1f1ff)) {
    return `REGIONAL INDICATOR SYMBOL LETTER ${String.fromCodePoint(codePoint - 0x1f1e6 + 0x41)}`;
  }
  return undefined;
}

const leads = ['G', 'GG', 'N', 'D', 'DD', 'R', 'M', 'B', 'BB', 'S', 'SS', '', 'J', 'JJ', 'C', 'K', 'T', 'P', 'H'];
const vowels = 'A AE YA YAE EO E YEO YE O WA WAE OE YO U WEO WE WI YU EU YI I'.split(' ');
const tails = ' G GG GS N NJ NH D L LG LM LB LS LT LP LH M B BS S SS NG J C K T P H'.split(' ');

/** A syllable's place tells its lead, vowel and tail (The Unicode Standard, 3.12). */
function hangulSyllable(codePoint: number): string | undefined {
  const index = codePoint - 0xac00;
  if (index < 0 || index >= leads.length * vowels.length * tails.length) return undefined;
  const lead = leads[Math.floor(index / (vowels.length * tails.length))] ?? '';
  const vowel = vowels[Math.floor(index / tails.length) % vowels.length] ?? '';
  return `HANGUL SYLLABLE ${lead}${vowel}${tails[index % tails.length] ?? ''}`;
}

/** What a combining mark is called in the name of a Greek letter. */
const greekMarks: ReadonlyMap<number, string> = new Map([
  [0x300, 'VARIA'],
  [0x304, 'MACRON'],
  [0x306, 'VRACHY'],
  [0x308, 'DIALYTIKA'],
  [0x313, 'PSILI'],
  [0x314, 'DASIA'],
  [0x342, 'PERISPOMENI'],
]);

/** A Latin or Greek letter that decomposes into a letter and marks is named after both: `E WITH CIRCUMFLEX AND TILDE`. */
function withMarks(codePoint: number, nameOf: NameOf): string | undefined {
  const letter = String.fromCodePoint(codePoint);
  if (!/^[\p{Script=Latin}\p{Script=Greek}]$/u.test(letter) || !/^\p{L}$/u.test(letter)) return undefined;
  const [base, ...marks] = Array.from(letter.normalize('NFD'), (part) => part.codePointAt(0) ?? 0);
  if (base === undefined || marks.length === 0) return undefined;
  const name = nameOf(base);
  const words = name?.startsWith('GREEK ')
    ? marks.map((mark) => greekMark(mark, codePoint, name))
    : ordered(marks).map((mark) => latinMark(mark, nameOf));
  if (name === undefined || words.includes(undefined)) return undefined;
  return `${name} ${name.includes(' WITH ') ? 'AND' : 'WITH'} ${words.join(' AND ')}`;
}

function greekMark(mark: number, letter: number, base: string): string | undefined {
  // The same accent has two names: one for letters of today, one for the ancient ones in a block of their own.
  if (mark === 0x301) return letter >= 0x1f00 ? 'OXIA' : 'TONOS';
  if (mark === 0x345) return base.includes('CAPITAL') ? 'PROSGEGRAMMENI' : 'YPOGEGRAMMENI';
  return greekMarks.get(mark);
}

/** Normal form D puts the dot below first; names put it behind a circumflex or breve. */
function ordered(marks: readonly number[]): readonly number[] {
  const [first, second] = marks;
  return first === 0x323 && (second === 0x302 || second === 0x306) ? [second, first] : marks;
}

function latinMark(mark: number, nameOf: NameOf): string | undefined {
  if (mark === 0x331) return 'LINE BELOW';
  return nameOf(mark)
    ?.replace(/^COMBINING /, '')
    .replace(/ ACCENT\b/, '');
}
