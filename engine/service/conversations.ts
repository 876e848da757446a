/**
 * The conversations that an operation goes on in: each pair gets one before it is asked about, by the plain request of the
 * operation that yields them. What that gives is no part of the history, which is about the operation that is judged.
 */
import { defaultLayoutOf, formIn, type Operation, operationsInForce } from '../../schemas/operations/operations.js';
import { classify } from '../../verdicts/service/classify.js';
import { pairKey } from '../../verdicts/service/history.js';
import type { Pair } from '../../wire/codecs/pair-reader.js';
import type { Exchange } from '../../wire/exchange.js';
import { Names, type Surroundings } from './names.js';
import { operationIn, type RunOptions } from './run-options.js';
import type { Sending } from './sending.js';

export class Conversations {
  readonly #sending: Sending;
  /** Of the operation that yields them; absent where the operation of the run needs none. */
  readonly #names: Names | undefined;
  readonly #opening = new Map<string, Promise<Exchange>>();
  readonly #identifiers = new Map<string, string>();

  constructor(options: RunOptions, surroundings: Surroundings, sending: Sending) {
    const yielding = yieldingOperation(operationIn(options), options.edition);
    this.#sending = sending;
    this.#names =
      yielding === undefined
        ? undefined
        : new Names(
            { ...options, operation: yielding.id, layout: defaultLayoutOf(options.edition, yielding.id) },
            'conversations',
            surroundings,
          );
  }

  /** Establishes the conversation of a pair, once. Sends nothing, and gives nothing, where the operation needs none. */
  async open(pair: Pair): Promise<Exchange | undefined> {
    if (this.#names === undefined) return undefined;
    const key = pairKey(pair);
    const opening = this.#opening.get(key) ?? this.#establish(pair, this.#names);
    this.#opening.set(key, opening);
    return opening;
  }

  /** The conversation of a pair; of one that has none the first of the run, which will do where nothing else is there. */
  of(pair: Pair): string | undefined {
    const [first] = this.#identifiers.values();
    return this.#identifiers.get(pairKey(pair)) ?? first;
  }

  has(pair: Pair): boolean {
    return this.#identifiers.has(pairKey(pair));
  }

  /** How many were established. */
  get count(): number {
    return this.#identifiers.size;
  }

  async #establish(pair: Pair, names: Names): Promise<Exchange> {
    // By the pair alone, as pairs are opened in the order in which their probes come to them.
    const requestId = names.fixedRequestId(`conversation of ${pairKey(pair)}`);
    const exchange = await this.#sending.send(names.conforming(pair, requestId), { accepted: pair }, names);
    const classified = classify(exchange);
    if (classified.kind === 'accepted' && classified.identifier !== undefined) {
      this.#identifiers.set(pairKey(pair), classified.identifier);
    }
    return exchange;
  }
}

/** The operation of an edition that gives what another one needs; undefined for one that needs nothing. @throws Error when none gives it. */
export function yieldingOperation({ id, needs }: Operation, edition: string): Operation | undefined {
  const names = Object.keys(needs);
  if (names.length === 0) return undefined;
  const found = operationsInForce().find(
    (one) => formIn(one, edition) !== undefined && names.every((name) => Object.hasOwn(one.yields, name)),
  );
  if (found === undefined) throw new Error(`edition ${edition} has no operation that yields what ${id} needs`);
  return found;
}
