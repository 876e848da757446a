/**
 * Judges how a call is tried again: it waits as told, backs off where nothing is told, and ends. Requests that were under
 * way before the answer came are not retries, and where a connector asks for one thing in parallel, a request soon after
 * an answer may be another worker's first try: it is not judged, nor is one behind which the try comes that waited.
 */
import type { ClauseId } from '../../../schemas/clauses/clauses.js';
import { fieldIn } from '../../../wire/http/field-values.js';
import { retryAfterMs } from '../../../wire/http/retry-after.js';
import type { HeaderField } from '../../../wire/request.js';
import { broken, type ConnectorFinding, type Examination, type ExchangeFinding, nothing } from '../contract.js';
import type { Call } from './call.js';
import { BoundedMap } from './memory.js';

/** Timers fire a little early, and a connector counts from when it read the answer. */
const toleranceMs = 150;
/** A date has whole seconds, and so has the Date that it counts from. */
const dateToleranceMs = 1_000 + toleranceMs;
/**
 * So many retries of one call in a row come so soon before a connector is said not to back off: widespread clients make their
 * first retry without a wait, and a random wait may be short by chance. With full jitter from 100 ms on, each of the two
 * comes about once in a thousand calls or less; a connector that never waits meets the second on a busy machine too.
 */
const hurries = [
  { inARow: 3, withinMs: 15 },
  { inARow: 4, withinMs: 50 },
] as const;
/** A wait this long is one. */
const waitMs = 50;
const mostTries = 12;
/** A try after so long is a new occasion, not the next retry. */
const newOccasionMs = 30_000;

interface Trouble {
  readonly number: number;
  readonly answeredMs: number;
  /** Status that told to wait; absent for other trouble. */
  readonly status?: number;
  /** How long it told to wait; absent when it did not say. */
  readonly toldMs?: number;
  readonly isDate?: boolean;
  /** Tries in a row, none of them accepted. */
  readonly tries: number;
  /** Waits in a row that nobody told. */
  readonly waits: readonly number[];
  readonly parallel: boolean;
}

interface Early {
  readonly found: ExchangeFinding;
  /** Between these another try shows that whoever was told to wait did; later it is the next message of the person. */
  readonly dueMs: number;
  readonly untilMs: number;
}

/** Jitter and back-off on top of what was told, beside as much again. */
const mostLateMs = 5_000;

/** Of one call; more workers than these hardly ask for one person. */
const mostEarly = 100;

/** A wait that was asked for, and the one that was kept, in milliseconds. */
export interface Waited {
  readonly exchange: number;
  /** The exchange that asked again. */
  readonly again: number;
  readonly askedMs: number;
  readonly waitedMs: number;
}

export class Retries {
  readonly #onWaited: (waited: Waited) => void;
  readonly #open = new BoundedMap<Trouble>(10_000);
  /** Of each call, the tries that came too early: another worker's where one follows that waited, each by one of its own. */
  readonly #early = new BoundedMap<Early[]>(10_000);
  /** When the last request for a call was answered, to see what overlaps it. */
  readonly #lately = new BoundedMap<number>(1_000);

  constructor(onWaited: (waited: Waited) => void = () => {}) {
    this.#onWaited = onWaited;
  }

