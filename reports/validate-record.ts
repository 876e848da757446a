/** Checks a value read from a file against the published schema of the run record before any report trusts it; records of format 1 too. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import { connectorRecordSchema } from '../schemas/record/connector-record.schema.js';
import type { ConnectorRecord, RunRecord, ServiceRecord } from '../schemas/record/run-record.js';
import { serviceRecordSchema } from '../schemas/record/service-record.schema.js';
import { runRecordFormat } from '../schemas/record/shared.schema.js';
import { isJsonObject } from '../schemas/validation/parse-json.js';
import { clipped } from '../text/clip.js';
import { visibleText } from '../text/visible.js';

export type RecordCheck =
  | { readonly ok: true; readonly record: RunRecord }
  | { readonly ok: false; readonly errors: string[] };

/** A person repairs the first few; a file of another kind would give thousands. */
const maxErrors = 20;

const ajv = new Ajv2020({ strict: true, allErrors: true });
/** One by one, as of both together ajv would tell what is wrong by either. */
const ofService = ajv.compile<ServiceRecord>(serviceRecordSchema);
const ofConnector = ajv.compile<ConnectorRecord>(connectorRecordSchema);

/** The record when it fits the schema, of today or of format 1, else plain sentences that name the place: `/seed must be integer`. */
export function validateRecord(value: unknown): RecordCheck {
  const record = recordOfToday(value);
  const validate = isJsonObject(record) && record.judges === 'connector' ? ofConnector : ofService;
  if (validate(record)) return { ok: true, record };
  const errors = (validate.errors ?? []).map(({ instancePath, message, params }) => {
    const detail = 'additionalProperty' in params ? `: ${String(params.additionalProperty)}` : '';
    const place = instancePath === '' ? 'the run record' : instancePath;
    return clipped(visibleText(`${place} ${message ?? 'is wrong'}${detail}`), 200);
  });
  const rest = errors.length - maxErrors;
  return { ok: false, errors: rest > 0 ? [...errors.slice(0, maxErrors), `and ${rest} more`] : errors };
}

const olderFormat = 'byoc-conformance/run-record/1';

/** What such a record says of a connector that nobody planned, chose or counted. */
const madeUp = new Set(['level', 'layout', 'only', 'plan', 'throttled', 'identities', 'specs']);

/** A record of format 1, which had one shape for both kinds of target and filled it up where nothing was measured, in the shape of today; any other value as it is. */
function recordOfToday(value: unknown): unknown {
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
