/** Letter case as people and libraries write it where it means nothing. */

export const upper = (text: string): string => text.toUpperCase();
export const lower = (text: string): string => text.toLowerCase();
/** `Orgid`, `Content-Type`: as libraries that normalise names write them. */
export const capitalised = (text: string): string =>
  text.toLowerCase().replace(/(^|-)([a-z])/g, (_, before: string, letter: string) => before + letter.toUpperCase());
export const alternating = (text: string): string =>
  [...text].map((c, index) => (index % 2 === 0 ? c.toLowerCase() : c.toUpperCase())).join('');
