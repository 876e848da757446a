/**
 * `node dist/tools/measure-identities.js` writes docs/identity-faults.md: after how many requests each identity fault
 * is found, the median of five seeds. Takes a quarter of an hour, so it is no part of tools/generate.ts. With words, such as
 * `keeps expires`, it measures only the faults whose ids hold one of them and leaves the other rows as they are.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { createMockKeys } from '../endpoints/mock/mock.js';
import { findSoon, identityFaults, memoryMsFor, type Sighting, sightingOf } from './identity-faults.js';
import { codeCell, markdownTable, plainCell } from './markdown-table.js';
import type { SingleFault } from './run-against.js';

const page = fileURLToPath(new URL('../../docs/identity-faults.md', import.meta.url));
const seeds = Array.from({ length: 5 }, (_, index) => index + 1);
/**
 * The most requests that are allowed for the median over all faults that level standard must find. A merge is shown by a
 * pair without anything around it, which is asked for behind all relations: that one is counted.
 */
const allowed = 600;

interface Measured {
  readonly fault: SingleFault;
  readonly sightings: readonly Sighting[];
}

async function measure(faults: readonly SingleFault[]): Promise<readonly Measured[]> {
  const keys = await createMockKeys();
  const all: Measured[] = [];
  for (const [index, fault] of faults.entries()) {
    const sightings: Sighting[] = [];
    // One by one: side by side the runs would disturb each other's races.
    for (const seed of seeds) sightings.push(sightingOf(await findSoon(fault, keys, seed), fault));
    all.push({ fault, sightings });
    if ((index + 1) % 20 === 0) console.error(`${index + 1} of ${faults.length} faults`);
  }
  return all;
}

/** The middle one, or the mean of the two in the middle; infinite when half or more are. */
function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = sorted.slice(Math.ceil(sorted.length / 2) - 1, Math.floor(sorted.length / 2) + 1);
  return middle.reduce((sum, number) => sum + number, 0) / middle.length;
}

const medianRequests = ({ sightings }: Measured): number => median(sightings.map(({ request }) => request));

const found = ({ sightings }: Measured): number => sightings.filter(({ request }) => Number.isFinite(request)).length;

const shown = (number: number): string => (Number.isFinite(number) ? String(Math.round(number)) : 'not found');

function rowOf(one: Measured): readonly string[] {
  const { id, summary, clause, minLevel } = one.fault;
  const memoryMs = memoryMsFor(one.fault);
  return [
    codeCell(id),
    plainCell(summary),
    codeCell(clause),
    minLevel + (memoryMs === 0 ? '' : `, over ${memoryMs / 1_000} s`),
    shown(medianRequests(one)),
    `${found(one)} of ${seeds.length}`,
    String(Math.max(...one.sightings.map(({ steps }) => steps))),
  ];
}

/** Rows of the table by the fault's id, the cells as they are written. */
type Rows = ReadonlyMap<string, readonly string[]>;

async function rowsOfPage(): Promise<Rows> {
  const lines = (await readFile(page, 'utf8')).split('\n').filter((line) => line.startsWith('| `'));
  return new Map(
    lines.map((line) => {
      const cells = line.slice(2, -2).split(' | ');
      return [(cells[0] ?? '').replaceAll('`', ''), cells];
    }),
  );
}

const requestsIn = (cells: readonly string[]): number => Number(cells[4]);

const isAlways = (cells: readonly string[]): boolean => cells[5] === `${seeds.length} of ${seeds.length}`;

function pageOf(rows: Rows, overAll: number): string {
  const head = ['Fault', 'What such a service does', 'Its own clause', 'Level', 'Requests', 'Found', 'Steps'];
  const always = [...rows.values()].filter(isAlways).length;
  return `${[
    '<!-- Measured by node dist/tools/measure-identities.js, do not edit. -->',
    '# How soon identity faults are found',
    `Measured with \`node dist/tools/measure-identities.js\`, do not edit. Each fault of the mock whose own clause is under \`behaviour/\` met ${seeds.length} runs with the seeds 1 to ${seeds.length}, each at the level of the fault and with \`--only behaviour\`; what is forgotten so late that level deep is needed with \`--only behaviour/same-pair\`. *Requests* is the number of the exchange that proves the fault, the median of the ${seeds.length} runs (of what was forgotten, the report tells the least that it took, which may not be the first to show; a merge was met before: it is shown by a pair without anything around it, which is asked for behind all relations); *Steps* are those of the counterexample told there, the most of all seeds. Where a time stands beside the level, the closing audit spread its repeats over it (\`--memory\`); everywhere else it took none.`,
    `Of ${rows.size} faults ${always} are found with every seed. The median over all faults that level standard must find is **${shown(overAll)} requests**.`,
    markdownTable(head, [...rows.values()]),
  ].join('\n\n')}\n`;
}

const words = process.argv.slice(2);
const chosen = identityFaults.filter(({ id }) => words.length === 0 || words.some((word) => id.includes(word)));
const measured = new Map((await measure(chosen)).map((one) => [one.fault.id, rowOf(one)]));
const before: Rows = words.length === 0 ? new Map() : await rowsOfPage();
const rows: Rows = new Map(
  identityFaults.flatMap(({ id }) => {
    const cells = measured.get(id) ?? before.get(id);
    return cells === undefined ? [] : [[id, cells] as const];
  }),
);
const overAll = median(
  identityFaults
    .filter(({ minLevel }) => minLevel !== 'deep')
    .map(({ id }) => rows.get(id))
    // What is not found, or not measured yet, counts as never.
    .map((cells) =>
      cells === undefined || Number.isNaN(requestsIn(cells)) ? Number.POSITIVE_INFINITY : requestsIn(cells),
    ),
);
await writeFile(page, pageOf(rows, overAll));
for (const [id, cells] of rows) if (!isAlways(cells)) console.error(`${id} was found ${cells[5]}`);
console.log(`The median over all at standard is ${shown(overAll)} requests. Wrote ${page}`);
process.exitCode = overAll < allowed ? 0 : 1;
