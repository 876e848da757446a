/** What a case comes to when it is sent again, by the judges of the run: FIXED, STILL, CHANGED, or nothing that decides. Pure. */

import type { ReplayCase, ReplayRequest } from '../../../schemas/record/replay-case.js';
import { isAboutIdentity } from '../../../verdicts/replay/expectation.js';
import { type Classified, classify, whatCame } from '../../../verdicts/service/classify.js';
import { mergesOf, type Observation, splitsOf } from '../../../verdicts/service/history.js';
import { judgeRefusalBody } from '../../../verdicts/service/leaks.js';
import type { Pair } from '../../../wire/codecs/pair-reader.js';
import type { Exchange } from '../../../wire/exchange.js';
import { undecidedCause } from '../transport-trouble.js';

export interface Replayed {
  /** `other`: a conversation that only has to be there. */
  readonly role: ReplayRequest['role'] | 'other';
  /** What was sent; of an `other` the request that it was sent for. */
  readonly recorded: ReplayRequest;
  /** Whom it asked for; absent when its body does not say. */
  readonly pair?: Pair;
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
  const isAccepted = ({ exchange }: Replayed): boolean => classify(exchange).kind === 'accepted';
  const needed = sent.filter(({ role }) => role === 'control' || role === 'before');
  const refused = needed.find((one) => !isAccepted(one));
  if (refused !== undefined) {
    const what = refused.role === 'control' ? 'The control' : 'The request before the case';
    const dead = refused.exchange.answer?.status === 401 ? ' Give a fresh token, and look at the settings.' : '';
    return inconclusive(
      `${what} was not accepted, so that the case proves nothing: ${whatCame(refused.exchange)}.${dead}`,
      refused,
    );
  }
  // Where new conversations fail, those that had to be there beside it count as well.
  const cases = sent.filter(({ role }) => role === 'case' || (role === 'other' && replay.expects === 'acceptance'));
  if (!sent.some(({ role }) => role === 'case')) return notSent;
  return isAboutIdentity(replay.expects) ? judgeIdentity(sent, cases) : judgeCase(replay, cases, carriesToken);
}

/** Broken off before it, or a file without one: what came right until then proves nothing. */
const notSent: ReplayVerdict = { result: 'INCONCLUSIVE', reason: 'The case was not sent.' };

/** What came right proves that all is mended only where the case holds all that the failure hung on. */
export function weighed(replay: ReplayCase, verdict: ReplayVerdict): ReplayVerdict {
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
  const broken = splitsOf(history)[0] ?? mergesOf(history)[0];
  if (broken !== undefined) {
    const decisive = sent.find(({ exchange }) => exchange.number === broken.other.exchange);
    const reason =
      broken.kind === 'split'
        ? 'One channel and subject still got two identifiers.'
        : 'Two pairs of channel and subject still got one identifier.';
    return { result: 'STILL', reason, decisive };
  }
  if (failed !== undefined) {
    return { result: 'CHANGED', reason: `No identifier came: ${whatCame(failed.exchange)}.`, decisive: failed };
  }
  return { result: 'FIXED', reason: 'The identifiers are as they must be.', decisive: cases.at(-1) };
}

function observationOf({ role, pair, exchange }: Replayed): readonly Observation[] {
  const classified = classify(exchange);
  // What is to be refused is another matter, and so is whom it asks for.
  const identifier = classified.kind === 'accepted' ? classified.identifier : undefined;
  if (identifier === undefined || pair === undefined || role === 'refused') return [];
  return [
    {
      ...pair,
      identifier,
      exchange: exchange.number,
      connection: exchange.connection.id,
      sentMs: exchange.startedMs,
      answeredMs: exchange.startedMs + exchange.durationMs,
      asked: { slug: role },
      label: role,
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
  if (decisive === undefined) return notSent;
  const now = classify(decisive.exchange);
  if (replay.expects === 'clean refusal') return judgeLeaks(replay, decisive, now, carriesToken);
  if (isRight(replay.expects, now)) {
    return { result: 'FIXED', reason: `It is as the clause asks: ${whatCame(decisive.exchange)}.`, decisive };
  }
  const before = classify(exchangeOf(decisive.recorded, replay.operation));
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
  { clause }: ReplayCase,
  decisive: Replayed,
  now: Classified,
  carriesToken: (text: string) => boolean,
): ReplayVerdict {
  if (now.kind !== 'refused') {
    return { result: 'CHANGED', reason: `It is no refusal any more: ${whatCame(decisive.exchange)}.`, decisive };
  }
  const { leaks } = judgeRefusalBody(decisive.exchange, carriesToken);
  const same = leaks.find((leak) => leak.clause === clause);
  if (same !== undefined) return { result: 'STILL', reason: `It gives away the same: ${same.got}.`, decisive };
  const [other] = leaks;
  if (other !== undefined)
    return { result: 'CHANGED', reason: `It gives away something else: ${other.got}.`, decisive };
  const reason = `It is refused, and gives nothing away: ${whatCame(decisive.exchange)}.`;
  return { result: 'FIXED', reason, decisive };
}

/** What was recorded, in the shape that the judges read. */
export function exchangeOf({ answered }: ReplayRequest, operation?: string): Exchange {
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
    ...(operation === undefined ? {} : { operation }),
    ...(status === undefined
      ? { failure: { kind: 'closed-early', message: failure ?? 'no answer came' } }
      : { answer: { httpVersion: '1.1', status, reason: '', fields: [], body: bytes, truncated: bodyCut } }),
  };
}
