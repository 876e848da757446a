/**
 * Sends requests that must be accepted, each for a pair of its own. In an economical run each carries a spelling of each
 * dimension as well, and proves all of that when it is accepted. Of a refused one, only what no accepted one carries is
 * under suspicion: each of that is asked for alone, and takes the blame when it fails again. So a right service pays one
 * request for much, and a wrong one a few more.
 */
import { subjectOfLength } from '../../generators/identities/subject-of-length.js';
import { seededInteger } from '../../generators/seeded.js';
import { spellingsByDimension } from '../../generators/spellings/index.js';
import { type Spelling, spelledCase, spellingFacts } from '../../generators/spellings/spelling.js';
import type { Exchange } from '../../wire/exchange.js';
import { type Acceptance, type Accepted, accept, bookAccepted, draftOf } from './accept.js';
import { isWrong, judgeAcceptance } from './judge-acceptance.js';
import { plainCase } from './plain-cases.js';
import type { ProbeContext } from './probe-context.js';

/** @param through told of each that was accepted, whether now or before. */
export async function acceptAll(
  context: ProbeContext,
  acceptances: readonly Acceptance[],
  through: (one: Acceptance, answer: Pick<Accepted, 'identifier'>) => void,
): Promise<void> {
  if (!context.run.isEconomical) {
    const plain = acceptances.map(async (one) => [one, await accept(context, one)] as const);
    for (const [one, answer] of await Promise.all(plain)) if (answer.through) through(one, answer);
    return;
  }
  const sent = await Promise.all(
    acceptances.map(async (one) => {
      const identifier = context.run.identifierOf(one.pair);
      return identifier === undefined ? send(context, carryingMuch(context, one)) : { one, identifier };
    }),
  );
  const tell = (one: Acceptance, answer: Accepted | undefined): void => {
    if (answer?.through !== true) return;
    context.ledger.pass('behaviour/new-conversation');
    through(one, answer);
  };
  const refused: Sent[] = [];
  for (const each of sent) {
    if (!('exchange' in each)) through(each.one, each);
    else if (isWrong(each.exchange)) refused.push(each);
    else tell(each.one, await book(context, each));
  }
  let explained = 0;
  for (const each of refused) {
    const isKnown = each.spellings.some((spelling) => isBlamed(context, spelling));
    if (isKnown || explained < mostExplained) tell(each.one, await explain(context, each));
    else {
      const evidence = { exchange: each.exchange, cause: 'another clause broken' } as const;
      context.ledger.book(judgeAcceptance(each.one, evidence, context.run));
    }
    if (!isKnown) explained += 1;
  }
}

/** One request in the spellings, for a pair that may be known. A refusal is looked into, and gives nothing. */
export async function acceptSpelled(
  context: ProbeContext,
  one: Acceptance,
  spellings: readonly Spelling[],
): Promise<Accepted | undefined> {
  const { exchange } = await send(context, { one, spellings });
  return bookSpelled(context, one, spellings, exchange);
}

/** Books one that was sent already, as `acceptSpelled` does after sending. */
export async function bookSpelled(
  context: ProbeContext,
  one: Acceptance,
  spellings: readonly Spelling[],
  exchange: Exchange,
): Promise<Accepted | undefined> {
  const sent = { one, spellings, exchange };
  if (!isWrong(exchange)) return book(context, sent);
  await explain(context, sent);
  return undefined;
}

/** Whether it was refused alone, in this run. */
export function isBlamed({ run }: ProbeContext, spelling: Spelling): boolean {
  return run.spellings.blamed.has(nameOf(spelling));
}

const nameOf = ({ clause, slug }: Spelling): string => `${clause} ${slug}`;

/** Requests that nothing known explains and that are looked into; the rest of them waits until these are mended. */
const mostExplained = 4;
/** Asked about length only when longer than what any service takes. */
const surelyShort = 32;

interface Carrying {
  readonly one: Acceptance;
  readonly spellings: readonly Spelling[];
}

interface Sent extends Carrying {
  readonly exchange: Exchange;
}

