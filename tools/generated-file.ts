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
  return (await staleTexts(root, files)).map(({ path }) => path);
}

/** Writes the files below `root` that are stale and gives back their paths. Rejects where it may not write. */
export async function writeFiles(root: string, files: readonly GeneratedFile[]): Promise<readonly string[]> {
  const stale = await staleTexts(root, files);
  for (const { path, text } of stale) {
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
  }
  return stale.map(({ path }) => path);
}

/** One after the other, and each made once: some tables come from whole runs. */
async function staleTexts(root: string, files: readonly GeneratedFile[]): Promise<readonly StaleText[]> {
  const stale: StaleText[] = [];
  for (const { path, make } of files) {
    const text = await make();
    if (text !== (await textOf(join(root, path)))) stale.push({ path, text });
  }
  return stale;
}

interface StaleText {
  readonly path: string;
  /** What it should have. */
  readonly text: string;
}

async function textOf(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
    throw error;
  }
}
