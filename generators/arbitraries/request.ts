/** Arbitrary conforming requests: values by the schemas, written down in any combination of legal spellings. */
import type { EditionId } from '../../schemas/editions/editions.js';
import { schemasOf } from '../../schemas/operations/request-schema.js';
import type { RequestMessage } from '../../schemas/validation/validate-request.js';
import { type Basis, sourcesOf } from '../basis.js';
import { fc } from '../fast-check.js';
import { spellingsByDimension } from '../spellings/index.js';
import type { Spelling } from '../spellings/spelling.js';
import { arbitraryOf, leftOut } from './from-schema.js';
import { subjectText } from './subject.js';

export function drawnText(): fc.Arbitrary<{ channelIndex: number; text: string }> {
  return fc.record({ channelIndex: fc.nat({ max: 1 }), text: subjectText() }, { noNullPrototype: true });
}

/** At most one spelling of each dimension of the edition; without any the request is in its plainest form, to which failures shrink. */
export function drawnSpellings(edition: EditionId, operation?: string): fc.Arbitrary<readonly Spelling[]> {
  // `freq` is one in so many without a spelling: with 1 there would never be any.
  const dimensions = [...spellingsByDimension(edition, operation).values()].map((spellings) =>
    fc.option(fc.constantFrom(...spellings), { nil: undefined, freq: 2 }),
  );
  return fc.tuple(...dimensions).map((drawn) => drawn.filter((spelling) => spelling !== undefined));
}

/** Messages that validate, made from the schema of the request; what has a source comes from the basis, but for the subject. */
export function messageOf(basis: Basis): fc.Arbitrary<RequestMessage> {
  const sources = {
    ...Object.fromEntries(Object.entries(sourcesOf(basis)).map(([name, value]) => [name, fc.constant(value)])),
    // The word of the run stands before what is drawn: nobody's conversation is met by chance.
    subject: subjectText().map((text) => `${basis.subject} ${text}`),
    // Which attributes an org knows is its own affair: a request that must be accepted has none.
    'routing-attributes': leftOut,
  };
  // The schema says what a message is; the cast only repeats that for the compiler.
  return arbitraryOf(schemasOf(basis).request, sources).map((value) => value as RequestMessage);
}
