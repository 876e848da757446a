/** Ctrl-C: the first one asks for an orderly end, a second one ends at once. */
import type { Surroundings } from './surroundings.js';

/** The exit code of the second Ctrl-C: 128 and the number of SIGINT, as shells have it. */
const interrupted = 130;

export interface Interrupt {
  /** Aborted by the first SIGINT or SIGTERM. */
  readonly signal: AbortSignal;
  /** Stops listening. */
  release(): void;
}

/** @param onFirst told at the first signal, before the abort. */
export function listenForInterrupt(surroundings: Surroundings, onFirst: () => void): Interrupt {
  const controller = new AbortController();
  const release = surroundings.onInterrupt(() => {
    if (controller.signal.aborted) return surroundings.exitNow(interrupted);
    onFirst();
    controller.abort();
  });
  return { signal: controller.signal, release };
}
