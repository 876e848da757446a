/**
 * `node dist/tools/measure-identities.js` writes docs/identity-faults.md: after how many requests each identity fault
 * is found, the median of ten seeds. Takes a quarter of an hour, so it is no part of tools/generate.ts.
 */
import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { createMockKeys } from '../endpoints/mock/mock.js';
import {
  findSoon,
  type IdentityFault,
  identityFaults,
  memoryMsFor,
  type Sighting,
  sightingOf,
  waitsFor,
} from './identity-faults.js';
import { codeCell, markdownTable, plainCell } from './markdown-table.js';

const page = fileURLToPath(new URL('../../docs/identity-faults.md', import.meta.url));
const seeds = Array.from({ length: 10 }, (_, index) => index + 1);
/** So few that a run never takes longer than the life time that it looks for. */
const sideBySide = 4;
/** The most that issue 3 allows for the median over all faults that level standard must find. */
const allowed = 150;

interface Measured {
  readonly fault: IdentityFault;
  readonly sightings: readonly Sighting[];
}

async function measure(): Promise<readonly Measured[]> {
  const keys = await createMockKeys();
  const all: Measured[] = [];
  for (const [index, fault] of identityFaults.entries()) {
    const look = async (seed: number): Promise<Sighting> => sightingOf(await findSoon(fault, keys, seed), fault);
    const sightings: Sighting[] = [];
    // Side by side only where a run mostly waits: elsewhere the runs would disturb each other's races.
    const width = waitsFor(fault) ? sideBySide : 1;
    for (let done = 0; done < seeds.length; done += width) {
      sightings.push(...(await Promise.all(seeds.slice(done, done + width).map(look))));
    }
    all.push({ fault, sightings });
    if ((index + 1) % 20 === 0) console.error(`${index + 1} of ${identityFaults.length} faults`);
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

function pageOf(all: readonly Measured[], overAll: number): string {
  const head = ['Fault', 'What such a service does', 'Its own clause', 'Level', 'Requests', 'Found', 'Steps'];
  const always = all.filter((one) => found(one) === seeds.length).length;
  return `${[
    '<!-- Measured by node dist/tools/measure-identities.js, do not edit. -->',
    '# How soon identity faults are found',
    `Measured with \`node dist/tools/measure-identities.js\`, do not edit. Each fault of the mock whose own clause is under \`behaviour/\` met ${seeds.length} runs with the seeds 1 to ${seeds.length}, each at the level of the fault and with \`--only behaviour\`. *Requests* is the number of the exchange that proves the fault, the median of the ${seeds.length} runs (of what was forgotten, the report tells the least that it took, which may not be the first to show); *Steps* are those of the counterexample told there, the most of all seeds. Where a time stands beside the level, the closing audit spread its repeats over it (\`--memory\`); everywhere else it took none.`,
    `Of ${all.length} faults ${always} are found with every seed. The median over all faults that level standard must find is **${shown(overAll)} requests**.`,
    markdownTable(head, all.map(rowOf)),
  ].join('\n\n')}\n`;
}

const all = await measure();
const overAll = median(all.filter(({ fault }) => fault.minLevel !== 'deep').map(medianRequests));
await writeFile(page, pageOf(all, overAll));
for (const one of all.filter((some) => found(some) < seeds.length)) {
  console.error(`${one.fault.id} was found ${found(one)} times out of ${seeds.length}`);
}
console.log(`The median over all at standard is ${shown(overAll)} requests. Wrote ${page}`);
process.exitCode = overAll < allowed ? 0 : 1;
