/**
 * `node dist/tools/generate.js` writes every generated file; with `--check` it writes none and exits 1 when one is
 * stale, naming it and the command that makes it fresh. It exits 1 as well when a clause or a keyword is unproved, or
 * when a case or an id in use is gone without being retired.
 */
import { fileURLToPath } from 'node:url';
import { caseProblems, publishedCases, slugsOf, statedCases } from './cases.js';
import { loadContract } from './contract.js';
import { staleFiles, writeFiles } from './generated-file.js';
import { generatedFiles, problemsOfIds } from './generated-files.js';
import { retiredCases } from './retired-cases.js';
import { problemsOf, traceability } from './traceability.js';

/** This file runs from dist/tools/. */
const root = fileURLToPath(new URL('../..', import.meta.url));
const command = 'node dist/tools/generate.js';

async function main(args: readonly string[]): Promise<number> {
  const check = args.includes('--check');
  const unknown = args.find((arg) => arg !== '--check');
  if (unknown !== undefined) {
    console.error(`Unknown option ${unknown}. Usage: ${command} [--check]`);
    return 2;
  }
  const problems = [
    ...problemsOf(traceability(await loadContract())),
    ...caseProblems(await publishedCases(), slugsOf(await statedCases()), retiredCases),
    ...(await problemsOfIds()),
  ];
  for (const problem of problems) console.error(problem);
  if (!check) {
    for (const path of await writeFiles(root, generatedFiles)) console.log(`wrote ${path}`);
    return problems.length > 0 ? 1 : 0;
  }
  const stale = await staleFiles(root, generatedFiles);
  for (const path of stale) console.error(`${path} is stale. Make it fresh: npm run build && ${command}`);
  return problems.length > 0 || stale.length > 0 ? 1 : 0;
}

process.exitCode = await main(process.argv.slice(2));
