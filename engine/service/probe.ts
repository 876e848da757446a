/** A probe: what one test does for a clause. Spec files list probes and register them by place; a runner runs them. */
import type { CaseName } from '../../generators/named-case.js';
import type { ClauseId } from '../../schemas/clauses/clauses.js';
import type { EditionRange } from '../../schemas/editions/editions.js';
import type { ProbeContext } from './probe-context.js';

/** `from` and `until` tell the editions that it fits, where its clause holds in more. */
export interface Probe extends EditionRange {
  readonly clause: ClauseId;
  /** Reads as a sentence behind the place: `refuses every violation of headers/org-id/length`. */
  readonly title: string;
  /** Cases that no catalogue has: by them the list of all cases in use is made. */
  readonly cases?: readonly CaseWords[];
  readonly run: (context: ProbeContext) => Promise<void>;
}

interface CaseWords extends CaseName {
  readonly label: string;
}

/** One place of the specification with its probes: what a spec file is. */
export interface Place {
  readonly name: string;
  readonly probes: readonly Probe[];
}

/** Takes the places that spec files register while they are loaded: the runner that works in process, or nobody. */
type Registrar = (place: Place) => void;

let current: Registrar | undefined;

/** Sets who takes the places of the spec files loaded from now on; undefined leaves them to Playwright. */
export function setRegistrar(next: Registrar | undefined): void {
  current = next;
}

export const registrar = (): Registrar | undefined => current;
