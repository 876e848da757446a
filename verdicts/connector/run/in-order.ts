/** Puts exchanges that end in any order back into the order of their numbers. */

/** More than this wait for one that never comes only when something went wrong: then they go on without it. */
const mostHeld = 10_000;

export class InOrder<Item extends { readonly number: number }> {
  readonly #take: (item: Item) => void;
  readonly #held = new Map<number, Item>();
  #next = 1;

  constructor(take: (item: Item) => void) {
    this.#take = take;
  }

  /** Numbers that are held back, waiting for earlier ones. */
  get held(): number {
    return this.#held.size;
  }

  push(item: Item): void {
    this.#held.set(item.number, item);
    for (let next = this.#held.get(this.#next); next !== undefined; next = this.#held.get(this.#next))
      this.#release(next);
    if (this.#held.size > mostHeld) this.flush();
  }

  /** Passes on all that is held, in order, whatever is missing between. */
  flush(): void {
    for (const item of [...this.#held.values()].sort((a, b) => a.number - b.number)) this.#release(item);
  }

  #release(item: Item): void {
    this.#held.delete(item.number);
    this.#next = Math.max(this.#next, item.number + 1);
    this.#take(item);
  }
}
