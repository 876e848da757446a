/**
 * Sends rows and books what comes. An accepted row has proved everything that it carries. Of a refused one, only what no
 * accepted row carries is under suspicion: each of that is asked for alone, beside a plain control, and takes the blame
 * when it fails again. So a right service pays one request for a row, and a wrong one a few more.
 */

import { subjectOfLength } from '../../../generators/identities/any-text.js';
import type { NamedCase } from '../../../generators/named-case.js';
import { type Spelling, spelledCase } from '../../../generators/spellings/spelling.js';
import { subjectPlace } from '../../../schemas/record/message-place.schema.js';
import { classify, whatCame } from '../../../verdicts/service/classify.js';
import type { Exchange } from '../../../wire/exchange.js';
import { type Acceptance, accept, bookAccepted } from '../accept.js';
import { plainCase } from '../plain-cases.js';
import type { ProbeContext } from '../probe-context.js';
import { longSubject } from '../probes/accepts-subjects.js';
import { isNotReached, undecidedCause } from '../transport-trouble.js';
import { draftOfRow, type Row } from './rows.js';

interface Sent {
  readonly row: Row;
  readonly exchange: Exchange;
}

/** Refused rows that are looked into; the rest of them waits until these are mended. */
const mostExplained = 4;
/** Asked about length only when longer than what any service takes. */
const surelyShort = 32;

/** @returns the rows that were accepted, in the order in which they were sent. */
export async function sendRows(context: ProbeContext, rows: readonly Row[]): Promise<readonly Row[]> {
  const judged = rows.filter(({ pair }) => pair.subject.length <= 255);
  const sent: Sent[] = await Promise.all(
    judged.map(async (row) => ({
      row,
      exchange: await context.send(draftOfRow(context, row), { accepted: row.pair }),
    })),
  );
  await Promise.all(
    rows
      .filter((row) => !judged.includes(row))
      .map(({ pair }) => longSubject(context, pair.subject.length, pair.subject)),
  );
  const refused: Sent[] = [];
  const accepted: Row[] = [];
  const proved = new Set<Spelling>();
  for (const one of sent) {
    const { kind } = classify(one.exchange);
    if (kind !== 'accepted' && kind !== 'malformed success') {
      if (one.exchange.failure?.kind !== 'budget-spent') refused.push(one);
      continue;
    }
    await bookRow(context, one);
    accepted.push(one.row);
    for (const spelling of one.row.spellings) proved.add(spelling);
  }
  await explain(context, refused, proved);
  return accepted;
}

const acceptanceOf = (context: ProbeContext, row: Row): Acceptance => ({
  case: row.case,
  label: row.label,
  pair: row.pair,
  blames: 'answer/success/status',
  probes: 'behaviour/same-pair/for-ever',
  make: () => draftOfRow(context, row),
});

async function bookRow(context: ProbeContext, { row, exchange }: Sent): Promise<void> {
  const { ledger } = context;
  const answer = await bookAccepted(context, acceptanceOf(context, row), exchange);
  for (const { clause } of row.spellings) ledger.pass(clause);
  ledger.pass(row.clause);
  ledger.pass('operation/endpoint');
  if (answer.identifier === undefined) return;
  ledger.pass('behaviour/new-conversation');
  if (context.history.ownersOf(answer.identifier) === 1) ledger.pass('behaviour/different-pair/subject');
}

async function explain(context: ProbeContext, refused: readonly Sent[], proved: Set<Spelling>): Promise<void> {
  const blamed = new Set<Spelling>();
  let explained = 0;
  for (const { row, exchange } of refused) {
    const cause = undecidedCause(exchange);
    if (row.spellings.some((spelling) => blamed.has(spelling))) continue;
    if (cause !== undefined || explained >= mostExplained || context.run.left < 2) {
      bookUndecided(context, row, exchange, cause ?? (context.run.left < 2 ? 'budget spent' : 'another clause broken'));
      continue;
    }
    explained += 1;
    if (await isSpellingToBlame(context, row, proved, blamed)) continue;
    if (await isSubjectToBlame(context, row)) continue;
    await bookAccepted(context, acceptanceOf(context, row), exchange);
  }
}

/** Each suspect alone, for a pair that is plain and new. */
async function isSpellingToBlame(
  context: ProbeContext,
  row: Row,
  proved: Set<Spelling>,
  blamed: Set<Spelling>,
): Promise<boolean> {
  for (const spelling of row.spellings.filter((one) => !proved.has(one))) {
    if (context.run.left < 2) return false;
    const pair = context.newPair();
    const answer = await accept(context, {
      ...spelledCase(spelling),
      pair,
      blames: spelling.clause,
      probes: 'behaviour/same-pair/spelling',
      make: () => spelling.apply(context.conforming(pair)),
    });
    if (isNotReached(context.run, undecidedCause(answer.exchange))) return false;
    if (answer.through) {
      proved.add(spelling);
      context.ledger.pass(spelling.clause);
    } else {
      blamed.add(spelling);
      return true;
    }
  }
  return false;
}

/** The subject written plainly; before it, where it is long, a plain word that is as long. */
async function isSubjectToBlame(context: ProbeContext, { pair, case: told, label, clause }: Row): Promise<boolean> {
  const { length } = pair.subject;
  const isPlain = clause === 'body/participants/subject/length-255';
  if (!isPlain && length > surelyShort) {
    const word = { channel: pair.channel, subject: subjectOfLength(context.word(`as-long-${length}`), length) };
    if (!(await isAccepted(context, word, asLong(length), 'body/participants/subject/length-255'))) return true;
  }
  const { spellings: _spellings, ...plain } = told;
  return !(await isAccepted(context, pair, { case: plain, label }, clause));
}

const asLong = (length: number): NamedCase => plainCase('a-plain-word-as-long', `a plain word of ${length} characters`);

async function isAccepted(
  context: ProbeContext,
  pair: Row['pair'],
  named: NamedCase,
  clause: Row['clause'],
): Promise<boolean> {
  const answer = await accept(context, {
    ...named,
    pair,
    blames: clause,
    probes: 'behaviour/same-pair/for-ever',
    make: () => context.conforming(pair),
    difference: { at: subjectPlace, control: 'a plain word', case: pair.subject },
  });
  if (answer.through) context.ledger.pass(clause);
  // What could not be asked alone takes no blame: the row that was refused stays undecided.
  return answer.through || isNotReached(context.run, undecidedCause(answer.exchange));
}

function bookUndecided(
  context: ProbeContext,
  row: Row,
  exchange: Exchange,
  cause: NonNullable<ReturnType<typeof undecidedCause>>,
): void {
  context.ledger.record({
    ...plainCase('a-request-that-carries-much', row.label),
    clause: row.clause,
    verdict: 'inconclusive',
    cause,
    expects: 'acceptance',
    foundBy: 'sweep',
    expected: 'acceptance with 200, 201 or 202: the request conforms',
    got: whatCame(exchange),
    exchange: exchange.number,
  });
}
