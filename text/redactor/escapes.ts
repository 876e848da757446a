/** The escapes that hide a character in URLs, JSON, scripts and HTML, and the NULs of UTF-16. */
import { decodeHTMLStrict } from 'entities';

const controls: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f', v: '\v' };

/** What an escape stands for. */
export interface Escape {
  readonly at: number;
  readonly length: number;
  /** The character; empty for a NUL, which stands for nothing. */
  readonly character: string;
}

const pattern =
  /\0|%(?<percent>[0-9a-f]{2})|\\(?:u(?<unit>[0-9a-f]{4})|u\{(?<point>[0-9a-f]{1,8})\}|x(?<byte>[0-9a-f]{2})|(?<plain>[\s\S]))|&(?:#(?<decimal>[0-9]{1,10});?|#x(?<hex>[0-9a-f]{1,10});?|(?<name>[a-z]{2,8});)/gi;

/** The escapes in a text, from the left, each once. */
export function* escapesIn(text: string): Generator<Escape> {
  for (const found of text.matchAll(pattern)) {
    const character = characterOf(found[0], found.groups ?? {});
    if (character !== undefined) yield { at: found.index, length: found[0].length, character };
  }
}

function characterOf(whole: string, groups: Readonly<Record<string, string | undefined>>): string | undefined {
  const { percent, unit, point, byte, plain, decimal, hex, name } = groups;
  if (whole === '\0') return '';
  if (plain !== undefined) return controls[plain.toLowerCase()] ?? plain;
  if (name !== undefined) return namedCharacter(whole) ?? namedCharacter(whole.toLowerCase());
  const digits = percent ?? unit ?? point ?? byte ?? hex;
  const code = digits === undefined ? Number(decimal) : Number.parseInt(digits, 16);
  return code > 0x10ffff ? undefined : String.fromCodePoint(code);
}

/** What a named entity of HTML stands for. */
function namedCharacter(entity: string): string | undefined {
  const character = decodeHTMLStrict(entity);
  return character === entity ? undefined : character;
}
