/** The places of the contract, collected from the spec files, for the runner that works in process. */
import { readdir } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { holdsIn, isClauseId } from '../../schemas/clauses/clauses.js';
import { additions } from '../../schemas/contract.js';
import { type EditionId, isWithin } from '../../schemas/editions/editions.js';
import type { Place, Probe } from './probe.js';
import { refuses } from './probes/refuses.js';
import { setRegistrar } from './registrar.js';

/** The order of the specification; the closing audit asks again for what all others have established. */
const order = ['operation', 'headers', 'body', 'answer', 'behaviour', 'closing-audit'];

const rank = (file: string): number => order.findIndex((beginning) => file.startsWith(beginning));

let collected: Promise<readonly Place[]> | undefined;

/** Loads every spec file once, in the order of the specification. */
export async function loadPlaces(): Promise<readonly Place[]> {
  collected ??= collect();
  return [...addedPlaces(), ...(await collected)];
}

/** What an extension adds has no row in a spec file: that what breaks it is refused follows from its clause. */
function addedPlaces(): readonly Place[] {
  return additions()
    .flatMap(({ clauses = [] }) => clauses)
    .flatMap(({ id, place }) => (isClauseId(id) ? [{ name: place, probes: [refuses(id)] }] : []));
}

async function collect(): Promise<readonly Place[]> {
  const folder = fileURLToPath(new URL('../../specs', import.meta.url));
  const files = (await readdir(folder, { recursive: true }))
    .filter((file) => /\.spec\.[jt]s$/.test(file))
    .sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
  const places: Place[] = [];
  setRegistrar((place) => places.push(place));
  try {
    for (const file of files) await import(pathToFileURL(`${folder}/${file}`).href);
  } finally {
    setRegistrar(undefined);
  }
  return places;
}

/** Whether a clause is asked for: by its id, by the beginning of its id up to a slash, or by no choice at all. */
export function isSelected(clause: string, only: readonly string[]): boolean {
  return only.length === 0 || only.some((chosen) => clause === chosen || clause.startsWith(`${chosen}/`));
}

export interface Step {
  readonly place: Place;
  readonly probe: Probe;
}

/** The probes of a run in order: of clauses that hold in its edition, and of those the ones that are asked for. */
export function stepsOf(places: readonly Place[], only: readonly string[], edition: EditionId): readonly Step[] {
  return places.flatMap((place) =>
    place.probes
      .filter((probe) => isProbeOf(probe, edition) && isSelected(probe.clause, only))
      .map((probe) => ({ place, probe })),
  );
}

/** Whether an edition has the probe: its clause holds there, and nothing in it belongs to another edition only. */
function isProbeOf(probe: Probe, edition: EditionId): boolean {
  return holdsIn(probe.clause, edition) && isWithin(probe, edition);
}
