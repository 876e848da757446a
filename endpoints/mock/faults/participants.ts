/** Faults of Body › participants: the list and its entries. */
import { isJsonObject } from '../../../schemas/validation/parse-json.js';
import { defaultEntry, is, readsParticipants } from '../hooks.js';
import { faultsOf, rowsBy } from '../named-behaviour.js';

/** Takes the default list where the condition holds; `undefined` stands for absent. */
const usesDefault = rowsBy((condition: (participants: unknown) => boolean) =>
  readsParticipants((participants) => (condition(participants) ? [defaultEntry] : participants)),
);

/** Checks only some of the entries. */
const checksOnly = rowsBy((choose: (entries: readonly unknown[]) => readonly unknown[]) =>
  readsParticipants((participants) => (Array.isArray(participants) ? choose(participants) : participants)),
);

/** Takes another entry for each. */
const takesEach = rowsBy((take: (entry: unknown) => unknown) =>
  readsParticipants((participants) => (Array.isArray(participants) ? participants.map(take) : participants)),
);

function isGood(entry: unknown): boolean {
  return (
    isJsonObject(entry) &&
    typeof entry.subject === 'string' &&
    entry.subject !== '' &&
    entry.role === 'EndUser' &&
    entry.appType === 'custom'
  );
}

export const participantsFaults = faultsOf('participants', {
  'body/participants/required': usesDefault({
    'not-required': [
      'Establishes an anonymous conversation when the participants are missing.',
      is(undefined),
      'smoke',
    ],
  }),
  'body/participants/list': {
    'accepts-object': [
      'Takes one object for a list of it.',
      readsParticipants((participants) => (isJsonObject(participants) ? [participants] : participants)),
    ],
    ...usesDefault({
      'accepts-scalars': [
        'Takes a string, a number or a truth value for a list.',
        (participants) => ['string', 'number', 'boolean'].includes(typeof participants),
      ],
      'accepts-null': ['Takes null for a list.', is(null)],
    }),
  },
  'body/participants/non-empty': usesDefault({
    'accepts-empty-list': [
      'Establishes an anonymous conversation when the list is empty.',
      (participants) => Array.isArray(participants) && participants.length === 0,
      'smoke',
    ],
  }),
  'body/participants/entries': takesEach({
    'string-entries': [
      'Takes a string in the list for a subject.',
      (entry) => (typeof entry === 'string' ? { ...defaultEntry, subject: entry || 'anonymous' } : entry),
    ],
    'null-entries': [
      'Takes null in the list for an anonymous participant.',
      (entry) => (entry === null ? defaultEntry : entry),
    ],
    'any-entries': [
      'Does not ask whether the entries of the list are objects.',
      (entry) => (isJsonObject(entry) ? entry : defaultEntry),
    ],
  }),
  'body/participants/every-entry': checksOnly({
    'first-entry-only': ['Checks the first entry and no other.', (entries) => entries.slice(0, 1)],
    'last-entry-only': ['Checks the last entry and no other.', (entries) => entries.slice(-1)],
    'one-good-entry-is-enough': [
      'Drops wrong entries as long as a right one is left.',
      (entries) => (entries.some(isGood) ? entries.filter(isGood) : entries),
    ],
    'wrong-members-overlooked': [
      'Checks roles and app types of the first entry and no other.',
      ([first, ...others]) => [
        first,
        ...others.map((entry) => (isJsonObject(entry) ? { ...defaultEntry, subject: entry.subject } : entry)),
      ],
    ],
  }),
});
