/** What `node dist/tools/generate.js` does with its arguments: told what the files and the problems are, so that a test can. */
import { existsSync } from 'node:fs';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

export const command = 'node dist/tools/generate.js';

/** A file that is made from the contract and committed. */
export interface GeneratedFile {
  /** From the root of the checkout, with slashes: `docs/clauses.md`. */
  readonly path: string;
  /** The whole text that it should have. The same contract gives the same text. */
  readonly make: () => Promise<string>;
}

export interface GenerateInput {
  /** The checkout that the files are below. */
  readonly root: string;
  readonly files: readonly GeneratedFile[];
  /** What the contract itself gets wrong, a line each. */
  readonly problems: () => Promise<readonly string[]>;
  readonly say: (line: string) => void;
  readonly complain: (line: string) => void;
}

/**
 * Gives the exit code: 1 for problems and, with `--check`, for stale files; 2 for wrong usage. Rejects where it may not
 * write.
 */
export async function generate(args: readonly string[], input: GenerateInput): Promise<number> {
  const { root, files, say, complain } = input;
  const check = args.includes('--check');
  const unknown = args.find((arg) => arg !== '--check');
  if (unknown !== undefined) {
    complain(`Unknown option ${unknown}. Usage: ${command} [--check]`);
    return 2;
  }
  const problems = await input.problems();
  for (const problem of problems) complain(problem);
  const stale = await staleFiles(root, files);
  for (const { path, text } of stale) {
    if (check) {
      complain(`${path} is stale. Make it fresh: npm run build && ${command}`);
      continue;
    }
    await mkdir(dirname(join(root, path)), { recursive: true });
    await writeFile(join(root, path), text);
    say(`wrote ${path}`);
  }
  return problems.length > 0 || (check && stale.length > 0) ? 1 : 0;
}

/** Those that are missing or have another text than they should, with that text. Each is made once: some tables come from whole runs. */
async function staleFiles(root: string, files: readonly GeneratedFile[]) {
  const stale: { readonly path: string; readonly text: string }[] = [];
  for (const { path, make } of files) {
    const [text, file] = [await make(), join(root, path)];
    if (!existsSync(file) || (await readFile(file, 'utf8')) !== text) stale.push({ path, text });
  }
  return stale;
}
