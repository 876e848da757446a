/** Judges that what was refused is not sent again unchanged: no time mends what is wrong with a request. */
import { findOperation } from '../../../schemas/operations/operations.js';
import { readPair } from '../../../wire/codecs/pair-reader.js';
import type { ReceivedRequest } from '../../../wire/received.js';
import { type Examination, broken as nonconformant, nothing, observed } from '../contract.js';
import type { Call } from './call.js';
import { BoundedMap } from './memory.js';

const clause = 'behaviour/retry/not-after-refusal';
/** Later the same content may come on a new occasion: another message of the same person. */
const sameOccasionMs = 60_000;

interface Refusal {
  readonly number: number;
  readonly status: number;
  readonly answeredMs: number;
  readonly repeats: number;
  /** What the refused request broke by itself. */
  readonly broken: ReadonlySet<string>;
  /** Several workers send this content at once: what comes soon after is nobody's retry for sure. */
  readonly parallel: boolean;
}

const none: ReadonlySet<string> = new Set();

export class Refusals {
  readonly #refused = new BoundedMap<Refusal>(10_000);
  #lastContent = '';

  /**
   * @param brokenBy the clauses that the request breaks by itself: then its refusal has a cause, and a first repeat may be
   *   the next case of a test; where a later request breaks less, it was mended (a fresh RequestId in the place of a bad one)
   */
  take(call: Call, brokenBy: () => ReadonlySet<string>): Examination {
    const { content, request, outcome, answeredMs } = call;
    // Whoever waits for a thing to appear asks for it again and again.
    if (request.method === 'GET') return nothing;
    const before = this.#refused.get(content);
    const isNext = this.#lastContent === content;
    this.#lastContent = content;
    const gap = before === undefined ? 0 : request.receivedMs - before.answeredMs;
    const parallel = before !== undefined && (before.parallel || gap < 0);
    const broken = before !== undefined || outcome.kind === 'refused' ? brokenBy() : none;
    const isMended = before !== undefined && [...before.broken].some((clause) => !broken.has(clause));
    const isRepeat = before !== undefined && !parallel && !isMended && gap < sameOccasionMs;
    if (outcome.kind === 'refused') {
      const repeats = isRepeat ? before.repeats + 1 : 0;
      const { status } = outcome;
      this.#refused.set(content, { number: request.number, status, answeredMs, repeats, broken, parallel });
    } else if (outcome.kind === 'accepted') this.#refused.delete(content);
    if (!isRepeat) return { findings: [], exercised: outcome.kind === 'refused' ? [clause] : [] };
    const words = {
      message: `Request ${before.number} was refused with ${before.status}, and the same content came again unchanged.`,
      advice:
        'Retry only after 408, 425, 429, 5xx and broken connections (and after 401 with a new token). After any other 4xx stop, log the answer and change the request.',
    };
    // Where others came in between, it may be the next message of the same person.
    const mayBeAnother = before.repeats === 0 ? broken.size > 0 || !isNext : broken.size > 0 && namesNobody(request);
    const finding = (mayBeAnother ? observed : nonconformant)(clause, words, before.number);
    return { findings: [finding], exercised: [clause] };
  }
}

/** A fault that loses the subject ("[object Object]", "") makes the messages of different people look the same. */
function namesNobody(request: ReceivedRequest): boolean {
  const operation = findOperation(request.operation);
  return operation?.key !== undefined && (readPair(request, operation)?.subject ?? '') === '';
}
