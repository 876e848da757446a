/** Reads records of format 1, which had one shape for both kinds of target and filled it up where nothing was measured. */
import { runRecordFormat } from '../schemas/record/shared.schema.js';
import { isJsonObject } from '../schemas/validation/parse-json.js';

const olderFormat = 'byoc-conformance/run-record/1';

/** What such a record says of a connector that nobody planned, chose or counted. */
const madeUp = new Set(['level', 'layout', 'only', 'plan', 'throttled', 'identities', 'specs']);

/** The same in the shape of today; any other value as it is. */
export function recordOfToday(value: unknown): unknown {
  if (!isJsonObject(value) || value.format !== olderFormat) return value;
  const record = { ...value, format: runRecordFormat };
  const { target } = value;
  if (!isJsonObject(target) || target.kind !== 'connector') return { ...record, judges: 'service' };
  // The proxy plays no scenarios, drew nothing by its seed, and wrote empty values for what it was not told of the org.
  const isProxy = Array.isArray(value.scenarios) && value.scenarios.length === 0;
  const told = Object.entries(target).filter(([name, one]) => name !== 'faults' && String(one) !== '');
  const members = Object.entries({ ...record, judges: 'connector', target: Object.fromEntries(told) });
  return Object.fromEntries(
    members.filter(([name]) => !madeUp.has(name) && !(isProxy && (name === 'seed' || name === 'scenarios'))),
  );
}
