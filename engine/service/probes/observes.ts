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

/** A point that the specification leaves open, and whom it asks for, by a name or as said. The slug is unique beside the clause, and never reworded. */
type Open = readonly [slug: string, label: string, pair: string | ((context: ProbeContext) => Pair), change?: Change];
type Change = (draft: RequestDraft, context: ProbeContext) => RequestDraft;

/** Tries each open point once, on subjects of its own. The identifiers are kept out of the history. */
function observes(clause: ClauseId, what: string, points: readonly Open[]): Probe {
  return {
    clause,
    title: `observed: ${what}`,
    cases: points.map(([slug, label]) => ({ clause, slug, label })),
    run: async (context) => {
      const open = ranked(points.map(([slug, label, asked, change]) => ({ slug, label, asked, change })));
      for (const { slug, label, asked, change } of context.due(open)) {
        const plain = context.conforming(
          await context.open(typeof asked === 'string' ? context.pair(asked) : asked(context)),
        );
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
  ['sent-for-the-first-time', 'a RequestId sent for the first time', 'twice-a', withFixedRequestId],
  ['again-for-the-same-pair', 'the same RequestId for the same pair', 'twice-a', withFixedRequestId],
  ['again-for-another-pair', 'the same RequestId for another pair', 'twice-b', withFixedRequestId],
]);

const specialGuid = (slug: string, guid: string): Open => [
  slug,
  `the GUID ${guid}`,
  'special-guid',
  (draft) => mapHeader(draft, 'RequestId', () => guid),
];

export const observesSpecialGuids = observes('headers/request-id/any-version', 'GUIDs without a version', [
  specialGuid('the-guid-of-zeros', '00000000-0000-0000-0000-000000000000'),
  specialGuid('the-guid-of-ones', 'ffffffff-ffff-ffff-ffff-ffffffffffff'),
]);

const withParts =
  (change: Parameters<typeof mapParts>[1]): Change =>
  (draft) =>
    mapParts(draft, change);

export const observesMoreParts = observes('body/multipart/well-formed', 'more parts than the contract names', [
  ['an-unknown-part', 'an unknown part', 'more-parts', withParts((parts) => [...parts, { name: 'note', value: 'x' }])],
  ['every-part-twice', 'every part twice', 'twice-parts', withParts((parts) => [...parts, ...parts])],
]);

const unknownChannel = (context: ProbeContext): Pair =>
  context.pair('unknown-channel', context.word('unknown-channel'));

export const observesUnknownChannel = observes(
  'body/channel-address-identifier/string',
  'a channel nobody configured',
  [['an-unknown-channel', 'an unknown channel', unknownChannel]],
);

/** The JSON text with the first that is found in it written in another way. */
const inJson =
  (found: string | RegExp, written: (found: string) => string): Change =>
  (draft) =>
    mapJson(draft, (json) => json.replace(found, written));

const secondEntry = inJson(
  /\{"subject":[^}]*\}/,
  (entry) => `${entry},${entry.replace('two-entries', 'second-entry')}`,
);

/** What later editions say of the number of entries has a clause there. */
export const observesTwoEntries: Probe = {
  until: '61.0',
  ...observes('body/participants/entries', 'two entries', [
    ['two-well-formed-entries', 'two well-formed entries', 'two-entries', secondEntry],
  ]),
};

const moreMembers = inJson('"role"', (role) => `"displayName":"Ann",${role}`);

export const observesMembers = observes('body/participants/entries', 'members beyond those of the contract', [
  ['an-unknown-member', 'an unknown member', 'more-members', moreMembers],
]);

const noteInObject = inJson('{', () => '{"note":"x",');
const roleTwice = inJson('"role":', (role) => `${role}"EndUser",${role}`);

export const observesJson = observes('body/json/object', 'JSON that is more than the contract names', [
  ['an-unknown-member-of-the-object', 'an unknown member of the object', 'more-in-body', noteInObject],
  ['a-member-that-comes-twice', 'a member that comes twice', 'twice-in-body', roleTwice],
  ['a-byte-order-mark-in-front', 'a byte order mark in front', 'byte-order-mark', inJson(/^/, () => '\uFEFF')],
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
