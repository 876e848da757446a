/** Probes that judge nothing: what the specification leaves open is tried once, and what came is told. */

import { ranked } from '../../../generators/rank.js';
import { mapHeader, mapJson, mapParts } from '../../../generators/spellings/spelling.js';
import type { ClauseId } from '../../../schemas/clauses/clauses.js';
import { whatCame } from '../../../verdicts/service/classify.js';
import type { RequestDraft } from '../../../wire/request.js';
import type { Probe } from '../probe.js';
import type { ProbeContext } from '../probe-context.js';
import { isNotReached, undecidedCause } from '../transport-trouble.js';

/** A point that the specification leaves open. */
interface Open {
  /** Unique beside the clause, and never reworded. */
  readonly slug: string;
  readonly label: string;
  readonly make: (context: ProbeContext) => RequestDraft;
}

const plain = (context: ProbeContext, name: string): RequestDraft => context.conforming(context.pair(name));

/** Tries each open point once, on subjects of its own. The identifiers are kept out of the history. */
function observes(clause: ClauseId, what: string, points: readonly Open[]): Probe {
  return {
    clause,
    title: `observed: ${what}`,
    cases: points.map(({ slug, label }) => ({ clause, slug, label })),
    run: async (context) => {
      for (const { slug, label, make } of context.due(ranked(points))) {
        const exchange = await context.send(make(context), 'refused');
        if (isNotReached(context.run, undecidedCause(exchange))) return;
        context.ledger.record({
          clause,
          case: { slug },
          label,
          verdict: 'observed',
          expects: 'nothing',
          foundBy: 'sweep',
          expected: 'nothing: the specification leaves this to the service',
          got: whatCame(exchange),
          exchange: exchange.number,
        });
      }
    },
  };
}

export const observesRepeatedRequestId = observes('headers/request-id/unique', 'a RequestId sent twice', [
  {
    slug: 'sent-for-the-first-time',
    label: 'a RequestId sent for the first time',
    make: (context) => withRequestId(context, 'twice-a'),
  },
  {
    slug: 'again-for-the-same-pair',
    label: 'the same RequestId for the same pair',
    make: (context) => withRequestId(context, 'twice-a'),
  },
  {
    slug: 'again-for-another-pair',
    label: 'the same RequestId for another pair',
    make: (context) => withRequestId(context, 'twice-b'),
  },
]);

function withRequestId(context: ProbeContext, name: string): RequestDraft {
  return mapHeader(plain(context, name), 'RequestId', () => context.fixedRequestId('twice'));
}

export const observesSpecialGuids = observes('headers/request-id/any-version', 'GUIDs without a version', [
  ...(
    [
      ['the-guid-of-zeros', '00000000-0000-0000-0000-000000000000'],
      ['the-guid-of-ones', 'ffffffff-ffff-ffff-ffff-ffffffffffff'],
    ] as const
  ).map(([slug, guid]) => ({
    slug,
    label: `the GUID ${guid}`,
    make: (context: ProbeContext) => mapHeader(plain(context, 'special-guid'), 'RequestId', () => guid),
  })),
]);

export const observesMoreParts = observes('body/multipart/well-formed', 'more parts than the contract names', [
  {
    slug: 'an-unknown-part',
    label: 'an unknown part',
    make: (context) => mapParts(plain(context, 'more-parts'), (parts) => [...parts, { name: 'note', value: 'x' }]),
  },
  {
    slug: 'every-part-twice',
    label: 'every part twice',
    make: (context) => mapParts(plain(context, 'twice-parts'), (parts) => [...parts, ...parts]),
  },
]);

export const observesUnknownChannel = observes(
  'body/channel-address-identifier/string',
  'a channel nobody configured',
  [
    {
      slug: 'an-unknown-channel',
      label: 'an unknown channel',
      make: (context) =>
        context.conforming({ channel: context.word('unknown-channel'), subject: context.word('unknown-channel') }),
    },
  ],
);

/** What later editions say of the number of entries has a clause there. */
export const observesTwoEntries: Probe = {
  until: '61.0',
  ...observes('body/participants/entries', 'two entries', [
    {
      slug: 'two-well-formed-entries',
      label: 'two well-formed entries',
      make: (context) =>
        mapJson(plain(context, 'two-entries'), (json) =>
          json.replace(/\{"subject":[^}]*\}/, (entry) => `${entry},${entry.replace('two-entries', 'second-entry')}`),
        ),
    },
  ]),
};

export const observesMembers = observes('body/participants/entries', 'members beyond those of the contract', [
  {
    slug: 'an-unknown-member',
    label: 'an unknown member',
    make: (context) =>
      mapJson(plain(context, 'more-members'), (json) => json.replace('"role"', '"displayName":"Ann","role"')),
  },
]);

export const observesJson = observes('body/json/object', 'JSON that is more than the contract names', [
  {
    slug: 'an-unknown-member-of-the-object',
    label: 'an unknown member of the object',
    make: (context) => mapJson(plain(context, 'more-in-body'), (json) => json.replace('{', '{"note":"x",')),
  },
  {
    slug: 'a-member-that-comes-twice',
    label: 'a member that comes twice',
    make: (context) =>
      mapJson(plain(context, 'twice-in-body'), (json) => json.replace('"role":', '"role":"EndUser","role":')),
  },
  {
    slug: 'a-byte-order-mark-in-front',
    label: 'a byte order mark in front',
    make: (context) => mapJson(plain(context, 'byte-order-mark'), (json) => `\uFEFF${json}`),
  },
]);

export const observesOddSubjects = observes('body/participants/subject/any-text', 'odd subjects', [
  ...(
    [
      ['a-control-character', 'a control character', 'a\u0001b'],
      ['a-nul', 'a NUL', 'a\u0000b'],
      ['a-line-end', 'a line end', 'a\nb'],
      ['a-private-use-character', 'a private-use character', 'a\uE000b'],
      ['a-lone-surrogate', 'a lone surrogate, as an escape', 'a\uD800b'],
    ] as const
  ).map(([slug, label, text]) => ({
    slug,
    label,
    make: (context: ProbeContext) =>
      context.conforming({ channel: context.channel, subject: `${context.word('odd')} ${text}` }),
  })),
  {
    slug: 'one-blank',
    label: 'one blank',
    make: (context) => context.conforming({ channel: context.channel, subject: ' ' }),
  },
]);
