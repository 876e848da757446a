/** Names of code points, and where two texts that look the same begin to differ. Pure. */
import { basicNames } from './code-points/basic.js';
import { cyrillicNames } from './code-points/cyrillic.js';
import { digitNames } from './code-points/digits.js';
import { greekNames } from './code-points/greek.js';
import { kindOf } from './code-points/kind.js';
import { latinNames } from './code-points/latin.js';
import { markNames } from './code-points/marks.js';
import { nameByRule } from './code-points/rules.js';
import { signNames } from './code-points/signs.js';
import { unseenNames } from './code-points/unseen.js';

const tables = [basicNames, latinNames, greekNames, cyrillicNames, markNames, unseenNames, digitNames, signNames].flat(
  2,
);

const names: ReadonlyMap<number, string> = new Map(tables.filter(([, name]) => name !== ''));

/**
 * The Unicode name in capitals (`CYRILLIC CAPITAL LETTER A`); where none is known here, what the code point is
 * (`a Han letter`, `an emoji`). Controls, which have no name, go by their formal alias (`LINE FEED`).
 *
 * @throws RangeError for what is no code point, 0 to 0x10FFFF.
 */
export function nameOfCodePoint(codePoint: number): string {
  return knownName(codePoint) ?? kindOf(codePoint);
}

/** `U+0410 CYRILLIC CAPITAL LETTER A`, `U+738B (a Han letter)`. */
export function describeCodePoint(codePoint: number): string {
  const number = `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
  const name = knownName(codePoint);
  return name === undefined ? `${number} (${kindOf(codePoint)})` : `${number} ${name}`;
}

function knownName(codePoint: number): string | undefined {
  return names.get(codePoint) ?? nameByRule(codePoint, knownName);
}

export interface FirstDifference {
  /** Counted from 1, in code points. */
  readonly position: number;
  /** The code points there; absent where the text has ended. */
  readonly a?: number;
  readonly b?: number;
}

/** Where two texts first differ; undefined for equal ones. A lone surrogate counts as a code point. */
export function firstDifference(a: string, b: string): FirstDifference | undefined {
  let position = 1;
  for (let at = 0; at < a.length || at < b.length; position += 1) {
    const [one, other] = [a.codePointAt(at), b.codePointAt(at)];
    if (one !== other) {
      return { position, ...(one === undefined ? {} : { a: one }), ...(other === undefined ? {} : { b: other }) };
    }
    at += one !== undefined && one > 0xffff ? 2 : 1;
  }
  return undefined;
}
