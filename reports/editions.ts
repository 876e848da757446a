/** A run judged by several editions, as a table: each clause with its verdict in each of them. Pure. */
import { clauses } from '../schemas/clauses/clauses.js';
import type { RunRecord, ServiceRecord } from '../schemas/record/run-record.js';
import type { ClauseVerdict } from './overview.js';

export type JudgedEdition = Readonly<Pick<ServiceRecord, 'edition' | 'layout' | 'verdict' | 'reason' | 'requests'>>;

export interface EditionRow {
  readonly clause: string;
  /** In the order of the editions; undefined where the clause is no part of one. */
  readonly verdicts: readonly (ClauseVerdict | undefined)[];
}

export interface EditionsTable {
  /** The one that decides first. */
  readonly editions: readonly JudgedEdition[];
  readonly rows: readonly EditionRow[];
}

/** Undefined when the run was made by one edition only. */
export function editionsTable(record: RunRecord): EditionsTable | undefined {
  if (record.judges === 'connector') return undefined;
  const { besides = [] } = record;
  if (besides.length === 0) return undefined;
  const all = [record, ...besides];
  const verdictsOf = all.map(
    (one) => new Map<string, ClauseVerdict>(one.clauses.map(({ id, verdict }) => [id, verdict])),
  );
  const known = clauses.map(({ id }): string => id);
  const others = all.flatMap((one) => one.clauses.map(({ id }) => id)).filter((id) => !known.includes(id));
  const rows = [...known, ...new Set(others)].map((clause) => ({
    clause,
    verdicts: verdictsOf.map((verdicts) => verdicts.get(clause)),
  }));
  return {
    editions: all,
    // What no edition exercised, such as the duties of connectors, would only fill the table.
    rows: rows.filter(({ verdicts }) => verdicts.some((one) => one !== undefined && one !== 'not exercised')),
  };
}
