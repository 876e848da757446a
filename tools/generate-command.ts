/** What `node dist/tools/generate.js` does with its arguments: told what the files and the problems are, so that a test can. */
import { type GeneratedFile, staleFiles, writeFiles } from './generated-file.js';

export const command = 'node dist/tools/generate.js';

export interface GenerateInput {
  /** The checkout that the files are below. */
  readonly root: string;
  readonly files: readonly GeneratedFile[];
  /** What the contract itself gets wrong, a line each. */
  readonly problems: () => Promise<readonly string[]>;
  readonly say: (line: string) => void;
  readonly complain: (line: string) => void;
}

/** Gives the exit code: 1 for problems and, with `--check`, for stale files; 2 for wrong usage. */
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
  if (!check) {
    for (const path of await writeFiles(root, files)) say(`wrote ${path}`);
    return problems.length > 0 ? 1 : 0;
  }
  const stale = await staleFiles(root, files);
  for (const path of stale) complain(`${path} is stale. Make it fresh: npm run build && ${command}`);
  return problems.length > 0 || stale.length > 0 ? 1 : 0;
}
