/** Watches every exchange of a run for conversations that it leaves behind, wanted or not. */

import { runPrefix } from '../../generators/run-prefix.js';
import { defaultOperation, type Operation, operationOf } from '../../schemas/operations/operations.js';
import { jsonBody } from '../../verdicts/service/classify.js';
import { type Conversation, conversationKey, type LeftBehind } from '../../verdicts/service/left-behind.js';
import { type Pair, readSentPair } from '../../wire/codecs/pair-reader.js';
import type { Exchange } from '../../wire/exchange.js';
import { readRequestHead } from '../../wire/http/request-head.js';
import type { RunOptions } from './run-options.js';

/** Characters of an identifier that are kept: a hostile one may be as long as an answer. */
const longestIdentifier = 512;

/** More are not told apart in memory; far beyond what the record lists. */
const most = 100_000;

export class LeftBehindWatch {
  readonly #prefix: string;
  #established = new Map<string, Conversation>();
  #uncertain = new Map<string, Conversation>();

  constructor({ seed, reuseSubjects }: Pick<RunOptions, 'seed' | 'reuseSubjects'>) {
    this.#prefix = runPrefix(seed, reuseSubjects === true);
  }

  /** @param pair whom the request asks for, where that is known: else it is read from its bytes. */
  take(exchange: Exchange, pair?: { readonly channel: string; readonly subject: string }): void {
    const { answer, failure, connection, head, body } = exchange;
    const operation = operationOf(exchange.operation ?? defaultOperation);
    // Nothing is left behind by what is asked about a conversation that is there.
    if (operation.key === undefined) return;
    // Nothing was written, or the service has answered that it did nothing.
    if (answer === undefined && (connection.id === 0 || failure?.kind === 'budget-spent')) return;
    if (answer !== undefined && answer.status >= 300 && answer.status < 500) return;
    const isEstablished = answer !== undefined && answer.status >= 200 && answer.status < 300;
    const kept = isEstablished ? this.#established : this.#uncertain;
    if (kept.size >= most) return;
    const identifier = isEstablished ? identifierOf(answer) : undefined;
    const asked =
      pair === undefined ? sentPair(head, body, operation) : { channel: pair.channel, subject: pair.subject };
    const one = { ...asked, ...(identifier === undefined ? {} : { identifier }) };
    kept.set(conversationKey(one), one);
  }

  /** All so far, and forgets them: what a Playwright worker leaves with each test. */
  drain(): LeftBehind {
    const left = {
      prefix: this.#prefix,
      established: [...this.#established.values()],
      uncertain: [...this.#uncertain.values()],
    };
    this.#established = new Map();
    this.#uncertain = new Map();
    return left;
  }
}

function sentPair(head: string, body: Uint8Array, operation: Operation): Partial<Pair> {
  const fields = readRequestHead(head)?.fields ?? [];
  return readSentPair({ fields, body }, operation);
}

/** An empty one tells no conversation apart. */
function identifierOf(answer: NonNullable<Exchange['answer']>): string | undefined {
  const body = jsonBody(answer);
  const found: unknown =
    typeof body === 'object' && body !== null ? Reflect.get(body, 'conversationIdentifier') : undefined;
  if ((typeof found !== 'string' && typeof found !== 'number') || found === '') return undefined;
  return String(found).slice(0, longestIdentifier);
}