/** A spelling of each dimension, or the plain way, so that all are out within the first few. The seed turns them. */
function carryingMuch(context: ProbeContext, one: Acceptance): Carrying {
  const turn = (seededInteger(context.options.seed, 'spellings') % 1_000) + context.nextTurn();
  const spellings = [...spellingsByDimension(context.options.edition, context.operation.id).values()]
    .map((some) => some[turn % (some.length + 1)])
    .filter((spelling) => spelling !== undefined);
  return { one, spellings };
}

/** The request as a case of its own: whatever it carries may be what is wrong with it. */
const asWhole = (context: ProbeContext, { one, spellings }: Carrying): Acceptance => ({
  ...one,
  case: { ...one.case, ...spellingFacts(spellings) },
  blames: 'answer/success/status',
  make: () => spellings.reduce((draft, spelling) => spelling.apply(draft), draftOf(context, one)),
});

async function send(context: ProbeContext, carrying: Carrying): Promise<Sent> {
  const whole = asWhole(context, carrying);
  return { ...carrying, exchange: await context.send(draftOf(context, whole), { accepted: whole.pair }) };
}

async function book(context: ProbeContext, { exchange, ...carrying }: Sent): Promise<Accepted> {
  const answer = await bookAccepted(context, asWhole(context, carrying), exchange);
  if (answer.through) for (const spelling of carrying.spellings) proved(context, spelling);
  return answer;
}

function proved({ run, ledger }: ProbeContext, spelling: Spelling): void {
  run.spellings.proved.add(nameOf(spelling));
  ledger.pass(spelling.clause);
}

/** What came to the request when it was written plainly, where it was. */
async function explain(context: ProbeContext, sent: Sent): Promise<Accepted | undefined> {
  const { one, spellings } = sent;
  const isSpelling = await isSpellingToBlame(context, spellings);
  if (!isSpelling && !(await isLengthFine(context, one))) return undefined;
  const plain = await accept(context, one);
  // Neither alone: it is both together, if it comes again.
  if (plain.through && !isSpelling) {
    const { exchange, ...carrying } = await reduced(context, sent);
    await bookAccepted(context, asWhole(context, carrying), exchange);
  }
  return plain;
}

/** With no spelling more than it takes: what makes no difference takes no blame. */
async function reduced(context: ProbeContext, sent: Sent): Promise<Sent> {
  let smallest = sent;
  for (const spelling of sent.spellings) {
    const spellings = smallest.spellings.filter((one) => one !== spelling);
    if (spellings.length === 0) break;
    const fewer = await send(context, { one: sent.one, spellings });
    if (isWrong(fewer.exchange)) smallest = fewer;
  }
  if (smallest === sent) return sent;
  const label = [sent.one.label, ...smallest.spellings.map((spelling) => spelling.label)].join(', ');
  return { ...smallest, one: { ...sent.one, ...plainCase('a-request-that-carries-much', label) } };
}

/** Each suspect alone, for a pair that is plain and new. */
async function isSpellingToBlame(context: ProbeContext, spellings: readonly Spelling[]): Promise<boolean> {
  if (spellings.some((spelling) => isBlamed(context, spelling))) return true;
  const known = context.run.spellings;
  for (const spelling of spellings.filter((one) => !known.proved.has(nameOf(one)))) {
    const pair = context.newPair();
    const { through, exchange } = await accept(context, {
      ...spelledCase(spelling),
      pair,
      blames: spelling.clause,
      probes: 'behaviour/same-pair/spelling',
      make: () => spelling.apply(context.conforming(pair)),
    });
    if (through) proved(context, spelling);
    if (!isWrong(exchange)) continue;
    known.blamed.add(nameOf(spelling));
    return true;
  }
  return false;
}

/** A plain word that is as long as a long subject, so that no text is blamed for its length. */
export async function isLengthFine(context: ProbeContext, { pair, blames }: Acceptance): Promise<boolean> {
  // Characters are code points.
  const { length } = Array.from(pair.subject);
  const clause = 'body/participants/subject/length-255';
  if (length <= surelyShort || blames === clause) return true;
  const asLong = { ...pair, subject: subjectOfLength(context.word(`as-long-${length}`), length) };
  const named = plainCase('a-plain-word-as-long', `a plain word of ${length} characters`);
  const { through, exchange } = await accept(context, { ...named, pair: asLong, blames: clause });
  if (through) context.ledger.pass(clause);
  return !isWrong(exchange);
}
