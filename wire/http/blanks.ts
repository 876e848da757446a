/** Takes blanks and tabs (the white space of RFC 9110) off the ends of a text, in linear time: the plain pattern is quadratic on blanks inside. */

export function trimBlanks(text: string): string {
  let start = 0;
  while (start < text.length && isBlank(text, start)) start += 1;
  return trimBlanksBehind(text.slice(start));
}

export function trimBlanksBehind(text: string): string {
  let end = text.length;
  while (end > 0 && isBlank(text, end - 1)) end -= 1;
  return text.slice(0, end);
}

function isBlank(text: string, at: number): boolean {
  return text[at] === ' ' || text[at] === '\t';
}
