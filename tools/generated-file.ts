/** A file that is made from the contract and committed; comparing and writing it. */
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

export interface GeneratedFile {
  /** From the root of the checkout, with slashes: `docs/clauses.md`. */
  readonly path: string;
  /** The whole text that it should have. The same contract gives the same text. */
  readonly make: () => Promise<string>;
}

/** Paths of the files below `root` that are missing or have another text than they should, in order. */
export async function staleFiles(root: string, files: readonly GeneratedFile[]): Promise<readonly string[]> {
  const stale: string[] = [];
  for (const { path, make } of files) {
    const [now, wanted] = await Promise.all([textOf(join(root, path)), make()]);
    if (now !== wanted) stale.push(path);
  }
  return stale;
}

/** Writes the files below `root` and gives back the paths of those that were stale. Rejects where it may not write. */
export async function writeFiles(root: string, files: readonly GeneratedFile[]): Promise<readonly string[]> {
  const stale = await staleFiles(root, files);
  for (const { path, make } of files) {
    if (!stale.includes(path)) continue;
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), await make());
  }
  return stale;
}

async function textOf(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
