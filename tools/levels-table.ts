/** The table of README.md that tells what each level sends, by place. */

import { levels } from '../engine/service/run-options.js';
import { markdownTable, plainCell } from './markdown-table.js';
import { type PlannedRequests, plannedRequests } from './planned-requests.js';
import { sampleCredentials } from './sample-credentials.js';

/** Fixed, so that the same code gives the same table. */
const seed = 1;
/** As a run against a configured service has it. */
const concurrency = 8;
/** Requests a second, for the row that tells the time. */
const rate = 20;

/** Plans a run of each level and lays the counts side by side. Loads the spec files. */
export async function makeLevelsTable(): Promise<string> {
  const plans: PlannedRequests[] = [];
  for (const level of levels) plans.push(await plannedRequests(level, sampleCredentials, seed, concurrency));
  return levelsTable(plans);
}

/** @param plans one for each level, all of the same places. */
export function levelsTable(plans: readonly PlannedRequests[]): string {
  // In the order of the specification, which smoke does not keep to.
  const places = plans.at(-1)?.places ?? [];
  const row = (name: string, tests: string, of: (plan: PlannedRequests) => number): readonly string[] => [
    name,
    tests,
    ...plans.map((plan) => number(of(plan))),
  ];
  return markdownTable(
    ['Place', 'Tests', ...levels.map((level) => `\`${level}\``)],
    [
      row('First controls', '', ({ firstControls }) => firstControls),
      ...places.map(({ name, tests }) =>
        row(plainCell(name), number(tests), (plan) => plan.places.find((place) => place.name === name)?.requests ?? 0),
      ),
      row('All', number(plans[0]?.plan.specs ?? 0), ({ plan }) => plan.requests),
      row('Conversations left behind, at most', '', ({ plan }) => plan.conversations),
      row(`Seconds at \`--rate ${rate}\`, about`, '', ({ plan }) => Math.ceil(plan.requests / rate)),
    ],
  );
}

const number = (value: number): string => new Intl.NumberFormat('en').format(value);
