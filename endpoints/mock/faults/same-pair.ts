/** Faults of Behaviour › existing conversation: what else than the pair changes the identifier. */
import type { ClauseId } from '../../../schemas/clauses.js';
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
  {
    id: 'same-pair/changes-at-third-call',
    clause: repeated,
    summary: 'Establishes a new conversation when a pair is asked for the third time.',
    minLevel: 'standard',
    behaviour: (): Behaviour => {
      const calls = new Map<string, number>();
      return {
        identifies(next, pair, _reading, { conversations }) {
          const key = JSON.stringify(pair);
          const call = (calls.get(key) ?? 0) + 1;
          calls.set(key, call);
          if (call === 3) conversations.forget(pair);
          return next();
        },
      };
    },
  },
  alsoKeyedBy('by-request-id', repeated, 'Keeps conversations by RequestId.', ({ received }) =>
    String(headerOf(received, 'requestid')),
  ),
  alsoKeyedBy('two-nodes', repeated, 'Two nodes take turns and do not know of each other.', (_reading, { requests }) =>
    String(requests % 2),
  ),
  alsoKeyedBy('by-connection', 'behaviour/same-pair/connection', 'Keeps conversations by connection.', ({ received }) =>
    String(received.connection),
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
  alsoKeyedBy('by-escapes', spelling, 'Does not decode escapes before it looks up a subject.', undecodedEscapes),
  alsoKeyedBy('by-header-case', spelling, 'Keeps conversations by the case of the header names.', ({ received }) =>
    String(received.fields.some(([name]) => name === 'OrgId')),
  ),
] as const satisfies readonly Fault[];
