/** Files that the user has named, read with words for what can go wrong. */
import { readFile } from 'node:fs/promises';
import { ContentError, type ContentKind } from './errors/content-error.js';
import { FileError, type FileRole } from './errors/file-error.js';
import { reasonOf } from './errors/reason.js';

/** @throws FileError when it cannot be read. */
export async function readTextFile(role: FileRole, path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new FileError(role, path, 'read', reasonOf(error));
  }
}

/** Node's own message quotes the text of the file, which may be anything; ours does not. @throws ContentError */
export function parseJsonFile(what: ContentKind, path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ContentError(what, path, ['it is not JSON']);
  }
}
