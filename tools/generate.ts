/**
 * `node dist/tools/generate.js` writes every generated file; with `--check` it writes none and exits 1 when one is
 * stale, naming it and the command that makes it fresh. It exits 1 as well when a clause or a keyword is unproved, or
 * when a case or an id in use is gone without being retired.
 */
import { fileURLToPath } from 'node:url';
import { caseProblems, publishedCases, slugsOf, statedCases } from './cases.js';
import { loadContract } from './contract.js';
import { generate } from './generate-command.js';
import { generatedFiles, problemsOfIds } from './generated-files.js';
import { retiredCases } from './retired-cases.js';
import { problemsOf, traceability } from './traceability.js';

process.exitCode = await generate(process.argv.slice(2), {
  /** This file runs from dist/tools/. */
  root: fileURLToPath(new URL('../..', import.meta.url)),
  files: generatedFiles,
  problems: async () => [
    ...problemsOf(traceability(await loadContract())),
    ...caseProblems(await publishedCases(), slugsOf(await statedCases()), retiredCases),
    ...(await problemsOfIds()),
  ],
  say: console.log,
  complain: console.error,
});
