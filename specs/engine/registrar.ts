/**
 * Where spec files put their places. Under `npx playwright test` each probe becomes a test; the in-process runner
 * collects the places and runs them itself. So one set of spec files says what is judged, whoever runs it.
 */
import type { Place, Probe } from './probe.js';

export type Registrar = (place: Place) => void;

let registrar: Registrar | undefined;

/** Sets who takes the places of the spec files loaded from now on; undefined gives them to Playwright. */
export function setRegistrar(next: Registrar | undefined): void {
  registrar = next;
}

/** A place that stands in for all others in a run with a budget. Playwright does not know it: a budget needs one process. */
export async function placeWithinBudget(name: string, probes: readonly Probe[]): Promise<void> {
  registrar?.({ name, probes, withinBudget: true });
}

/** Called once by each spec file: its place in the specification and the probes for it. */
export async function place(name: string, probes: readonly Probe[]): Promise<void> {
  const found = { name, probes };
  if (registrar !== undefined) return registrar(found);
  const { registerWithPlaywright } = await import('./playwright/register.js');
  registerWithPlaywright(found);
}
