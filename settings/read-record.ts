/** Reads and checks a run record from a file that the user has named. */
import type { RunRecord } from '../schemas/record/run-record.js';
import { ContentError } from './errors/content-error.js';
import type { FileRole } from './errors/file-error.js';
import { parseJsonFile, readTextFile } from './text-file.js';

type RecordCheck =
  | { readonly ok: true; readonly record: RunRecord }
  | { readonly ok: false; readonly errors: readonly string[] };

/** By the schema of the run record, which is loaded when it is needed. */
export type ValidateRecord = (data: unknown) => Promise<RecordCheck>;

/** @throws FileError when it cannot be read. @throws ContentError when it is no run record. */
export async function readRecord(role: FileRole, path: string, validateRecord: ValidateRecord): Promise<RunRecord> {
  const checked = await validateRecord(parseJsonFile('run record', path, await readTextFile(role, path)));
  if (!checked.ok) throw new ContentError('run record', path, checked.errors);
  return checked.record;
}
