/** Probes: subjects of any text and of any length up to 255 are accepted; longer ones are not cut silently. */

import {
  lengthCase,
  lengthsBeyond255,
  lengthsUpTo255,
  singleCharacters,
  textSamples,
} from '../../../generators/identities/any-text.js';
import { commonBeginnings } from '../../../generators/identities/families/lengths.js';
import { subjectOfLength } from '../../../generators/identities/subject-of-length.js';
import type { NamedCase } from '../../../generators/named-case.js';
import { ranked, rankedFromOne } from '../../../generators/rank.js';
import type { ClauseId } from '../../../schemas/clauses/clauses.js';
import { subjectPlace } from '../../../schemas/record/message-place.schema.js';
import { classify, whatCame } from '../../../verdicts/service/classify.js';
import type { Pair } from '../../../wire/codecs/pair-reader.js';
import type { SendOptions } from '../../../wire/exchange.js';
import { type Acceptance, bookAccepted } from '../accept.js';
import { acceptAll } from '../accept-all.js';
import { confirm } from '../confirm.js';
import type { Probe } from '../probe.js';
import type { ProbeContext } from '../probe-context.js';
import { undecidedCause } from '../transport-trouble.js';

/** There are several times as many as violations of one clause. */
const samplesAtOnce = 4;

export const acceptsAnyText = (clause: ClauseId): Probe => ({
  clause,
  title: 'accepts subjects of any text',
  run: async (context) => {
    const named = ([slug, label, subject, rank]: (typeof textSamples)[number]) =>
      ({ case: { slug }, label, subject, rank }) as const;
    const words = textSamples.map(named).map((one) => ({ ...one, subject: `${context.word('text')} ${one.subject}` }));
    // In an economical run the neighbours, which are of any text, tell the same.
    const ofWords = context.sendsForBookedClauses ? rankedFromOne(words) : ranked(words, samplesAtOnce);
    const samples = [...ofWords, ...ranked(singleCharacters.map(named))];
    await acceptSubjects(context, clause, context.due(samples));
  },
});

/** Filled with characters of two, three and four bytes. */
export const wideLengths: readonly (NamedCase & { readonly bytes: number })[] = (
  [
    ['two-bytes', 2],
    ['three-bytes', 3],
    ['four-bytes', 4],
  ] as const
).map(([slug, bytes]) => ({
  case: { slug: `255-characters-of-${slug}` },
  label: `255 characters, filled with such of ${bytes} bytes`,
  bytes,
}));

/** Filled with letters of one, two, three and four bytes, so that a limit in bytes shows as well. */
export const acceptsLengths = (clause: ClauseId): Probe => ({
  clause,
  title: 'accepts subjects of up to 255 characters',
  run: async (context) => {
    const word = context.word(context.run.isEconomical ? commonBeginnings.slug : 'length');
    const plain = lengthsUpTo255.map((length) => ({ ...lengthCase(length), subject: subjectOfLength(word, length) }));
    const wide = wideLengths.map(({ bytes, ...named }) => ({
      ...named,
      subject: subjectOfLength(word, 255, bytes),
      short: subjectOfLength(word, word.length + 8, bytes),
    }));
    const samples = rankedFromOne([...plain.reverse(), ...wide]);
    await acceptSubjects(context, clause, context.due(samples));
  },
});

/**
 * Two subjects that differ in the last character only: a service that cuts makes them one. In an economical run one of
 * them does, beside the neighbours of 255 characters that it begins with.
 */
export const toleratesLongSubjects = (clause: ClauseId): Probe => ({
  clause,
  title: 'neither cuts nor breaks on subjects beyond 255 characters',
  run: async (context) => {
    const { isEconomical } = context.run;
    const word = context.word(isEconomical ? commonBeginnings.slug : 'long');
    const lengths = ranked(lengthsBeyond255.map((length, index) => ({ length, rank: index === 0 ? 2 : undefined })));
    const samples = context
      .due(lengths)
      .flatMap(({ length }) =>
        (isEconomical ? ['A'] : ['A', 'B']).map((last) => [length, subjectOfLength(word, length - 1) + last] as const),
      );
    const { channel } = context;
    await Promise.all(
      samples.map(([length, subject]) => longSubject(context, { ...lengthCase(length), pair: { channel, subject } })),
    );
  },
});

/** A refusal is as good as a success. @param requestId of the first request, where the order of calls is left to chance. */
export async function longSubject(
  context: ProbeContext,
  { pair, ...named }: NamedCase & { readonly pair: Pair },
  requestId?: string,
): Promise<void> {
  const clause = 'body/participants/subject/beyond-255';
  const send = (options?: SendOptions, id?: string) =>
    context.send(context.conforming(pair, id), { accepted: pair }, options);
  const exchange = await send({}, requestId);
  const cause = undecidedCause(exchange);
  if (cause !== undefined) return context.ledger.skip(clause, cause);
  const { kind } = classify(exchange);
  const isError = (status: number | undefined): boolean => status !== undefined && status >= 500;
  if (kind === 'accepted' || kind === 'malformed success') {
    await bookAccepted(context, { ...named, pair, blames: clause }, exchange);
    context.ledger.pass(clause);
  } else if (isError(exchange.answer?.status)) {
    const confirmed = await confirm(
      (connection) => send({ connection, leaves: 0 }),
      (again) => isError(again.answer?.status),
    );
    context.ledger.record({
      ...named,
      clause,
      ...(confirmed.how === 'not again'
        ? { verdict: 'inconclusive', cause: confirmed.cause }
        : { verdict: 'nonconformant' }),
      expects: 'acceptance or refusal',
      foundBy: 'sweep',
      confirmed: confirmed.how,
      expected: 'acceptance or a refusal',
      got: whatCame(exchange),
      advice: `Answer 4xx instead of ${exchange.answer?.status}: check the length of the subject before it is stored.`,
      exchange: exchange.number,
    });
  } else {
    context.ledger.pass(clause);
  }
}

async function acceptSubjects(
  context: ProbeContext,
  clause: ClauseId,
  samples: readonly (NamedCase & { readonly subject: string; readonly short?: string })[],
): Promise<void> {
  const { channel } = context;
  const acceptances = samples.map(({ subject, short, case: asked, label }): Acceptance => {
    const difference = { at: subjectPlace, control: 'a plain word', case: subject };
    const blames = 'body/participants/subject/any-text';
    const simpler = short === undefined ? undefined : ({ pair: { channel, subject: short }, blames } as const);
    return { case: asked, label, pair: { channel, subject }, blames: clause, difference, simpler };
  });
  await acceptAll(context, acceptances, () => context.ledger.pass(clause));
}
