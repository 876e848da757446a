/** The identity model: one conversation for each pair of channel and subject, compared exactly. */

/** Channel address identifier and subject. */
export type Pair = readonly [channel: string, subject: string];

/** Nested maps, never a joined key: `a:b` + `c` and `a` + `b:c` are two pairs. */
export class Conversations {
  readonly #channels = new Map<string, Map<string, string>>();
  readonly #given = new Set<string>();

  find([channel, subject]: Pair): string | undefined {
    return this.#channels.get(channel)?.get(subject);
  }

  insert([channel, subject]: Pair, identifier: string): void {
    let subjects = this.#channels.get(channel);
    if (subjects === undefined) {
      subjects = new Map();
      this.#channels.set(channel, subjects);
    }
    subjects.set(subject, identifier);
  }

  forget([channel, subject]: Pair): void {
    this.#channels.get(channel)?.delete(subject);
  }

  /** Takes note that an identifier was given back to somebody: other operations may name a conversation by it. */
  give(identifier: string): void {
    this.#given.add(identifier);
  }

  wasGiven(identifier: string): boolean {
    return this.#given.has(identifier);
  }

  clear(): void {
    this.#channels.clear();
  }
}
