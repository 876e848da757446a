/** Makes sure that the reports can be written, before anything is sent. */
import { mkdir, mkdtemp, rmdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { FileError } from './errors/file-error.js';
import { reasonOf } from './errors/reason.js';

/**
 * Creates the directory when it is missing and tries it by making an empty directory inside: permissions alone do not
 * tell of full or read-only file systems. Gives the absolute path.
 *
 * @throws FileError when it cannot be written.
 */
export async function prepareReportDirectory(cwd: string, out: string): Promise<string> {
  const directory = resolve(cwd, out);
  try {
    await mkdir(directory, { recursive: true });
    await rmdir(await mkdtemp(join(directory, '.writable-')));
  } catch (error) {
    throw new FileError('report directory', directory, 'written', reasonOf(error));
  }
  return directory;
}
