/** Checks a value read from a file against the published schema of the run record before any report trusts it. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { RunRecord } from '../schemas/record/run-record.js';
import { runRecordSchema } from '../schemas/record/run-record.schema.js';
import { clipped } from '../text/clip.js';
import { visibleText } from '../text/visible.js';

export type RecordCheck =
  | { readonly ok: true; readonly record: RunRecord }
  | { readonly ok: false; readonly errors: string[] };

/** A person repairs the first few; a file of another kind would give thousands. */
const maxErrors = 20;

const validate = new Ajv2020({ strict: true, allErrors: true }).compile<RunRecord>(runRecordSchema);

/** The record itself when it fits the schema, else plain sentences that name the place: `/seed must be integer`. */
export function validateRecord(value: unknown): RecordCheck {
  if (validate(value)) return { ok: true, record: value };
  const errors = (validate.errors ?? []).map(({ instancePath, message, params }) => {
    const detail = 'additionalProperty' in params ? `: ${String(params.additionalProperty)}` : '';
    const place = instancePath === '' ? 'the run record' : instancePath;
    return clipped(visibleText(`${place} ${message ?? 'is wrong'}${detail}`), 200);
  });
  const rest = errors.length - maxErrors;
  return { ok: false, errors: rest > 0 ? [...errors.slice(0, maxErrors), `and ${rest} more`] : errors };
}
