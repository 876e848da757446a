/** Shows how far a run is: one line rewritten on a terminal, a plain line now and then in a log, nothing in CI. */
import type { RunEvent } from '../../engine/service/run-options.js';
import { plural } from '../../text/format.js';
import type { Printer } from './printer.js';

export type ProgressMode = 'rewritten' | 'plain' | 'none';

/** Milliseconds between two plain lines, at least. */
const plainInterval = 10_000;
/** Milliseconds between two drawings of the rewritten line, at least: a terminal is slower than the run. */
const drawInterval = 50;

export class Progress {
  readonly #printer: Printer;
  readonly #mode: ProgressMode;
  readonly #now: () => number;
  #title = '';
  #index = 0;
  #of = 0;
  #requests = 0;
  #shownAt: number;

  /** @param now milliseconds of a clock that never goes back. */
  constructor(printer: Printer, mode: ProgressMode, now: () => number) {
    this.#printer = printer;
    this.#mode = mode;
    this.#now = now;
    this.#shownAt = now();
  }

  take(event: RunEvent): void {
    if (event.type === 'spec-started') {
      this.#title = event.title;
      this.#index = event.index;
      this.#of = event.of;
    } else if (event.type === 'progress') {
      this.#requests = event.requests;
    } else {
      return;
    }
    this.#show(event.type === 'spec-started' ? 0 : drawInterval);
  }

  #show(interval: number): void {
    if (this.#mode === 'none') return;
    const now = this.#now();
    if (now - this.#shownAt < (this.#mode === 'plain' ? plainInterval : interval)) return;
    this.#shownAt = now;
    const line = `test ${this.#index} of ${this.#of}, ${plural(this.#requests, 'request')}: ${this.#title}`;
    if (this.#mode === 'plain') this.#printer.note(line);
    else this.#printer.status(line);
  }
}
