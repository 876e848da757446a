/** Asks a driven connector for subjects, one at a time or many at once, and tells what arrived of each. */
import { describeCodePoint, firstDifference } from '../../../text/code-points.js';
import type { Pair } from '../../../wire/codecs/pair-reader.js';
import type { Arrivals } from './arrivals.js';
import type { Driver, DriverAnswer } from './driver.js';

/** What came of one subject. */
export type Try =
  | { readonly kind: 'arrived'; readonly exchange: number }
  | { readonly kind: 'refused' | 'unsupported'; readonly told: string }
  | {
      readonly kind: 'changed';
      readonly what: 'subject' | 'channel';
      readonly arrived: string;
      readonly exchange: number;
    }
  | { readonly kind: 'unreadable'; readonly exchange: number }
  | { readonly kind: 'nothing'; readonly told: string };

/** A conversation identifier that the connector says it holds for a subject, and that was not given for it. */
export interface WronglyHeld {
  readonly subject: string;
  readonly held: string;
  readonly given: string;
  /** Whose it is, where it was given for another pair. */
  readonly owner: Pair | undefined;
  readonly exchange: number;
}

const arrivalMs = 3_000;

/** Remembers what came of each subject. */
export class Asker {
  readonly #driver: Driver;
  readonly #channel: string;
  readonly #arrivals: Arrivals;
  readonly #known = new Map<string, Try>();
  /** What was said of the identifiers of subjects that arrived. */
  readonly held = { right: 0, wrong: [] as WronglyHeld[] };
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

  knows(subject: string): boolean {
    return this.#known.has(subject);
  }

  arrivedOnce(subject: string): boolean {
    return this.#known.get(subject)?.kind === 'arrived';
  }

  /**
   * Asks for many, some at once, and remembers those that arrived as they were asked for, were refused or are not
   * supported. With others under way nobody can tell what came of the rest: these are to be asked for alone. Gives those
   * of them that are said to be done.
   */
  async askTogether(subjects: readonly string[], isOver: () => boolean): Promise<readonly string[]> {
    const arrivals = this.#arrivals;
    arrivals.clear();
    const answers = new Map<string, DriverAnswer>();
    const left = subjects.filter((subject) => !this.#known.has(subject)).values();
    // All take from the one list, and wait for no one else.
    const askOn = async (): Promise<void> => {
      for (const subject of left) {
        answers.set(subject, await this.#driver.ask({ channel: this.#channel, subject }));
        if (isOver()) return;
      }
    };
    await Promise.all(Array.from({ length: this.#driver.together }, askOn));
    const lost = (): readonly string[] => {
      const came = new Set(
        arrivals.latest.flatMap(({ pair }) => (pair?.channel === this.#channel ? [pair.subject] : [])),
      );
      return [...answers].flatMap(([subject, { kind }]) => (kind === 'done' && !came.has(subject) ? [subject] : []));
    };
    await arrivals.until(() => lost().length === 0, arrivalMs);
    const exchanges = new Map([...arrivals.latest].reverse().map(({ pair, number }) => [keyOf(pair), number]));
    for (const [subject, answer] of answers) {
      const exchange = exchanges.get(keyOf({ channel: this.#channel, subject }));
      if (exchange !== undefined) this.#known.set(subject, this.#arrived(subject, answer, exchange));
      else if (answer.kind === 'refused' || answer.kind === 'unsupported') this.#known.set(subject, answer);
    }
    return lost();
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
      if (answer.kind === 'refused' || answer.kind === 'unsupported') return answer;
      return {
        kind: 'nothing',
        told: answer.kind === 'done' ? 'no request arrived' : `no request arrived; ${answer.told}`,
      };
    }
    const { pair, number: exchange } = arrival;
    if (pair === undefined) return { kind: 'unreadable', exchange };
    if (pair.subject !== subject) return { kind: 'changed', what: 'subject', arrived: pair.subject, exchange };
    if (pair.channel !== channel) return { kind: 'changed', what: 'channel', arrived: pair.channel, exchange };
    return this.#arrived(subject, answer, exchange);
  }

  #arrived(subject: string, answer: DriverAnswer, exchange: number): Try {
    const pair = { channel: this.#channel, subject };
    const given = this.#arrivals.given(pair);
    const [first] = given ?? [];
    if (answer.kind === 'done' && answer.seen !== undefined && given !== undefined && first !== undefined) {
      const { seen: held } = answer;
      if (given.has(held)) this.held.right += 1;
      else this.held.wrong.push({ subject, held, given: first, owner: this.#arrivals.ownerOf(held), exchange });
    }
    return { kind: 'arrived', exchange };
  }

  #isEarlier(pair: Pair | undefined, subject: string): boolean {
    return pair !== undefined && pair.subject !== subject && this.#known.has(pair.subject);
  }
}

/** Undefined for a body that cannot be read. */
function keyOf(pair: Pair | undefined): string | undefined {
  return pair && JSON.stringify([pair.channel, pair.subject]);
}

/** A connector may be made for other subjects, and say so; and what could not be asked for shows nothing. */
export function isFailure({ kind }: Try): boolean {
  return kind === 'changed' || kind === 'unreadable' || kind === 'nothing';
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
