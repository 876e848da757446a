/** Which subjects the specification leaves to the service (docs/reading.md, odd subjects): observed, never judged. */

const controlOrUnassigned = /[\p{Cc}\p{Cn}\p{Co}\p{Cs}]/u;
const onlyBlanks = /^[\s\u200B]*$/u;

/** Characters are code points; most texts are too short to be counted. */
export function isBeyond255(subject: string): boolean {
  return subject.length > 255 && Array.from(subject).length > 255;
}

/** Control characters, unassigned or private-use code points, lone surrogates, blanks only, more than 255 characters. */
export function isOdd(subject: string): boolean {
  return isBeyond255(subject) || controlOrUnassigned.test(subject) || onlyBlanks.test(subject);
}
