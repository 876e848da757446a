/** Probe: messages drawn from the schemas themselves are accepted: participants with subjects of their own. */
import { messageOf } from '../../../generators/arbitraries/request.js';
import { draftOf } from '../../../generators/basis.js';
import { fc } from '../../../generators/fast-check.js';
import { seededInteger } from '../../../generators/seeded.js';
import type { ClauseId } from '../../../schemas/clauses/clauses.js';
import { operationOf } from '../../../schemas/operations/operations.js';
import { encodeRequest } from '../../../wire/codecs/encode.js';
import { readPair } from '../../../wire/codecs/pair-reader.js';
import type { RequestDraft } from '../../../wire/request.js';
import { accept } from '../accept.js';
import { plainCase } from '../plain-cases.js';
import type { Probe } from '../probe.js';

export const acceptsSchemaValues = (clause: ClauseId): Probe => ({
  clause,
  title: 'establishes conversations for values drawn from the schemas',
  run: async (context) => {
    const count = Math.min(20, context.plan.searches);
    const basis = context.basis(context.pair('schema'));
    const messages = fc.sample(messageOf(basis), {
      seed: seededInteger(context.subjectSeed, 'schema'),
      numRuns: count || 1,
    });
    await Promise.all(
      messages.slice(0, count).map(async (message) => {
        const drawn = encodeRequest(draftOf(message, basis));
        const pair = readPair(drawn, operationOf(basis.operation)) ?? basis;
        const make = (): RequestDraft => {
          const next = context.basis(pair);
          return draftOf({ ...message, headers: { ...message.headers, RequestId: next.requestId } }, next);
        };
        const answer = await accept(context, {
          ...plainCase('a-message-drawn-from-the-schemas'),
          pair,
          foundBy: 'search',
          blames: 'body/participants/subject/any-text',
          probes: 'behaviour/same-pair/at-once',
          make,
        });
        if (answer.through) context.ledger.pass(clause);
      }),
    );
  },
});
