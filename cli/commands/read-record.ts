/** Reads and checks a run record from a file that the user has named. */
import { readFile } from 'node:fs/promises';
import type { RunRecord } from '../../schemas/record/run-record.js';
import type { Dependencies } from '../dependencies.js';
import { FileError, type FileRole } from '../errors/file-error.js';
import { reasonOf } from '../errors/reason.js';
import { RecordError } from '../errors/record-error.js';

/** @throws FileError when it cannot be read. @throws RecordError when it is no run record. */
export async function readRecord(
  role: FileRole,
  path: string,
  { validateRecord }: Pick<Dependencies, 'validateRecord'>,
): Promise<RunRecord> {
  const checked = await validateRecord(parseJson(path, await readText(role, path)));
  if (!checked.ok) throw new RecordError(path, checked.errors);
  return checked.record;
}

async function readText(role: FileRole, path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new FileError(role, path, 'read', reasonOf(error));
  }
}

/** Node's own message quotes the text of the file, which may be anything; ours does not. */
function parseJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new RecordError(path, ['it is not JSON']);
  }
}
