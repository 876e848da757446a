/**
 * What things are called: subjects, words, RequestIds, and the basis of each request. All of it follows from the seed, the
 * scope and the order of calls within the scope; nothing follows from what else is sent.
 */
import { type Basis, conformingDraft } from '../../generators/basis.js';
import type { Credentials } from '../../generators/credentials.js';
import { runPrefix } from '../../generators/run-prefix.js';
import { seededGuid, seededWord } from '../../generators/seeded.js';
import type { Operation } from '../../schemas/operations/operations.js';
import type { Pair } from '../../wire/codecs/pair-reader.js';
import type { RequestDraft } from '../../wire/request.js';
import { operationIn, type RunOptions } from './run-options.js';

/** What requests take from the run as it stands. */
export interface Surroundings {
  readonly credentials: () => Credentials;
  /** Those that are asked for; the first one by default. */
  readonly channels: () => readonly string[];
  /** The conversation that an operation goes on in; undefined where it needs none. */
  readonly conversationOf: (pair: Pair) => string | undefined;
}

export class Names {
  readonly options: RunOptions;
  readonly operation: Operation;
  readonly #scope: string;
  readonly #boundaryScope: string;
  readonly #surroundings: Surroundings;
  #requestIds = 0;
  #newPairs = 0;
  #repeats = 0;

  /**
   * @param scope unique in the run: two of one scope would send the same RequestIds.
   * @param boundaryScope that within which all requests have one boundary, so that control and case differ by the fault and
   * the RequestId only.
   */
  constructor(options: RunOptions, scope: string, surroundings: Surroundings, boundaryScope = scope) {
    this.options = options;
    this.operation = operationIn(options);
    this.#scope = scope;
    this.#boundaryScope = boundaryScope;
    this.#surroundings = surroundings;
  }

  get channels(): readonly string[] {
    return this.#surroundings.channels();
  }

  get channel(): string {
    return this.channels[0] ?? '';
  }

  /** A word that is new in every run (its middle follows from the seed) and the same for one seed, or for all runs that reuse subjects. */
  word(name: string): string {
    return `${runPrefix(this.options.seed, this.options.reuseSubjects === true)}${name}`;
  }

  /** The pair of a word, on the first channel unless another is named. */
  pair(name: string, channel = this.channel): Pair {
    return { channel, subject: this.word(name) };
  }

  /** A pair that nobody has asked for yet. */
  newPair(): Pair {
    this.#newPairs += 1;
    return this.pair(`new-${seededWord(this.subjectSeed, `new ${this.#scope}`, 6)}-${this.#newPairs}`);
  }

  /** What decides which conversations random cases are for: the seed, or nothing that changes where subjects are reused. */
  get subjectSeed(): number {
    return this.options.reuseSubjects === true ? 0 : this.options.seed;
  }

  /** The basis of a request: RequestId and boundary follow from the seed, the scope and the order of the calls. */
  basis(pair: Pair, requestId = this.nextRequestId()): Basis {
    const { seed, edition, layout } = this.options;
    const conversationIdentifier = this.#surroundings.conversationOf(pair);
    return {
      operation: this.operation.id,
      edition,
      layout,
      credentials: this.#surroundings.credentials(),
      channel: pair.channel,
      subject: pair.subject,
      requestId,
      boundary: `----byoc${seededWord(seed, `boundary ${this.#boundaryScope}`, 16)}`,
      ...(conversationIdentifier === undefined ? {} : { conversationIdentifier }),
    };
  }

  /** The plain conforming request for a pair, with a RequestId of its own unless one is given. */
  conforming(pair: Pair, requestId?: string): RequestDraft {
    return conformingDraft(this.basis(pair, requestId));
  }

  /** A RequestId that no other request of the run has. */
  nextRequestId(): string {
    this.#requestIds += 1;
    return seededGuid(this.options.seed, `${this.#scope}/${this.#requestIds}`);
  }

  /** For a request that is sent again because of its token: the RequestIds behind it stay what they are. */
  repeatedRequestId(): string {
    this.#repeats += 1;
    return this.fixedRequestId(`${this.#scope}/sent again ${this.#repeats}`);
  }

  /** A RequestId that follows from a name alone: to send it twice, or where the order of the calls is left to chance. */
  fixedRequestId(name: string): string {
    return seededGuid(this.options.seed, `fixed ${name}`);
  }
}
