/** Writes what the mock or the gate accepts to a file that only its owner may read. */
import { randomUUID } from 'node:crypto';
import { rename, rm, writeFile } from 'node:fs/promises';
import { FileError } from '../../settings/errors/file-error.js';
import { reasonOf } from '../../settings/errors/reason.js';

/**
 * Writes a new file beside it and renames it: a file that was there keeps its own mode when it is only written over, and
 * whoever waits for the file never sees half of it.
 *
 * @throws FileError when it cannot be written.
 */
export async function writePrivateFile(file: string, data: object): Promise<void> {
  const draft = `${file}.${randomUUID()}`;
  try {
    await writeFile(draft, `${JSON.stringify(data, undefined, 2)}\n`, { mode: 0o600, flag: 'wx' });
    await rename(draft, file);
  } catch (error) {
    await rm(draft, { force: true });
    throw new FileError('credentials file', file, 'written', reasonOf(error));
  }
}
