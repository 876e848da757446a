/**
 * What a spec file calls: its place in the specification with the probes for it. The in-process runner has set who takes
 * the places; under `npx playwright test` nobody has, and each probe becomes a test.
 */
import { type Probe, registrar } from '../engine/service/probe.js';

/** Called once by each spec file: its place in the specification and the probes for it. */
export async function place(name: string, probes: readonly Probe[]): Promise<void> {
  const taken = registrar();
  if (taken !== undefined) return taken({ name, probes });
  const { registerWithPlaywright } = await import('./register.js');
  registerWithPlaywright({ name, probes });
}
