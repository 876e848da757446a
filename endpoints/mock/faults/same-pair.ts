/** Faults of Behaviour › existing conversation: what else than the pair changes the identifier, and what a refusal does. */
import { createHash } from 'node:crypto';
import { readContentType } from '../../../wire/http/content-type-reader.js';
import { readMultipart } from '../../../wire/multipart/multipart-reader.js';
import type { Context } from '../behaviour.js';
import type { Pair } from '../conversations.js';
import { changesRefusal, sniffBoundary } from '../hooks.js';
import { faultsOf, rowsBy } from '../named-behaviour.js';
import { establishConversation } from '../operations/establish-conversation.js';
import type { AcceptedReading } from '../reading.js';
import { headerOf, type ServiceRequest } from '../service-request.js';
import { readForm, readJson } from '../values.js';

/** Lets something beside the pair take part in the look-up. */
const alsoKeyedBy = rowsBy((more: (reading: AcceptedReading, context: Context) => unknown) => ({
  // A line feed in front: no configured channel has one, so keys of two requests meet only when they should.
  keys: ([channel, subject], reading, context) => [`${channel}\n${more(reading, context)}`, subject],
}));

/** Loses the conversation once, at a certain call for its pair. */
const losesAt = rowsBy((wanted: number) => () => {
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
});

/** A fresh copy of everything is seen only this long after it was written. */
const replicaLagMs = 50;

/** Does something to the conversations whenever a request was refused; the pair is the one that it names. */
const onRefusal = rowsBy((act: (context: Context, pair: Pair | undefined) => void) =>
  changesRefusal((answer, { received }, context) => {
    act(context, pairNamedBy(received));
    return answer;
  }),
);

/** Read as far as it can be, as by services that write before they check. */
function pairNamedBy(request: ServiceRequest): Pair | undefined {
  const announced = readContentType(headerOf(request, 'content-type') ?? '')?.parameters.get('boundary');
  const reading = readMultipart(request.body, announced ?? sniffBoundary(request.body) ?? '');
  if (!reading.ok) return undefined;
  const { parts } = establishConversation;
  return establishConversation.pairOf?.(readForm(reading.parts, parts, readJson).values);
}

/** The text that holds the participants, in either layout. */
function jsonOf({ parts }: AcceptedReading): string {
  const textOf = (name: string) => parts.find((part) => part.name === name)?.body.toString('latin1') ?? '';
  return textOf('participants') + textOf('json');
}

export const samePairFaults = faultsOf('same-pair', {
  'behaviour/same-pair/repeated': {
    'new-every-time': [
      'Establishes a new conversation with every request.',
      { identifies: (_next, _pair, _reading, { newIdentifier }) => newIdentifier() },
      'smoke',
    ],
    ...losesAt({
      'changes-at-second-call': ['Establishes a new conversation when a pair is asked for the second time.', 2],
      'changes-at-third-call': ['Establishes a new conversation when a pair is asked for the third time.', 3],
      'changes-at-fifth-call': ['Establishes a new conversation when a pair is asked for the fifth time.', 5],
    }),
    ...alsoKeyedBy({
      'by-request-id': ['Keeps conversations by RequestId.', ({ received }) => headerOf(received, 'requestid')],
      'two-nodes': ['Two nodes take turns and do not know of each other.', (_reading, { requests }) => requests % 2],
      'three-nodes': [
        'Three nodes take turns and do not know of each other.',
        (_reading, { requests }) => requests % 3,
      ],
    }),
    'seen-late': [
      'Looks conversations up in a copy that sees a new one 50 milliseconds later.',
      () => {
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
    ],
  },
  'behaviour/same-pair/connection': alsoKeyedBy({
    'by-connection': ['Keeps conversations by connection.', ({ received }) => received.connection],
    'two-nodes-by-connection': [
      'Spreads connections over two nodes that do not know of each other.',
      ({ received }) => received.connection % 2,
    ],
    'four-nodes-by-connection': [
      'Spreads connections over four nodes that do not know of each other.',
      ({ received }) => received.connection % 4,
    ],
  }),
  'behaviour/same-pair/spelling': alsoKeyedBy({
    'by-part-order': ['Keeps conversations by the order of the parts.', ({ parts }) => parts.map(({ name }) => name)],
    'by-json-text': ['Keeps conversations by the participants as they are spelled.', jsonOf],
    'by-part-types': [
      'Keeps conversations by the types of the parts.',
      ({ parts }) => parts.map(({ contentType }) => contentType ?? '').sort(),
    ],
    'by-body-bytes': [
      'Keeps conversations by a hash of the whole body.',
      ({ received }) => createHash('sha256').update(received.body).digest('hex'),
    ],
    'by-escapes': [
      'Does not decode escapes before it looks up a subject.',
      (reading) =>
        jsonOf(reading)
          .match(/\\u[0-9a-f]{4}/gi)
          ?.join('') ?? '',
    ],
    'by-header-case': [
      'Keeps conversations by the case of the header names.',
      ({ received }) => received.fields.some(([name]) => name === 'OrgId'),
    ],
  }),
  'behaviour/same-pair/after-refusal': onRefusal({
    'forgotten-after-its-refusal': [
      'Forgets the pair that a refused request names.',
      ({ conversations }, pair) => pair && conversations.forget(pair),
    ],
    'all-forgotten-after-refusal': [
      'Starts anew after every refusal and forgets all conversations.',
      ({ conversations }) => conversations.clear(),
    ],
    'refusal-establishes': [
      'Establishes another conversation for the pair before it finds a request wrong.',
      ({ conversations, newIdentifier }, pair) => pair && conversations.insert(pair, newIdentifier()),
    ],
  }),
});
