/** Probes: subjects of any text and of any length up to 255 are accepted; longer ones are not cut silently. */
import {
  lengthCase,
  lengthsBeyond255,
  lengthsUpTo255,
  singleCharacters,
  subjectOfLength,
  textSamples,
} from '../../../generators/identities/any-text.js';
import type { NamedCase } from '../../../generators/named-case.js';
import type { ClauseId } from '../../../schemas/clauses/clauses.js';
import { subjectPlace } from '../../../schemas/record/message-place.schema.js';
import { classify, whatCame } from '../../../verdicts/service/classify.js';
import { accept, judgeAccepted } from '../accept.js';
import { confirm } from '../confirm.js';
import type { Probe } from '../probe.js';
import type { Session } from '../session.js';
import { undecidedCause } from '../transport-trouble.js';

export const acceptsAnyText: Probe = {
  clause: 'body/participants/subject/any-text',
  title: 'accepts subjects of any text',
  run: async (session) => {
    const named = ([slug, label, subject]: (typeof textSamples)[number]) => ({ case: { slug }, label, subject });
    const words = textSamples.map(([slug, label, text]) => named([slug, label, `${session.word('text')} ${text}`]));
    const { texts } = session.plan;
    const samples = [...words.slice(0, texts), ...singleCharacters.slice(0, texts).map(named)];
    await acceptSubjects(session, 'body/participants/subject/any-text', samples);
  },
};

/** Filled with characters of two, three and four bytes. */
export const wideLengths: readonly (NamedCase & { readonly unit: string })[] = (
  [
    ['two-bytes', 'é'],
    ['three-bytes', '漢'],
    ['four-bytes', '😀'],
  ] as const
).map(([slug, unit]) => ({
  case: { slug: `255-characters-of-${slug}` },
  label: `255 characters, filled with ${unit}`,
  unit,
}));

/** Filled with letters of one, two, three and four bytes, so that a limit in bytes shows as well. */
export const acceptsLengths: Probe = {
  clause: 'body/participants/subject/length-255',
  title: 'accepts subjects of up to 255 characters',
  run: async (session) => {
    const word = session.word('length');
    const plain = lengthsUpTo255.map((length) => ({ ...lengthCase(length), subject: subjectOfLength(word, length) }));
    const wide = wideLengths.map(({ unit, ...named }) => ({ ...named, subject: subjectOfLength(word, 255, unit) }));
    const samples = [...plain.reverse(), ...wide].slice(0, session.plan.lengths);
    await acceptSubjects(session, 'body/participants/subject/length-255', samples);
  },
};

/** Two subjects that differ in the last character only: a service that cuts makes them one. */
export const toleratesLongSubjects: Probe = {
  clause: 'body/participants/subject/beyond-255',
  title: 'neither cuts nor breaks on subjects beyond 255 characters',
  run: async (session) => {
    const word = session.word('long');
    const lengths = lengthsBeyond255.slice(0, session.plan.lengths);
    const samples = lengths.flatMap((length) =>
      ['A', 'B'].map((last) => [length, subjectOfLength(word, length - 1) + last] as const),
    );
    await Promise.all(samples.map(([length, subject]) => longSubject(session, length, subject)));
  },
};

export async function longSubject(session: Session, length: number, subject: string): Promise<void> {
  const clause = 'body/participants/subject/beyond-255';
  const pair = { channel: session.channel, subject };
  const named = lengthCase(length);
  const send = () => session.send(session.conforming(pair), { accepted: pair });
  const exchange = await send();
  const cause = undecidedCause(exchange);
  if (cause !== undefined) return session.ledger.skip(clause, cause);
  const { kind } = classify(exchange);
  const isError = (status: number | undefined): boolean => status !== undefined && status >= 500;
  if (kind === 'accepted' || kind === 'malformed success') {
    await judgeAccepted(
      session,
      { ...named, pair, blames: clause, probes: 'behaviour/same-pair/for-ever', make: () => session.conforming(pair) },
      exchange,
    );
    session.ledger.pass(clause);
  } else if (isError(exchange.answer?.status)) {
    const confirmed = await confirm(send, (again) => isError(again.answer?.status));
    const reproduced = confirmed.how !== 'not reproduced';
    session.ledger.record({
      ...named,
      clause,
      verdict: reproduced ? 'nonconformant' : 'inconclusive',
      expects: 'acceptance or refusal',
      foundBy: 'sweep',
      confirmed: confirmed.how === 'not reproduced' ? 'not again' : confirmed.how,
      ...(confirmed.how === 'not reproduced'
        ? { cause: confirmed.budgetSpent ? ('budget spent' as const) : ('not reproduced' as const) }
        : {}),
      expected: 'acceptance or a refusal',
      got: whatCame(exchange),
      advice: 'Check the length of the subject before it is stored, and refuse what does not fit.',
      exchange: exchange.number,
    });
  } else {
    session.ledger.pass(clause);
  }
}

async function acceptSubjects(
  session: Session,
  clause: ClauseId,
  samples: readonly (NamedCase & { readonly subject: string })[],
): Promise<void> {
  await Promise.all(
    samples.map(async ({ subject, ...named }) => {
      const pair = { channel: session.channel, subject };
      const answer = await accept(session, {
        ...named,
        pair,
        blames: clause,
        probes: 'behaviour/same-pair/for-ever',
        make: () => session.conforming(pair),
        difference: { at: subjectPlace, control: 'a plain word', case: subject },
      });
      if (answer.through) session.ledger.pass(clause);
    }),
  );
}