  take(call: Call): Examination {
    const { key, request, answeredMs } = call;
    const before = this.#open.get(key);
    const overlaps = request.receivedMs < (this.#lately.get(key) ?? Number.NEGATIVE_INFINITY);
    this.#lately.set(key, Math.max(answeredMs, this.#lately.get(key) ?? answeredMs));
    const gap = before === undefined ? 0 : request.receivedMs - before.answeredMs;
    const isRetry = before !== undefined && !overlaps && !before.parallel && gap >= 0;
    const waits =
      isRetry && before.status !== undefined && before.toldMs === undefined ? [...before.waits.slice(-9), gap] : [];
    const tries = before === undefined || gap >= newOccasionMs ? 1 : before.tries + (isRetry ? 1 : 0);
    this.#note(call, tries, waits, overlaps || (before?.parallel ?? false));
    const early = this.#early.get(key) ?? [];
    const shown = early.findIndex(({ dueMs, untilMs }) => request.receivedMs >= dueMs && request.receivedMs <= untilMs);
    if (shown !== -1) early.splice(shown, 1);
    if (!isRetry) return nothing;
    const { number: exchange, toldMs } = before;
    if (toldMs !== undefined)
      this.#onWaited({ exchange, again: request.number, askedMs: toldMs, waitedMs: Math.round(gap) });
    return this.#judge(call, before, gap, waits, tries);
  }

  /** Tries that came too early, and behind which none came that waited: known when the run ends. */
  end(): readonly ExchangeFinding[] {
    return [...this.#early.values()].flat().map(({ found }) => found);
  }

  #judge({ key, request }: Call, before: Trouble, gap: number, waits: readonly number[], tries: number): Examination {
    const findings: ConnectorFinding[] = [];
    const exercised: ClauseId[] = ['behaviour/retry/ends'];
    if (before.status !== undefined && before.toldMs !== undefined) {
      const waitedMs = before.toldMs - (before.isDate === true ? dateToleranceMs : toleranceMs);
      if (gap >= waitedMs) exercised.push('behaviour/retry/waits-as-told');
      else {
        const words = tooEarly(before, before.toldMs, gap);
        const found = broken('behaviour/retry/waits-as-told', words, before.number);
        const all = this.#early.get(key) ?? [];
        all.push({
          found: { ...found, exchange: request.number },
          dueMs: before.answeredMs + waitedMs,
          untilMs: before.answeredMs + 2 * before.toldMs + mostLateMs,
        });
        this.#early.set(key, all.slice(-mostEarly));
      }
    } else if (before.status !== undefined) {
      const hurry = hurries.find(({ inARow, withinMs }) => {
        const last = waits.slice(-inARow);
        return last.length === inARow && last.every((wait) => wait < withinMs);
      });
      // One retry at once shows neither: only a wait does, or the lack of several.
      if (hurry !== undefined || gap >= waitMs) exercised.push('behaviour/retry/backs-off');
      if (hurry !== undefined) findings.push(broken('behaviour/retry/backs-off', atOnce(before, hurry), before.number));
    }
    if (tries === mostTries + 1) findings.push(broken('behaviour/retry/ends', endless(tries)));
    return { findings, exercised };
  }

  #note({ key, request, outcome, answeredMs }: Call, tries: number, waits: readonly number[], parallel: boolean): void {
    const settled = outcome.kind === 'accepted' || outcome.kind === 'refused' || outcome.kind === 'unauthorised';
    if (settled) {
      this.#open.delete(key);
      return;
    }
    const trouble = { number: request.number, answeredMs, tries, waits, parallel };
    if (outcome.kind !== 'told to wait') this.#open.set(key, trouble);
    else this.#open.set(key, { ...trouble, status: outcome.status, ...toldBy(request.answer?.fields ?? []) });
  }
}

/** A date without a Date beside it cannot be counted: nothing is told then. */
function toldBy(fields: readonly HeaderField[]): { readonly toldMs?: number; readonly isDate?: boolean } {
  const value = fieldIn(fields, 'retry-after')?.trim();
  if (value === undefined) return {};
  const isDate = !/^\d+$/.test(value);
  const toldMs = isDate && fieldIn(fields, 'date') === undefined ? undefined : retryAfterMs(fields, 0);
  return toldMs === undefined ? {} : { toldMs, isDate };
}

function tooEarly({ number, status, isDate }: Trouble, toldMs: number, gap: number) {
  const form = isDate === true ? 'a date in Retry-After' : 'Retry-After';
  return {
    message: `Request ${number} was answered ${status} and told to wait ${seconds(toldMs)} (${form}), and the same call came again after ${seconds(gap)}.`,
    advice:
      'Read Retry-After, which is a number of seconds or an HTTP date, and wait at least so long before the call is tried again.',
  };
}

function atOnce({ number, status }: Trouble, { inARow, withinMs }: (typeof hurries)[number]) {
  return {
    message: `Request ${number} was answered ${status} without Retry-After, and the same call came again within ${withinMs} ms, as did the ${inARow - 1} retries before.`,
    advice:
      'Wait some hundred milliseconds before a retry and longer before each next one, with some chance in it (exponential backoff with jitter).',
  };
}

function endless(tries: number) {
  return {
    message: `The same call came ${tries} times in a row and was never accepted.`,
    advice: `Give up after a few tries (at most ${mostTries}), keep the message for later, and tell an operator.`,
  };
}

const seconds = (ms: number): string => `${(ms / 1000).toFixed(ms < 10_000 ? 2 : 0)} s`;
