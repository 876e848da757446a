/**
 * `node dist/tools/budget-table.js` writes docs/budget.md: how much of the kill matrix a run finds with a small budget.
 * Takes some minutes, so it is no part of tools/generate.ts.
 */
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { createMockKeys } from '../endpoints/mock/mock.js';
import { clauseOf } from '../schemas/clauses/clauses.js';
import { type BudgetRun, runAllWithin, singleFaults } from './budget-faults.js';
import { codeCell, markdownTable, plainCell } from './markdown-table.js';

const page = fileURLToPath(new URL('../../docs/budget.md', import.meta.url));
const budgets = [50, 100, 150, 300, 1_000] as const;
/** The budget that README.md makes a promise about, and the share of faults that it must find. */
const told = 150;
const promised = 5 / 6;
const seed = 1;
const atOnce = 3;

interface Measured {
  readonly budget: number;
  readonly runs: readonly BudgetRun[];
}

const foundIn = (runs: readonly BudgetRun[]): number => runs.filter(({ found }) => found).length;
const share = (runs: readonly BudgetRun[]): string =>
  runs.length === 0 ? '' : `${((100 * foundIn(runs)) / runs.length).toFixed(1)} %`;
const placeOf = ({ fault }: BudgetRun): string => clauseOf(fault.clause).place;

function totals(all: readonly Measured[]): string {
  const rows = all.map(({ budget, runs }) => {
    const without = runs.filter(({ fault }) => fault.minLevel !== 'deep');
    return [
      String(budget),
      `${foundIn(runs)} of ${runs.length}`,
      share(runs),
      `${foundIn(without)} of ${without.length}`,
      share(without),
      String(Math.max(...runs.map(({ arrived }) => arrived))),
    ];
  });
  return markdownTable(
    ['Budget', 'Found', 'Share', 'Of those that level standard finds', 'Share', 'Most requests at the mock'],
    rows,
  );
}

function byPlace(all: readonly Measured[]): string {
  const places = [...new Set(all.flatMap(({ runs }) => runs.map(placeOf)))];
  const rows = places.map((place) => {
    const here = all.map(({ runs }) => runs.filter((run) => placeOf(run) === place));
    return [plainCell(place), String(here[0]?.length ?? 0), ...here.map((runs) => String(foundIn(runs)))];
  });
  return markdownTable(['Place', 'Faults', ...all.map(({ budget }) => String(budget))], rows);
}

function missed(all: readonly Measured[]): string {
  const runs = all.find(({ budget }) => budget === told)?.runs ?? [];
  const rows = runs
    .filter(({ found }) => !found)
    .map(({ fault }) => {
      const from = all.find((one) => one.budget > told && one.runs.some((run) => run.fault === fault && run.found));
      return [
        codeCell(fault.id),
        plainCell(fault.summary),
        codeCell(fault.clause),
        fault.minLevel,
        from === undefined ? 'none of these' : String(from.budget),
      ];
    });
  const head = ['Fault', 'What such a service does', 'Its own clause', 'Found from level', 'Found from budget'];
  return markdownTable(head, rows);
}

function pageOf(all: readonly Measured[]): string {
  return `${[
    '<!-- Measured by node dist/tools/budget-table.js, do not edit. -->',
    '# What a small budget finds',
    `Measured with \`node dist/tools/budget-table.js\`, do not edit. Each of the ${singleFaults.length} faults of the mock that is shown in edition 61.0 met one run with \`--max-requests\` and seed ${seed}, at level standard. A fault counts as found when the run makes its own clause red. The faults that only level deep finds count as well: many conversations, a hash that is nearly long enough. What forgets by the clock was looked for with \`--memory 3\`, as in the kill matrix.`,
    totals(all),
    '## By place',
    'Faults found with each budget.',
    byPlace(all),
    `## Not found with ${told} requests`,
    missed(all),
  ].join('\n\n')}\n`;
}

const keys = await createMockKeys();
const all: Measured[] = [];
for (const budget of budgets) {
  const runs = await runAllWithin(budget, singleFaults, keys, seed, atOnce);
  all.push({ budget, runs });
  console.error(`${budget} requests: ${foundIn(runs)} of ${runs.length} faults found`);
}
await writeFile(page, pageOf(all));
const runs = all.find(({ budget }) => budget === told)?.runs ?? [];
console.log(`With ${told} requests ${share(runs)} are found. Wrote ${page}`);
process.exitCode = foundIn(runs) >= promised * runs.length ? 0 : 1;
