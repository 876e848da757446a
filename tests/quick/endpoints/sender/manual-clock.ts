/** A clock for tests: time stands still until something waits for it, then jumps to when that is due. */
import type { Clock } from '../../../../endpoints/sender/clock.js';

export class ManualClock implements Clock {
  /** The waits asked for, in milliseconds and in order. */
  readonly waits: number[] = [];
  #now = 0;
  readonly #wallStart: number;

  constructor(wallStart = 0) {
    this.#wallStart = wallStart;
  }

  now(): number {
    return this.#now;
  }

  wallMs(): number {
    return this.#wallStart + this.#now;
  }

  after(ms: number, run: () => void): () => void {
    this.waits.push(ms);
    const due = this.#now + ms;
    const immediate = setImmediate(() => {
      this.#now = Math.max(this.#now, due);
      run();
    });
    return () => clearImmediate(immediate);
  }
}
