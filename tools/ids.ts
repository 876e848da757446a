/**
 * docs/ids.json: every id that waivers, records and links may name. It is kept beside the contract and never shrinks, so
 * that an id that went away, or stands for something else, is told of. Whoever retires an id says so in the list. Pure.
 */
import type { Clause } from '../schemas/clauses/clause.js';
import type { Edition } from '../schemas/editions/edition.js';
import type { Operation } from '../schemas/operations/operation.js';

/** An id and what must stay the same as long as it is used. */
export interface ListedId {
  readonly id: string;
  /** Why it went away; only people write it, and the id is never used again. */
  readonly retired?: string;
  readonly [fact: string]: string | undefined;
}

export type IdKind = 'clauses' | 'operations' | 'editions';
export type IdList = Readonly<Record<IdKind, readonly ListedId[]>>;

const kinds = ['clauses', 'operations', 'editions'] as const satisfies readonly IdKind[];

/** The list of a contract by itself. Wording may change, so statements and titles are not in it. */
export function idsOf(
  clauses: readonly Clause[],
  operations: readonly Operation[],
  editions: readonly Edition[],
): IdList {
  return {
    clauses: clauses.map(({ id, place, owes }) => ({ id, place, owes })),
    operations: operations.map(({ id, method, path }) => ({ id, method, path })),
    editions: editions.map(({ id }) => ({ id })),
  };
}

/** The list with what is new: in the order of the contract, behind it what the contract has no longer. */
export function mergedIds(listed: IdList, inUse: IdList): IdList {
  const merged = (kind: IdKind): readonly ListedId[] => [
    ...inUse[kind].map((entry) => find(listed[kind], entry.id) ?? entry),
    ...listed[kind].filter(({ id }) => find(inUse[kind], id) === undefined),
  ];
  return { clauses: merged('clauses'), operations: merged('operations'), editions: merged('editions') };
}

/** What the contract does with listed ids that it must not, a sentence for each. */
export function idProblems(listed: IdList, inUse: IdList): readonly string[] {
  return kinds.flatMap((kind) => listed[kind].flatMap((entry) => problemsOf(kind, entry, find(inUse[kind], entry.id))));
}

function problemsOf(kind: IdKind, entry: ListedId, now: ListedId | undefined): readonly string[] {
  const { id, retired, ...facts } = entry;
  const what = `The id ${id} of docs/ids.json (${kind})`;
  if (retired !== undefined) {
    return now === undefined
      ? []
      : [`${what} is retired and in use again. Give what it stands for now an id of its own.`];
  }
  if (now === undefined) {
    return [
      `${what} is gone from the contract. Put it back, or tell why it is retired: "retired": "why" in its entry.`,
    ];
  }
  return Object.entries(facts).flatMap(([fact, before]) =>
    before === now[fact]
      ? []
      : [
          `${what} stands for something else (${fact}: ${before} before, ${now[fact]} now). An obligation that changed needs an id of its own; where only a name changed, write it into the entry.`,
        ],
  );
}

function find(entries: readonly ListedId[], id: string): ListedId | undefined {
  return entries.find((entry) => entry.id === id);
}
