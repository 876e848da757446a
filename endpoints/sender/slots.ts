/** The places for exchanges under way: a counting semaphore whose line is served in the order of arrival. */

interface Waiter {
  readonly places: number;
  readonly resolve: (granted: boolean) => void;
}

export class Slots {
  #free: number;
  readonly #size: number;
  readonly #line: Waiter[] = [];
  readonly #idle: (() => void)[] = [];
  #closed = false;

  constructor(size: number) {
    this.#size = size;
    this.#free = size;
  }

  /** Takes places at once or after waiting in line; false when the slots were closed meanwhile. */
  take(places: number): Promise<boolean> {
    if (this.#closed) return Promise.resolve(false);
    if (this.#line.length === 0 && this.#free >= places) {
      this.#free -= places;
      return Promise.resolve(true);
    }
    return new Promise((resolve) => this.#line.push({ places, resolve }));
  }

  give(places: number): void {
    this.#free += places;
    for (let next = this.#line[0]; next !== undefined && next.places <= this.#free; next = this.#line[0]) {
      this.#line.shift();
      this.#free -= next.places;
      next.resolve(true);
    }
    if (this.#free === this.#size) for (const resolve of this.#idle.splice(0)) resolve();
  }

  /** Turns away everyone in line and everyone who comes later; resolves when every place is free. */
  close(): Promise<void> {
    this.#closed = true;
    for (const waiter of this.#line.splice(0)) waiter.resolve(false);
    if (this.#free === this.#size) return Promise.resolve();
    return new Promise((resolve) => this.#idle.push(resolve));
  }
}
