/** One listener on the caller's AbortSignal for everything that a sender has under way. */

export class Cancellation {
  readonly #signal: AbortSignal | undefined;
  readonly #listeners = new Set<() => void>();
  readonly #onAbort = (): void => {
    for (const listener of [...this.#listeners]) listener();
    this.#listeners.clear();
  };

  constructor(signal: AbortSignal | undefined) {
    this.#signal = signal;
    signal?.addEventListener('abort', this.#onAbort, { once: true });
  }

  get aborted(): boolean {
    return this.#signal?.aborted ?? false;
  }

  /** Calls `run` when the signal fires; not at all when it has fired already. The result takes it back. */
  onAbort(run: () => void): () => void {
    this.#listeners.add(run);
    return () => {
      this.#listeners.delete(run);
    };
  }

  /** Lets go of the signal, which may outlive the sender. */
  dispose(): void {
    this.#signal?.removeEventListener('abort', this.#onAbort);
    this.#listeners.clear();
  }
}
