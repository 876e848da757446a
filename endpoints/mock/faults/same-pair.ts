/** Faults of Behaviour › existing conversation: what else than the pair changes the identifier. */
import { createHash } from 'node:crypto';
import type { ClauseId } from '../../../schemas/clauses/clauses.js';
import type { Behaviour, Context } from '../behaviour.js';
import type { Fault } from '../fault.js';
import type { AcceptedReading } from '../reading.js';
import { headerOf } from '../service-request.js';

/** A fault that lets something beside the pair take part in the look-up. */
function alsoKeyedBy<const Id extends string, const Clause extends ClauseId>(
  id: Id,
  clause: Clause,
  summary: string,
  more: (reading: AcceptedReading, context: Context) => string,
) {
  return {
    id: `same-pair/${id}`,
    clause,
    summary,
    minLevel: 'standard',
    behaviour: (): Behaviour => ({
      // A line feed in front: no configured channel has one, so keys of two requests meet only when they should.
      keys: ([channel, subject], reading, context) => [`${channel}\n${more(reading, context)}`, subject],
    }),
  } as const satisfies Fault;
}

const repeated = 'behaviour/same-pair/repeated';
const spelling = 'behaviour/same-pair/spelling';
const connection = 'behaviour/same-pair/connection';

/** A fault that loses the conversation once, at a certain call for its pair. */
function changesAt<const Id extends string>(wanted: number, id: Id, ordinal: string) {
  return {
    id: `same-pair/${id}`,
    clause: repeated,
    summary: `Establishes a new conversation when a pair is asked for the ${ordinal} time.`,
    minLevel: 'standard',
    behaviour: (): Behaviour => {
      const calls = new Map<string, number>();
      return {
        identifies(next, pair, _reading, { conversations }) {
          const key = JSON.stringify(pair);
          const call = (calls.get(key) ?? 0) + 1;
          calls.set(key, call);
          if (call === wanted) conversations.forget(pair);
          return next();
        },
      };
    },
  } as const satisfies Fault;
}

/** A fresh copy of everything is seen only this long after it was written. */
const replicaLagMs = 50;

const bodyOf = ({ parts }: AcceptedReading, name: string) =>
  parts.find((part) => part.name === name)?.body.toString('latin1') ?? '';

/** Text that still holds its escapes when everything else is decoded. */
function undecodedEscapes(reading: AcceptedReading): string {
  const text = bodyOf(reading, 'participants') + bodyOf(reading, 'json');
  return (text.match(/\\u[0-9a-f]{4}/gi) ?? []).join('');
}

export const samePairFaults = [
  {
    id: 'same-pair/new-every-time',
    clause: repeated,
    summary: 'Establishes a new conversation with every request.',
    minLevel: 'smoke',
    behaviour: (): Behaviour => ({ identifies: (_next, _pair, _reading, { newIdentifier }) => newIdentifier() }),
  },
  changesAt(2, 'changes-at-second-call', 'second'),
  changesAt(3, 'changes-at-third-call', 'third'),
  changesAt(5, 'changes-at-fifth-call', 'fifth'),
  alsoKeyedBy('by-request-id', repeated, 'Keeps conversations by RequestId.', ({ received }) =>
    String(headerOf(received, 'requestid')),
  ),
  alsoKeyedBy('two-nodes', repeated, 'Two nodes take turns and do not know of each other.', (_reading, { requests }) =>
    String(requests % 2),
  ),
  alsoKeyedBy(
    'three-nodes',
    repeated,
    'Three nodes take turns and do not know of each other.',
    (_reading, { requests }) => String(requests % 3),
  ),
  {
    id: 'same-pair/seen-late',
    clause: repeated,
    summary: 'Looks conversations up in a copy that sees a new one 50 milliseconds later.',
    minLevel: 'standard',
    behaviour: (): Behaviour => {
      const copied = new Map<string, { readonly identifier: string; readonly at: number }>();
      return {
        identifies(_next, pair, _reading, { now, newIdentifier }) {
          const key = JSON.stringify(pair);
          const known = copied.get(key);
          if (known !== undefined && now() >= known.at) return known.identifier;
          const identifier = newIdentifier();
          if (known === undefined) copied.set(key, { identifier, at: now() + replicaLagMs });
          return identifier;
        },
      };
    },
  },
  alsoKeyedBy('by-connection', connection, 'Keeps conversations by connection.', ({ received }) =>
    String(received.connection),
  ),
  alsoKeyedBy(
    'two-nodes-by-connection',
    connection,
    'Spreads connections over two nodes that do not know of each other.',
    ({ received }) => String(received.connection % 2),
  ),
  alsoKeyedBy('by-part-order', spelling, 'Keeps conversations by the order of the parts.', ({ parts }) =>
    parts.map(({ name }) => name).join(),
  ),
  alsoKeyedBy(
    'by-json-text',
    spelling,
    'Keeps conversations by the participants as they are spelled.',
    (reading) => bodyOf(reading, 'participants') + bodyOf(reading, 'json'),
  ),
  alsoKeyedBy('by-part-types', spelling, 'Keeps conversations by the types of the parts.', ({ parts }) =>
    parts
      .map(({ contentType }) => contentType ?? '')
      .sort()
      .join(),
  ),
  alsoKeyedBy('by-body-bytes', spelling, 'Keeps conversations by a hash of the whole body.', ({ received }) =>
    createHash('sha256').update(received.body).digest('hex'),
  ),
  alsoKeyedBy('by-escapes', spelling, 'Does not decode escapes before it looks up a subject.', undecodedEscapes),
  alsoKeyedBy('by-header-case', spelling, 'Keeps conversations by the case of the header names.', ({ received }) =>
    String(received.fields.some(([name]) => name === 'OrgId')),
  ),
] as const satisfies readonly Fault[];
