/**
 * Clauses and silent sentences account for the whole specification. The table follows its text from top to bottom,
 * sentence by sentence in our own words, each with the clauses that it gives or the word silent.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type ClauseId, clauseOf, clauses, clausesOf, holdsIn } from '../../../../schemas/clauses/clauses.js';
import { silentSentences } from '../../../../schemas/clauses/silent-sentences.js';

type Row = readonly [what: string, place: string, gives: readonly ClauseId[] | 'silent'];

const text: readonly Row[] = [
  ['the heading', 'Title', 'silent'],
  ['it gives an identifier', 'Answer › success', ['answer/success/conversation-identifier/required']],
  [
    'channel and subject together',
    'Behaviour › new conversation',
    ['behaviour/different-pair/subject', 'behaviour/different-pair/channel'],
  ],
  ['nothing found: created', 'Behaviour › new conversation', ['behaviour/new-conversation']],
  ['something found: given back', 'Behaviour › existing conversation', ['behaviour/same-pair/repeated']],
  ['other operations take it', 'Behaviour › use of the identifier', 'silent'],
  ['the products', 'Products', 'silent'],
  ['the edition', 'Editions', 'silent'],
  ['path and method', 'Operation › path and method', ['operation/endpoint']],
  ['strings and standard headers', 'Headers', 'silent'],
  [
    'Authorization',
    'Headers › Authorization',
    ['headers/authorization/required', 'headers/authorization/scheme', 'headers/authorization/token'],
  ],
  ['Content-Type', 'Headers › Content-Type', ['headers/content-type/required', 'headers/content-type/media-type']],
  ['OrgId', 'Headers › OrgId', ['headers/org-id/required', 'headers/org-id/length']],
  [
    'AuthorizationContext',
    'Headers › AuthorizationContext',
    [
      'headers/authorization-context/required',
      'headers/authorization-context/format',
      'headers/authorization-context/prefix',
    ],
  ],
  ['an example of it', 'Headers › AuthorizationContext', 'silent'],
  [
    'RequestId',
    'Headers › RequestId',
    ['headers/request-id/required', 'headers/request-id/format', 'headers/request-id/unique'],
  ],
  ['an example announced', 'Body › example', 'silent'],
  ['the columns', 'Body › table', 'silent'],
  [
    'the channel',
    'Body › channelAddressIdentifier',
    ['body/channel-address-identifier/required', 'body/channel-address-identifier/string'],
  ],
  ['where the channel comes from', 'Body › channelAddressIdentifier', 'silent'],
  ['the participants', 'Body › participants', ['body/participants/required', 'body/participants/list']],
  ['representatives', 'Body › participants', 'silent'],
  [
    'the subject',
    'Body › participants.subject',
    ['body/participants/subject/required', 'body/participants/subject/string'],
  ],
  ['what a role is', 'Body › participants.role', 'silent'],
  ['the role', 'Body › participants.role', ['body/participants/role/required', 'body/participants/role/value']],
  [
    'the app type',
    'Body › participants.appType',
    ['body/participants/app-type/required', 'body/participants/app-type/value'],
  ],
  ['what custom stands for', 'Body › participants.appType', 'silent'],
];

/** Places that only docs/reading.md has: what the text leaves open. */
const assumedPlaces = [
  'Body › multipart/form-data',
  'Answer › refusal',
  'Behaviour › retry',
  'Behaviour › connector in the field',
];

test('every sentence gives the clauses of its place, or is listed as silent there', () => {
  for (const [what, place, gives] of text) {
    if (gives === 'silent') {
      assert.ok(
        silentSentences.some((sentence) => sentence.place === place),
        what,
      );
    } else {
      for (const id of gives) assert.equal(clauseOf(id).place, place, what);
    }
  }
});

test('the silent sentences are those of the text, in its order', () => {
  const silent = text.filter(([, , gives]) => gives === 'silent').map(([, place]) => place);
  assert.deepEqual(
    silentSentences.map(({ place }) => place),
    silent,
  );
});

test('every clause that the text states comes from one of its sentences', () => {
  const given = new Set<string>(text.flatMap(([, , gives]) => (gives === 'silent' ? [] : gives)));
  const stated = clausesOf('61.0')
    .filter(({ sureness }) => sureness === 'stated')
    .map(({ id }) => id);
  assert.deepEqual(
    stated.filter((id) => !given.has(id)),
    [],
  );
});

test('no clause stands at a place that neither the text nor docs/reading.md has', () => {
  const places = new Set<string>([...text.map(([, place]) => place), ...assumedPlaces]);
  assert.deepEqual(
    clausesOf('61.0')
      .filter(({ place }) => !places.has(place))
      .map(({ id }) => id),
    [],
  );
});

test('each says what and why in whole sentences', () => {
  for (const { gist, reason } of silentSentences) for (const one of [gist, reason]) assert.match(one, /^[A-Z].*\.$/);
});

/** The points of the public facts beyond the specification, in our own words, each with the clauses that it gives. */
const publicFacts: readonly (readonly [what: string, gives: readonly ClauseId[] | 'silent'])[] = [
  ['the content type is JSON', ['headers/content-type/json', 'headers/content-type/json-any-spelling']],
  ['the body is one object', ['body/json/well-formed', 'body/json/object', 'body/json/any-spelling']],
  ['exactly one participant', ['body/participants/one-entry']],
  [
    'optional routing attributes of strings',
    ['body/routing-attributes/object', 'body/routing-attributes/string-values'],
  ],
  // docs/reading.md takes each of 200, 201 and 202, and further members of the answer are fine.
  ['success is 202, with a session', 'silent'],
];

test('every clause of the later edition alone comes from the public facts, and the other way round', () => {
  const given = publicFacts.flatMap(([, gives]) => (gives === 'silent' ? [] : gives));
  const later = clauses.map(({ id }) => id).filter((id) => !holdsIn(id, '61.0'));
  assert.deepEqual([...given].sort(), [...later].sort());
});
