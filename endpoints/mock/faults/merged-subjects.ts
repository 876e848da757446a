/** Faults of Behaviour › new conversation: two subjects that are alike are taken for one person. */
import { faultsOf } from '../named-behaviour.js';
import { mergedNames } from './merged-names.js';
import { mergedNumbers } from './merged-numbers.js';
import { mergedScripts } from './merged-scripts.js';
import { mergedTexts } from './merged-texts.js';
import { folds } from './merging.js';

/** A usual size of columns. */
const columnBytes = 255;

/** The polynomial of `String.hashCode`. */
const javaHash = (subject: string): number =>
  [...Array(subject.length).keys()].reduce((hash, at) => (Math.imul(hash, 31) + subject.charCodeAt(at)) | 0, 0);

/** The most that bcrypt hashes. */
const hashedBytes = 72;

export const mergedSubjectsFaults = faultsOf('merged-subjects', {
  'behaviour/different-pair/subject': {
    ...mergedNames,
    ...mergedScripts,
    ...mergedNumbers,
    ...mergedTexts,
    ...folds({
      'cut-at-32': ['Looks at the first 32 characters.', (subject) => subject.slice(0, 32)],
      'cut-at-64': ['Looks at the first 64 characters.', (subject) => subject.slice(0, 64)],
      'cut-at-128': ['Looks at the first 128 characters.', (subject) => subject.slice(0, 128)],
      'cut-at-200': ['Looks at the first 200 characters.', (subject) => subject.slice(0, 200)],
      'cut-at-240': ['Looks at the first 240 characters.', (subject) => subject.slice(0, 240)],
      'cut-at-254': ['Looks at the first 254 characters.', (subject) => subject.slice(0, 254)],
      'cut-at-72-bytes': [
        'Hashes the first 72 bytes.',
        (subject) => Buffer.from(subject).subarray(0, hashedBytes).toString('latin1'),
      ],
      'cut-at-255-bytes': [
        'Keeps the first 255 bytes, as a column in bytes does.',
        (subject) => Buffer.from(subject).subarray(0, columnBytes).toString('latin1'),
      ],
      'java-hash': ['Keeps the hash code of Java for a key.', (subject) => String(javaHash(subject))],
      'last-32': ['Looks at the last 32 characters.', (subject) => subject.slice(-32)],
      'last-128': ['Looks at the last 128 characters.', (subject) => subject.slice(-128)],
      'beginning-and-length': [
        'Looks at the first 64 characters and the length.',
        (subject) => JSON.stringify([subject.slice(0, 64), subject.length]),
      ],
      'beginning-and-end': [
        'Looks at the first and the last 64 characters.',
        (subject) => (subject.length <= 128 ? subject : subject.slice(0, 64) + subject.slice(-64)),
      ],
    }),
  },
  'body/participants/subject/beyond-255': folds({
    'cut-at-255': [
      'Cuts longer subjects at 255 characters and says nothing.',
      (subject) => Array.from(subject).slice(0, 255).join(''),
    ],
  }),
});
