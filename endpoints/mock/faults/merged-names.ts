/** Faults that merge subjects which differ in letter case, blanks, invisible characters, quotes or the order of letters. */
import { folds, replacing } from './merging.js';

export const mergedNames = folds({
  // Letter case.
  case: ['Folds upper and lower case.', (subject) => subject.toLowerCase()],
  'upper-case': ['Compares subjects in upper case.', (subject) => subject.toUpperCase()],
  'turkish-case': ['Folds case by the rules of Turkish.', (subject) => subject.toLocaleLowerCase('tr')],
  'ascii-case': [
    'Folds the case of the letters A to Z.',
    (subject) => subject.replace(/[A-Z]/g, (letter) => letter.toLowerCase()),
  ],
  collation: [
    'Compares as a database does whose collation knows neither case nor accents.',
    (subject) => subject.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase(),
  ],
  // Blanks.
  trimmed: ['Removes blanks around a subject.', (subject) => subject.trim()],
  'leading-blanks': ['Removes blanks in front of a subject.', (subject) => subject.trimStart()],
  'trailing-blanks': ['Compares without trailing blanks, as padded columns do.', (subject) => subject.trimEnd()],
  'inner-blanks': ['Makes one blank out of several.', replacing(/\s+/g, ' ')],
  'all-blanks': ['Removes every blank.', replacing(/\s/g, '')],
  'no-break-spaces': ['Takes a no-break space for a blank.', replacing(/\u00a0/g, ' ')],
  'ideographic-spaces': ['Takes an ideographic space for a blank.', replacing(/\u3000/g, ' ')],
  'hyphens-as-blanks': ['Takes a hyphen for a blank.', replacing(/-/g, ' ')],
  'underscores-as-blanks': ['Takes an underscore for a blank.', replacing(/_/g, ' ')],
  'plus-as-blank': ['Decodes a plus sign to a blank.', replacing(/\+/g, ' ')],
  slugs: [
    'Compares what a subject would look like in the path of a page.',
    (subject) => subject.toLowerCase().replace(/[^a-z0-9]+/g, '-'),
  ],
  // Characters without width.
  'zero-width': ['Removes characters without width.', replacing(/\u200b|\u200c|\u200d|\u2060|\ufeff/g, '')],
  'zero-width-spaces': ['Removes zero-width spaces.', replacing(/\u200b/g, '')],
  joiners: ['Removes zero-width joiners.', replacing(/\u200d/g, '')],
  'word-joiners': ['Removes word joiners.', replacing(/\u2060/g, '')],
  'byte-order-mark': ['Takes a byte order mark in front for a part of the encoding.', replacing(/^\ufeff/, '')],
  'soft-hyphens': ['Removes soft hyphens.', replacing(/\u00ad/g, '')],
  // What stands at an edge, and the order of letters.
  'full-stop': ['Removes a full stop at the end.', replacing(/\.$/, '')],
  slash: ['Removes a slash at the end.', replacing(/\/$/, '')],
  'double-quotes': ['Removes double quotes around a subject.', replacing(/^"(.*)"$/s, '$1')],
  'single-quotes': ['Removes single quotes around a subject.', replacing(/^'(.*)'$/s, '$1')],
  'first-word': ['Looks at the first word.', replacing(/(\S)\s.*$/s, '$1')],
  'letters-in-any-order': [
    'Compares by a checksum that is blind to the order of the letters.',
    (subject) => [...subject].sort().join(''),
  ],
});
