/** Faults of Body › participants: the list and its entries. */
import type { Fault } from '../fault.js';
import { isObject } from '../token-verifier.js';
import { defaultEntry } from './default-form.js';
import { readsParticipants } from './reading-otherwise.js';

/** Takes the default list where the condition holds; `undefined` stands for absent. */
const usesDefaultWhen = (condition: (participants: unknown) => boolean) =>
  readsParticipants((participants) => (condition(participants) ? [defaultEntry] : participants));

/** Checks only some of the entries. */
const checksOnly = (choose: (entries: readonly unknown[]) => readonly unknown[]) =>
  readsParticipants((participants) => (Array.isArray(participants) ? choose(participants) : participants));

/** Takes the default entry for entries where the condition holds. */
const takesEntry = (condition: (entry: unknown) => boolean) =>
  checksOnly((entries) => entries.map((entry) => (condition(entry) ? defaultEntry : entry)));

function isGood(entry: unknown): boolean {
  return (
    isObject(entry) &&
    typeof entry.subject === 'string' &&
    entry.subject !== '' &&
    entry.role === 'EndUser' &&
    entry.appType === 'custom'
  );
}

export const participantsFaults = [
  {
    id: 'participants/not-required',
    clause: 'body/participants/required',
    summary: 'Establishes an anonymous conversation when the participants are missing.',
    minLevel: 'smoke',
    behaviour: usesDefaultWhen((participants) => participants === undefined),
  },
  {
    id: 'participants/accepts-object',
    clause: 'body/participants/list',
    summary: 'Takes one object for a list of it.',
    minLevel: 'standard',
    behaviour: readsParticipants((participants) => (isObject(participants) ? [participants] : participants)),
  },
  {
    id: 'participants/accepts-scalars',
    clause: 'body/participants/list',
    summary: 'Takes a string, a number or a truth value for a list.',
    minLevel: 'standard',
    behaviour: usesDefaultWhen((value) => ['string', 'number', 'boolean'].includes(typeof value)),
  },
  {
    id: 'participants/accepts-null',
    clause: 'body/participants/list',
    summary: 'Takes null for a list.',
    minLevel: 'standard',
    behaviour: usesDefaultWhen((participants) => participants === null),
  },
  {
    id: 'participants/accepts-empty-list',
    clause: 'body/participants/non-empty',
    summary: 'Establishes an anonymous conversation when the list is empty.',
    minLevel: 'smoke',
    behaviour: usesDefaultWhen((participants) => Array.isArray(participants) && participants.length === 0),
  },
  {
    id: 'participants/string-entries',
    clause: 'body/participants/entries',
    summary: 'Takes a string in the list for a subject.',
    minLevel: 'standard',
    behaviour: checksOnly((entries) =>
      entries.map((entry) => (typeof entry === 'string' ? { ...defaultEntry, subject: entry || 'anonymous' } : entry)),
    ),
  },
  {
    id: 'participants/null-entries',
    clause: 'body/participants/entries',
    summary: 'Takes null in the list for an anonymous participant.',
    minLevel: 'standard',
    behaviour: takesEntry((entry) => entry === null),
  },
  {
    id: 'participants/any-entries',
    clause: 'body/participants/entries',
    summary: 'Does not ask whether the entries of the list are objects.',
    minLevel: 'standard',
    behaviour: takesEntry((entry) => !isObject(entry)),
  },
  {
    id: 'participants/first-entry-only',
    clause: 'body/participants/every-entry',
    summary: 'Checks the first entry and no other.',
    minLevel: 'standard',
    behaviour: checksOnly((entries) => entries.slice(0, 1)),
  },
  {
    id: 'participants/last-entry-only',
    clause: 'body/participants/every-entry',
    summary: 'Checks the last entry and no other.',
    minLevel: 'standard',
    behaviour: checksOnly((entries) => entries.slice(-1)),
  },
  {
    id: 'participants/one-good-entry-is-enough',
    clause: 'body/participants/every-entry',
    summary: 'Drops wrong entries as long as a right one is left.',
    minLevel: 'standard',
    behaviour: checksOnly((entries) => (entries.some(isGood) ? entries.filter(isGood) : entries)),
  },
  {
    id: 'participants/wrong-members-overlooked',
    clause: 'body/participants/every-entry',
    summary: 'Checks roles and app types of the first entry and no other.',
    minLevel: 'standard',
    behaviour: checksOnly((entries) =>
      entries.map((entry, index) =>
        index > 0 && isObject(entry) ? { ...defaultEntry, subject: entry.subject } : entry,
      ),
    ),
  },
] as const satisfies readonly Fault[];
