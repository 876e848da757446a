/** Names of Unicode characters: those of a generated table, and those of Hangul syllables, which follow a rule. */
// biome-ignore lint/style/noRestrictedImports: the table is part of this room and too long for a module; it is read once, when a name is asked for
import { readFileSync } from 'node:fs';

let table: ReadonlyMap<number, string> | undefined;

/** The name in capitals, for a control its formal alias; undefined where neither the table nor the rule has one. */
export function unicodeName(codePoint: number): string | undefined {
  // Read when it is first asked for: most runs name no character.
  table ??= readNames(readFileSync(new URL('unicode-names.txt', import.meta.url), 'utf8'));
  return table.get(codePoint) ?? hangulSyllable(codePoint);
}

/**
 * A line is a run of consecutive code points: the first in hex, a blank, then the names with semicolons between them.
 * A small letter before a name says how many words it takes over from the name in front, `a` being one. Lines that
 * begin with `#` are for people.
 */
function readNames(text: string): ReadonlyMap<number, string> {
  const names = new Map<number, string>();
  for (const line of text.split('\n')) {
    if (line === '' || line.startsWith('#')) continue;
    const blank = line.indexOf(' ');
    const first = Number.parseInt(line.slice(0, blank), 16);
    let words: readonly string[] = [];
    for (const [index, entry] of line
      .slice(blank + 1)
      .split(';')
      .entries()) {
      const shared = /^[a-z]/.test(entry) ? entry.charCodeAt(0) - 0x60 : 0;
      words = [...words.slice(0, shared), ...entry.slice(shared > 0 ? 1 : 0).split(' ')];
      names.set(first + index, words.join(' '));
    }
  }
  return names;
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
