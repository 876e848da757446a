/** Faults that merge subjects which differ in letter case, blanks, invisible characters, quotes or the order of letters. */
import { merging, replacing } from './merging.js';

const caseFaults = [
  merging('case', 'Folds upper and lower case.', (subject) => subject.toLowerCase()),
  merging('upper-case', 'Compares subjects in upper case.', (subject) => subject.toUpperCase()),
  merging('turkish-case', 'Folds case by the rules of Turkish.', (subject) => subject.toLocaleLowerCase('tr')),
  merging('ascii-case', 'Folds the case of the letters A to Z.', (subject) =>
    subject.replace(/[A-Z]/g, (letter) => letter.toLowerCase()),
  ),
  merging('collation', 'Compares as a database does whose collation knows neither case nor accents.', (subject) =>
    subject.normalize('NFD').replace(/\p{M}/gu, '').toUpperCase(),
  ),
] as const;

const blankFaults = [
  merging('trimmed', 'Removes blanks around a subject.', (subject) => subject.trim()),
  merging('leading-blanks', 'Removes blanks in front of a subject.', (subject) => subject.trimStart()),
  merging('trailing-blanks', 'Compares without trailing blanks, as padded columns do.', (subject) => subject.trimEnd()),
  merging('inner-blanks', 'Makes one blank out of several.', replacing(/\s+/g, ' ')),
  merging('all-blanks', 'Removes every blank.', replacing(/\s/g, '')),
  merging('no-break-spaces', 'Takes a no-break space for a blank.', replacing(/\u00a0/g, ' ')),
  merging('ideographic-spaces', 'Takes an ideographic space for a blank.', replacing(/\u3000/g, ' ')),
  merging('hyphens-as-blanks', 'Takes a hyphen for a blank.', replacing(/-/g, ' ')),
  merging('underscores-as-blanks', 'Takes an underscore for a blank.', replacing(/_/g, ' ')),
  merging('plus-as-blank', 'Decodes a plus sign to a blank.', replacing(/\+/g, ' ')),
  merging('slugs', 'Compares what a subject would look like in the path of a page.', (subject) =>
    subject.toLowerCase().replace(/[^a-z0-9]+/g, '-'),
  ),
] as const;

const invisibleFaults = [
  merging('zero-width', 'Removes characters without width.', replacing(/\u200b|\u200c|\u200d|\u2060|\ufeff/g, '')),
  merging('zero-width-spaces', 'Removes zero-width spaces.', replacing(/\u200b/g, '')),
  merging('joiners', 'Removes zero-width joiners.', replacing(/\u200d/g, '')),
  merging('word-joiners', 'Removes word joiners.', replacing(/\u2060/g, '')),
  merging('byte-order-mark', 'Takes a byte order mark in front for a part of the encoding.', replacing(/^\ufeff/, '')),
  merging('soft-hyphens', 'Removes soft hyphens.', replacing(/\u00ad/g, '')),
] as const;

const edgeFaults = [
  merging('full-stop', 'Removes a full stop at the end.', replacing(/\.$/, '')),
  merging('slash', 'Removes a slash at the end.', replacing(/\/$/, '')),
  merging('double-quotes', 'Removes double quotes around a subject.', replacing(/^"(.*)"$/s, '$1')),
  merging('single-quotes', 'Removes single quotes around a subject.', replacing(/^'(.*)'$/s, '$1')),
  merging('first-word', 'Looks at the first word.', replacing(/(\S)\s.*$/s, '$1')),
  merging('letters-in-any-order', 'Compares by a checksum that is blind to the order of the letters.', (subject) =>
    [...subject].sort().join(''),
  ),
] as const;

export const mergedNamesFaults = [...caseFaults, ...blankFaults, ...invisibleFaults, ...edgeFaults] as const;
