/** Probes that judge nothing: what the specification leaves open is tried once, and what came is told. */
import { isDeepStrictEqual } from 'node:util';
import { ranked } from '../../../generators/rank.js';
import { mapHeader, mapJson, mapParts } from '../../../generators/spellings/spelling.js';
import type { ClauseId } from '../../../schemas/clauses/clauses.js';
import type { Pair } from '../../../wire/codecs/pair-reader.js';
import type { RequestDraft } from '../../../wire/request.js';
import { observed } from '../judge-undecided.js';
import type { Probe } from '../probe.js';
import type { ProbeContext } from '../probe-context.js';
import { isNotReached, undecidedCause } from '../transport-trouble.js';

/** A point that the specification leaves open. The slug is unique beside the clause, and never reworded. */
type Open = readonly [slug: string, label: string, pair: (context: ProbeContext) => Pair, change?: Change];
type Change = (draft: RequestDraft, context: ProbeContext) => RequestDraft;

const named =
  (name: string) =>
  (context: ProbeContext): Pair =>
    context.pair(name);

/** Tries each open point once, on subjects of its own. The identifiers are kept out of the history. */
function observes(clause: ClauseId, what: string, points: readonly Open[]): Probe {
  return {
    clause,
    title: `observed: ${what}`,
    cases: points.map(([slug, label]) => ({ clause, slug, label })),
    run: async (context) => {
      const open = ranked(points.map(([slug, label, pairIn, change]) => ({ slug, label, pairIn, change })));
      for (const { slug, label, pairIn, change } of context.due(open)) {
        const plain = context.conforming(await context.open(pairIn(context)));
        const draft = change?.(plain, context) ?? plain;
        // The body of another operation may have nothing in it to change.
        if (change !== undefined && isDeepStrictEqual(draft, plain)) continue;
        const exchange = await context.send(draft, 'refused');
        if (isNotReached(context.run, undecidedCause(exchange))) return;
        const expected = 'nothing: the specification leaves this to the service';
        context.ledger.record(observed({ clause, case: { slug }, label, expected }, exchange));
      }
    },
  };
}

const withFixedRequestId: Change = (draft, context) =>
  mapHeader(draft, 'RequestId', () => context.fixedRequestId('twice'));

export const observesRepeatedRequestId = observes('headers/request-id/unique', 'a RequestId sent twice', [
  ['sent-for-the-first-time', 'a RequestId sent for the first time', named('twice-a'), withFixedRequestId],
  ['again-for-the-same-pair', 'the same RequestId for the same pair', named('twice-a'), withFixedRequestId],
  ['again-for-another-pair', 'the same RequestId for another pair', named('twice-b'), withFixedRequestId],
]);

const specialGuid = (slug: string, guid: string): Open => [
  slug,
  `the GUID ${guid}`,
  named('special-guid'),
  (draft) => mapHeader(draft, 'RequestId', () => guid),
];

export const observesSpecialGuids = observes('headers/request-id/any-version', 'GUIDs without a version', [
  specialGuid('the-guid-of-zeros', '00000000-0000-0000-0000-000000000000'),
  specialGuid('the-guid-of-ones', 'ffffffff-ffff-ffff-ffff-ffffffffffff'),
]);

export const observesMoreParts = observes('body/multipart/well-formed', 'more parts than the contract names', [
  [
    'an-unknown-part',
    'an unknown part',
    named('more-parts'),
    (draft) => mapParts(draft, (parts) => [...parts, { name: 'note', value: 'x' }]),
  ],
  [
    'every-part-twice',
    'every part twice',
    named('twice-parts'),
    (draft) => mapParts(draft, (parts) => [...parts, ...parts]),
  ],
]);

export const observesUnknownChannel = observes(
  'body/channel-address-identifier/string',
  'a channel nobody configured',
  [
    [
      'an-unknown-channel',
      'an unknown channel',
      (context) => context.pair('unknown-channel', context.word('unknown-channel')),
    ],
  ],
);

const withJson =
  (change: (json: string) => string): Change =>
  (draft) =>
    mapJson(draft, change);

/** What later editions say of the number of entries has a clause there. */
export const observesTwoEntries: Probe = {
  until: '61.0',
  ...observes('body/participants/entries', 'two entries', [
    [
      'two-well-formed-entries',
      'two well-formed entries',
      named('two-entries'),
      withJson((json) =>
        json.replace(/\{"subject":[^}]*\}/, (entry) => `${entry},${entry.replace('two-entries', 'second-entry')}`),
      ),
    ],
  ]),
};

export const observesMembers = observes('body/participants/entries', 'members beyond those of the contract', [
  [
    'an-unknown-member',
    'an unknown member',
    named('more-members'),
    withJson((json) => json.replace('"role"', '"displayName":"Ann","role"')),
  ],
]);

export const observesJson = observes('body/json/object', 'JSON that is more than the contract names', [
  [
    'an-unknown-member-of-the-object',
    'an unknown member of the object',
    named('more-in-body'),
    withJson((json) => json.replace('{', '{"note":"x",')),
  ],
  [
    'a-member-that-comes-twice',
    'a member that comes twice',
    named('twice-in-body'),
    withJson((json) => json.replace('"role":', '"role":"EndUser","role":')),
  ],
  [
    'a-byte-order-mark-in-front',
    'a byte order mark in front',
    named('byte-order-mark'),
    withJson((json) => `\uFEFF${json}`),
  ],
]);

const oddSubjects = [
  ['a-control-character', 'a control character', 'a\u0001b'],
  ['a-nul', 'a NUL', 'a\u0000b'],
  ['a-line-end', 'a line end', 'a\nb'],
  ['a-private-use-character', 'a private-use character', 'a\uE000b'],
  ['a-lone-surrogate', 'a lone surrogate, as an escape', 'a\uD800b'],
] as const;

export const observesOddSubjects = observes('body/participants/subject/any-text', 'odd subjects', [
  ...oddSubjects.map(([slug, label, text]): Open => [slug, label, (context) => context.pair(`odd ${text}`)]),
  ['one-blank', 'one blank', ({ channel }) => ({ channel, subject: ' ' })],
]);
