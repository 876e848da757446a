/**
 * The gate of a Playwright run, kept in its main process from the global set-up to the reporter: a baseline is too large
 * for the environment. Playwright may load the two through different module loaders, so it hangs on the process itself.
 * A reporter that merges shards runs without set-up and finds none: `byoc-conformance report` puts it on then.
 */
import type { Gate } from '../verdicts/release/release-record.js';

const place = Symbol.for('byoc-conformance/gate');

export function keepGate(gate: Gate): void {
  Reflect.set(globalThis, place, gate);
}

/** An empty gate when none was kept. */
export function keptGate(): Gate {
  const kept: unknown = Reflect.get(globalThis, place);
  // Put there by keepGate above.
  return kept === undefined ? {} : (kept as Gate);
}
