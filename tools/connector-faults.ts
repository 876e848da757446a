/**
 * `node dist/tools/connector-faults.js` writes docs/connector-faults.md: runs the gate over every faulty example. Needs
 * all languages of examples/connectors/ and takes some minutes, so it is no part of tools/generate.ts.
 */
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { readFaults } from './connector-faults/fault-list.js';
import { brokenClauses, runGateProcess, scenarioOptions } from './connector-faults/gate-process.js';
import { languageOf, languages } from './connector-faults/languages.js';
import { connectorFaultsPage, type FaultWords, wordsOf } from './connector-faults/page.js';

const page = fileURLToPath(new URL('../../docs/connector-faults.md', import.meta.url));

async function main(): Promise<number> {
  const lacking = languages.flatMap((language) => language.missing() ?? []);
  if (lacking.length > 0) {
    console.error(`The page needs every language. Missing: ${lacking.join('; ')}.`);
    return 2;
  }
  const all: FaultWords[] = [];
  for (const fault of readFaults()) {
    const { record } = await runGateProcess(['node', 'faulty.mjs', fault.fault], scenarioOptions(fault.scenario));
    const broken = brokenClauses(record);
    console.log(`${fault.fault}: ${broken.join(', ')}`);
    if (broken.join() !== [...fault.clauses].sort().join()) {
      console.error(`Expected: ${[...fault.clauses].sort().join(', ')}. The page was not written.`);
      return 1;
    }
    all.push({ fault, language: languageOf(fault.connector).name, words: wordsOf(record) });
  }
  await writeFile(page, connectorFaultsPage(all));
  return 0;
}

process.exitCode = await main();
