/** Asks a driven connector for pairs, one at a time or many at once, and tells what arrived of each. */
import { describeCodePoint, firstDifference } from '../../../text/code-points.js';
import type { Pair } from '../../../wire/codecs/pair-reader.js';
import { AgainstTheWire } from './against-the-wire.js';
import { type Arrivals, keyOf } from './arrivals.js';
import type { Driver, DriverAnswer } from './driver.js';

/** What came of one pair. */
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

/** A conversation identifier that the connector says it holds for a pair, and that was not given for it. */
export interface WronglyHeld {
  readonly pair: Pair;
  readonly held: string;
  readonly given: string;
  /** Whose it is, where it was given for another pair. */
  readonly owner: Pair | undefined;
  readonly exchange: number;
}

const arrivalMs = 3_000;

/** Remembers what came of each pair. */
export class Asker {
  readonly #driver: Driver;
  readonly #arrivals: Arrivals;
  readonly #known = new Map<string, Try>();
  /** What was said of the identifiers of subjects that arrived. */
  readonly held = { right: 0, wrong: [] as WronglyHeld[] };
  readonly againstTheWire = new AgainstTheWire();
  /** What the driver last said that was not "done". */
  lastTrouble: string | undefined;

  constructor(driver: Driver, arrivals: Arrivals) {
    this.#driver = driver;
    this.#arrivals = arrivals;
  }

  /** @param again whether to ask although it is known what came. */
  async ask(pair: Pair, again = false): Promise<Try> {
    const known = this.#known.get(keyOf(pair));
    if (known !== undefined && !again) return known;
    const came = await this.#askNow(pair);
    this.#known.set(keyOf(pair), came);
    return came;
  }

  knows(pair: Pair): boolean {
    return this.#known.has(keyOf(pair));
  }

  arrivedOnce(pair: Pair): boolean {
    return this.#known.get(keyOf(pair))?.kind === 'arrived';
  }

  /**
   * Asks for many, some at once, and remembers those that arrived as they were asked for, were refused or are not
   * supported. With others under way nobody can tell what came of the rest: these are to be asked for alone. Gives those
   * of them that are said to be done.
   */
  async askTogether<Asked extends Pair>(pairs: readonly Asked[], isOver: () => boolean): Promise<readonly Asked[]> {
    const arrivals = this.#arrivals;
    arrivals.clear();
    const answers = new Map<Asked, DriverAnswer>();
    const left = pairs.filter((pair) => !this.knows(pair)).values();
    // All take from the one list, and wait for no one else.
    const askOn = async (): Promise<void> => {
      for (const pair of left) {
        answers.set(pair, await this.#driver.ask(pair));
        if (isOver()) return;
      }
    };
    await Promise.all(Array.from({ length: this.#driver.together }, askOn));
    const lost = (): readonly Asked[] => {
      const came = new Set(arrivals.latest.map(({ pair }) => pair && keyOf(pair)));
      return [...answers].flatMap(([pair, { kind }]) => (kind === 'done' && !came.has(keyOf(pair)) ? [pair] : []));
    };
    await arrivals.until(() => lost().length === 0, arrivalMs);
    const exchanges = new Map([...arrivals.latest].reverse().map(({ pair, number }) => [pair && keyOf(pair), number]));
    for (const [pair, answer] of answers) {
      const exchange = exchanges.get(keyOf(pair));
      if (exchange !== undefined) this.#known.set(keyOf(pair), this.#arrived(pair, answer, exchange));
      else if (answer.kind === 'refused' || answer.kind === 'unsupported') this.#known.set(keyOf(pair), answer);
    }
    return lost();
  }

  async #askNow(asked: Pair): Promise<Try> {
    const arrivals = this.#arrivals;
    arrivals.clear();
    const answer = await this.#driver.ask(asked);
    if (answer.kind !== 'done') this.lastTrouble = answer.told;
    const first = await arrivals.first(answer.kind === 'done' ? arrivalMs : 200);
    // A late retry for an earlier subject is no answer to this one.
    const { latest } = arrivals;
    const arrival =
      latest.find(({ pair }) => pair !== undefined && keyOf(pair) === keyOf(asked)) ??
      latest.find(({ pair }) => pair?.subject === asked.subject) ??
      latest.find(({ pair }) => pair === undefined || !this.knows(pair)) ??
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
    if (pair.subject !== asked.subject) return { kind: 'changed', what: 'subject', arrived: pair.subject, exchange };
    if (pair.channel !== asked.channel) return { kind: 'changed', what: 'channel', arrived: pair.channel, exchange };
    return this.#arrived(asked, answer, exchange);
  }

  #arrived(pair: Pair, answer: DriverAnswer, exchange: number): Try {
    const given = this.#arrivals.given(pair);
    const [first] = given ?? [];
    const { kind: said } = answer;
    const isAgainst = said === 'done' ? this.#arrivals.wasRefused(pair) : said !== 'broken' && given !== undefined;
    if (isAgainst && said !== 'broken') this.againstTheWire.note({ said, pair, exchange });
    if (answer.kind === 'done' && answer.seen !== undefined && given !== undefined && first !== undefined) {
      const { seen: held } = answer;
      if (given.has(held)) this.held.right += 1;
      else this.held.wrong.push({ pair, held, given: first, owner: this.#arrivals.ownerOf(held), exchange });
    }
    return { kind: 'arrived', exchange };
  }
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
