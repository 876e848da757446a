/**
 * Takes secrets out of the texts of a connector's record. What a connector calls its token is a secret to us, and it may be
 * any text: our own fixed words (clause ids, verdicts, names of members) stay, or the record would fall apart. Pure.
 */
import type { ConnectorRecord } from '../../../schemas/record/run-record.js';

/** A clause of ours, as far as its words go. */
type Listed = Readonly<Record<'id' | 'place' | 'statement', string>>;

/** @param listed the clauses that the record lists */
export function redactRecord(
  record: ConnectorRecord,
  listed: readonly Listed[],
  { text }: { text(value: string): string },
): ConnectorRecord {
  const fixed = fixedWords(record, listed);
  const redact = (value: unknown): unknown => {
    if (typeof value === 'string') return fixed.has(value) ? value : text(value);
    if (Array.isArray(value)) return value.map(redact);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, redact(member)]));
  };
  // The shape stays the same, which the compiler cannot see through the recursion.
  return redact(record) as ConnectorRecord;
}

function fixedWords(
  { format, edition, scenarios = [], startedAt }: ConnectorRecord,
  listed: readonly Listed[],
): ReadonlySet<string> {
  return new Set<string>([
    format,
    edition,
    startedAt,
    'conformant',
    'nonconformant',
    'inconclusive',
    'not exercised',
    'connector',
    ...listed.flatMap(({ id, place, statement }) => [id, place, statement]),
    ...scenarios.flatMap(({ id, title, summary, robust }) => [id, title, summary, robust]),
  ]);
}
