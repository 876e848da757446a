/** Ctrl-C: the first one asks for an orderly end, a second one ends at once. */
import { exitCode } from './exit-code.js';
import type { Surroundings } from './surroundings.js';

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
    if (controller.signal.aborted) return surroundings.exitNow(exitCode.interrupted);
    onFirst();
    controller.abort();
  });
  return { signal: controller.signal, release };
}
