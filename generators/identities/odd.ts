/** Which subjects the specification leaves to the service (docs/reading.md, odd subjects): observed, never judged. */

const controlOrUnassigned = /[\p{Cc}\p{Cn}\p{Co}\p{Cs}]/u;
const onlyBlanks = /^[\s\u200B]*$/u;

/** Control characters, unassigned or private-use code points, lone surrogates, blanks only, more than 255 characters. */
export function isOdd(subject: string): boolean {
  return subject.length > 255 || controlOrUnassigned.test(subject) || onlyBlanks.test(subject);
}
