/** Who takes the places that spec files register while they are loaded: the runner that works in process, or nobody. */
import type { Place } from './probe.js';

export type Registrar = (place: Place) => void;

let current: Registrar | undefined;

/** Sets who takes the places of the spec files loaded from now on; undefined leaves them to Playwright. */
export function setRegistrar(next: Registrar | undefined): void {
  current = next;
}

export const registrar = (): Registrar | undefined => current;
