/** The places of the contract, collected from the spec files, for the runner that works in process. */
import { readdir } from 'node:fs/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { spellingsOfClause } from '../../generators/spellings/index.js';
import { clausesNamedIn } from '../../schemas/clauses/clause-of-keyword.js';
import { type ClauseId, clausesInForce, holdsIn } from '../../schemas/clauses/clauses.js';
import { type EditionId, isWithin } from '../../schemas/editions/editions.js';
import { defaultOperation, operationsInForce } from '../../schemas/operations/operations.js';
import { type Place, type Probe, setRegistrar } from './probe.js';
import { acceptsSpellings } from './probes/accepts-spellings.js';
import { establishes } from './probes/establishes.js';
import { refuses } from './probes/refuses.js';

/** The order of the specification; the closing audit asks again for what all others have established. */
const order = ['operation', 'headers', 'body', 'answer', 'behaviour', 'closing-audit'];

const rank = (file: string): number => order.findIndex((beginning) => file.startsWith(beginning));

let collected: Promise<readonly Place[]> | undefined;

/** Loads every spec file once, in the order of the specification. */
export async function loadPlaces(): Promise<readonly Place[]> {
  collected ??= collect();
  const places = await collected;
  return [...placesWithoutRow(places), ...places];
}

/** A clause in force that no row of a spec file names, as those of an extension: how it is probed follows from the contract. */
function placesWithoutRow(places: readonly Place[]): readonly Place[] {
  const named = new Set(places.flatMap(({ probes }) => probes.map(({ clause }) => clause)));
  return clausesInForce()
    .filter(({ id, owes }) => owes !== 'connector' && !named.has(id))
    .map(({ id, place }) => ({ name: place, probes: [probeFor(id)] }));
}

function probeFor(clause: ClauseId): Probe {
  if (spellingsOfClause(clause).length > 0) return acceptsSpellings(clause);
  const isPromised = operationsInForce().some(({ endpoint, answers }) =>
    [endpoint, ...clausesNamedIn(answers.success)].includes(clause),
  );
  return isPromised ? establishes(clause) : refuses(clause);
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

/** The probes of a run in order: of clauses that hold in its edition for its operation, and of those the ones that are asked for. */
export function stepsOf(
  places: readonly Place[],
  only: readonly string[],
  edition: EditionId,
  operation: string = defaultOperation,
): readonly Step[] {
  return places.flatMap((place) =>
    place.probes
      // A probe may fit some editions only, where its clause holds in more.
      .filter((probe) => holdsIn(probe.clause, edition, operation) && isWithin(probe, edition))
      .filter(({ clause }) => isSelected(clause, only))
      .map((probe) => ({ place, probe })),
  );
}
