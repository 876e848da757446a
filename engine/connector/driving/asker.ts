/** Asks a driven connector for one subject at a time, and tells what arrived of it. */
import { describeCodePoint, firstDifference } from '../../../text/code-points.js';
import type { Pair } from '../../../wire/codecs/pair-reader.js';
import type { Arrivals } from './arrivals.js';
import type { Driver } from './driver.js';

/** What came of one subject. */
export type Try =
  | { readonly kind: 'arrived'; readonly exchange: number }
  | { readonly kind: 'refused'; readonly told: string }
  | {
      readonly kind: 'changed';
      readonly what: 'subject' | 'channel';
      readonly arrived: string;
      readonly exchange: number;
    }
  | { readonly kind: 'unreadable'; readonly exchange: number }
  | { readonly kind: 'nothing'; readonly told: string };

const arrivalMs = 3_000;

/** Remembers what came of each subject. */
export class Asker {
  readonly #driver: Driver;
  readonly #channel: string;
  readonly #arrivals: Arrivals;
  readonly #known = new Map<string, Try>();
  /** What the driver last said that was not "done". */
  lastTrouble: string | undefined;

  constructor(driver: Driver, channel: string, arrivals: Arrivals) {
    this.#driver = driver;
    this.#channel = channel;
    this.#arrivals = arrivals;
  }

  /** @param again whether to ask although it is known what came. */
  async ask(subject: string, again = false): Promise<Try> {
    const known = this.#known.get(subject);
    if (known !== undefined && !again) return known;
    const came = await this.#askNow(subject);
    this.#known.set(subject, came);
    return came;
  }

  async #askNow(subject: string): Promise<Try> {
    const [channel, arrivals] = [this.#channel, this.#arrivals];
    arrivals.clear();
    const answer = await this.#driver.ask({ channel, subject });
    if (answer.kind !== 'done') this.lastTrouble = answer.told;
    const first = await arrivals.first(answer.kind === 'done' ? arrivalMs : 200);
    // A late retry for an earlier subject is no answer to this one.
    const arrival =
      arrivals.latest.find(({ pair }) => pair?.subject === subject) ??
      arrivals.latest.find(({ pair }) => !this.#isEarlier(pair, subject)) ??
      first;
    if (arrival === undefined) {
      if (answer.kind === 'refused') return { kind: 'refused', told: answer.told };
      return {
        kind: 'nothing',
        told: answer.kind === 'done' ? 'no request arrived' : `no request arrived; ${answer.told}`,
      };
    }
    const { pair, number: exchange } = arrival;
    if (pair === undefined) return { kind: 'unreadable', exchange };
    if (pair.subject !== subject) return { kind: 'changed', what: 'subject', arrived: pair.subject, exchange };
    if (pair.channel !== channel) return { kind: 'changed', what: 'channel', arrived: pair.channel, exchange };
    return { kind: 'arrived', exchange };
  }

  #isEarlier(pair: Pair | undefined, subject: string): boolean {
    return pair !== undefined && pair.subject !== subject && this.#known.has(pair.subject);
  }
}

/** A connector may be made for other subjects, and say so. */
export function isFailure({ kind }: Try): boolean {
  return kind !== 'arrived' && kind !== 'refused';
}

/** @param asked the subject or channel that was asked for, as far as it is to be compared. */
export function wordsOf(came: Try, asked = ''): string {
  switch (came.kind) {
    case 'arrived':
      return 'it arrived';
    case 'changed':
      return `the ${came.what} ${JSON.stringify(came.arrived)} arrived; ${differenceWords(asked, came.arrived)}`;
    case 'unreadable':
      return `a request arrived whose body cannot be read (exchange ${came.exchange})`;
    default:
      return came.told;
  }
}

/** Where an arrived text begins to differ from the one asked for, code points named. */
function differenceWords(asked: string, arrived: string): string {
  const difference = firstDifference(asked, arrived);
  if (difference === undefined) return 'both are the same';
  const named = (point: number | undefined): string => (point === undefined ? 'the end' : describeCodePoint(point));
  const { position, a, b } = difference;
  return `they differ from character ${position} on: expected ${named(a)}, got ${named(b)}`;
}
