/** What a case comes to when it is sent again, by the judges of the run: FIXED, STILL, CHANGED, or nothing that decides. Pure. */
import type { Exchange } from '../../../endpoints/exchange.js';
import type { ReplayCase, ReplayRequest } from '../../../schemas/replay-case.js';
import { type Classified, classify, whatCame } from '../../../verdicts/classify.js';
import { mergesOf, type Observation, splitsOf } from '../../../verdicts/history.js';
import { leaksOf } from '../../../verdicts/leaks.js';
import { undecidedCause } from '../transport-trouble.js';
import type { PreparedRequest } from './prepare.js';

export interface Replayed {
  readonly request: PreparedRequest;
  readonly exchange: Exchange;
}

export interface ReplayVerdict {
  readonly result: 'FIXED' | 'STILL' | 'CHANGED' | 'INCONCLUSIVE';
  /** Why, in one sentence. */
  readonly reason: string;
  /** The exchange that decides, beside what was recorded. */
  readonly decisive?: Replayed;
}

/** @param carriesToken whether a text shares a piece with the token. */
export function judgeReplay(
  replay: ReplayCase,
  sent: readonly Replayed[],
  carriesToken: (text: string) => boolean,
): ReplayVerdict {
  const undecided = sent.find(({ exchange }) => undecidedCause(exchange) !== undefined);
  if (undecided !== undefined) {
    const cause = undecidedCause(undecided.exchange);
    return inconclusive(`It could not be judged (${cause}): ${whatCame(undecided.exchange)}.`, undecided);
  }
  const refused = sent.find(
    ({ request, exchange }) => request.recorded.role !== 'case' && classify(exchange).kind !== 'accepted',
  );
  if (refused !== undefined) {
    const what = refused.request.recorded.role === 'control' ? 'The control' : 'The request before the case';
    const dead = refused.exchange.answer?.status === 401 ? ' Give a fresh token, and look at the settings.' : '';
    return inconclusive(
      `${what} was not accepted, so that the case proves nothing: ${whatCame(refused.exchange)}.${dead}`,
      refused,
    );
  }
  const cases = sent.filter(({ request }) => request.recorded.role === 'case');
  const verdict = replay.expects.endsWith('identifier')
    ? judgeIdentity(sent, cases)
    : judgeCase(replay, cases, carriesToken);
  if (verdict.result !== 'FIXED' || replay.wholeStory) return verdict;
  const run = replay.command === undefined ? '' : ` Judge it by: ${replay.command}`;
  return {
    ...verdict,
    result: 'INCONCLUSIVE',
    reason: `It came right this time, but the failure hung on more than this file holds.${run}`,
  };
}

function inconclusive(reason: string, decisive: Replayed): ReplayVerdict {
  return { result: 'INCONCLUSIVE', reason, decisive };
}

function judgeIdentity(sent: readonly Replayed[], cases: readonly Replayed[]): ReplayVerdict {
  const failed = cases.find(({ exchange }) => classify(exchange).kind !== 'accepted');
  const history = sent.flatMap(observationOf);
  const split = splitsOf(history)[0];
  const merge = mergesOf(history)[0];
  const broken = split ?? merge;
  if (broken !== undefined) {
    const decisive = sent.find(({ exchange }) => exchange.number === broken.other.exchange);
    const reason =
      broken.kind === 'split'
        ? 'One channel and subject still got two identifiers.'
        : 'Two pairs of channel and subject still got one identifier.';
    return { result: 'STILL', reason, ...(decisive === undefined ? {} : { decisive }) };
  }
  if (failed !== undefined) {
    return { result: 'CHANGED', reason: `No identifier came: ${whatCame(failed.exchange)}.`, decisive: failed };
  }
  const decisive = cases.at(-1);
  const reason = 'The identifiers are as they must be.';
  return { result: 'FIXED', reason, ...(decisive === undefined ? {} : { decisive }) };
}

function observationOf({ request, exchange }: Replayed): readonly Observation[] {
  const classified = classify(exchange);
  if (classified.kind !== 'accepted' || request.pair === undefined) return [];
  return [
    {
      ...request.pair,
      identifier: classified.identifier,
      exchange: exchange.number,
      connection: exchange.connection.id,
      label: request.recorded.role,
      probes: 'behaviour/same-pair/repeated',
    },
  ];
}

function judgeCase(
  replay: ReplayCase,
  cases: readonly Replayed[],
  carriesToken: (text: string) => boolean,
): ReplayVerdict {
  const wrong = cases.find(({ exchange }) => !isRight(replay.expects, classify(exchange)));
  const decisive = wrong ?? cases.at(-1);
  if (decisive === undefined) return { result: 'INCONCLUSIVE', reason: 'The file holds no case.' };
  const now = classify(decisive.exchange);
  if (replay.expects === 'clean refusal') return judgeLeaks(replay, decisive, now, carriesToken);
  if (isRight(replay.expects, now)) {
    return { result: 'FIXED', reason: `It is as the clause asks: ${whatCame(decisive.exchange)}.`, decisive };
  }
  const before = classify(exchangeOf(decisive.request.recorded));
  const same = replay.verdict === 'nonconformant' && before.kind === now.kind;
  const reason = same
    ? `It fails as before: ${whatCame(decisive.exchange)}, expected ${replay.expected}.`
    : `It is wrong in another way: ${whatCame(decisive.exchange)}, expected ${replay.expected}.`;
  return { result: same ? 'STILL' : 'CHANGED', reason, decisive };
}

function isRight(expects: ReplayCase['expects'], { kind }: Classified): boolean {
  if (expects === 'acceptance') return kind === 'accepted';
  return kind === 'refused' || (expects === 'acceptance or refusal' && kind === 'accepted');
}

function judgeLeaks(
  { clause, markup }: ReplayCase,
  decisive: Replayed,
  now: Classified,
  carriesToken: (text: string) => boolean,
): ReplayVerdict {
  const { answer } = decisive.exchange;
  if (now.kind !== 'refused' || answer === undefined) {
    return { result: 'CHANGED', reason: `It is no refusal any more: ${whatCame(decisive.exchange)}.`, decisive };
  }
  const leaks = leaksOf(answer, carriesToken, markup);
  const same = leaks.find((leak) => leak.clause === clause);
  if (same !== undefined) return { result: 'STILL', reason: `It gives away the same: ${same.got}.`, decisive };
  const [other] = leaks;
  if (other !== undefined)
    return { result: 'CHANGED', reason: `It gives away something else: ${other.got}.`, decisive };
  return {
    result: 'FIXED',
    reason: `It is refused, and gives nothing away: ${whatCame(decisive.exchange)}.`,
    decisive,
  };
}

/** What was recorded, in the shape that the judges read. */
export function exchangeOf({ answered }: ReplayRequest): Exchange {
  const { status, body, bodyCut = false, failure } = answered;
  const bytes = body?.text === undefined ? Buffer.from(body?.base64 ?? '', 'base64') : Buffer.from(body.text);
  return {
    number: 0,
    startedMs: 0,
    durationMs: 0,
    connection: { id: 0, reused: false },
    head: '',
    body: new Uint8Array(),
    waits: [],
    ...(status === undefined
      ? { failure: { kind: 'closed-early', message: failure ?? 'no answer came' } }
      : { answer: { httpVersion: '1.1', status, reason: '', fields: [], body: bytes, truncated: bodyCut } }),
  };
}
