/** The table of README.md that tells what each level sends, by place. */
import type { Step } from '../engine/service/places.js';
import { chooseSteps, planRun } from '../engine/service/plan-run.js';
import { type Level, levels, type Plan, type RunOptions } from '../engine/service/run-options.js';
import type { Credentials } from '../generators/credentials.js';
import { markdownTable, plainCell } from './markdown-table.js';
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

interface PlannedRequests {
  /** In the order of the run. */
  readonly places: readonly { readonly name: string; readonly tests: number; readonly requests: number }[];
  /** First controls, before the first probe. */
  readonly firstControls: number;
  readonly plan: Plan;
}

/**
 * What a run of edition 61.0 in the layout `parts` would send, counted by place: the run's own plan, with a count around
 * each probe. Nothing is sent. The seed moves the counts by a few requests.
 */
export async function plannedRequests(
  level: Level,
  credentials: Credentials,
  seed: number,
  concurrency: number,
): Promise<PlannedRequests> {
  const counts = new Map<string, { tests: number; requests: number }>();
  const options: RunOptions = {
    target: { kind: 'service', baseUrl: new URL('https://service.invalid/api'), credentials, faults: [] },
    level,
    layout: 'parts',
    edition: '61.0',
    seed,
    only: [],
    concurrency,
  };
  const { steps } = await chooseSteps(options);
  const plan = await planRun(
    steps.map((step) => counted(step, counts)),
    options,
  );
  const places = [...counts].map(([name, count]) => ({ name, ...count }));
  return { places, firstControls: plan.requests - places.reduce((sum, { requests }) => sum + requests, 0), plan };
}

/** The same step, adding what it sends to the counts of its place. */
function counted({ place, probe }: Step, counts: Map<string, { tests: number; requests: number }>): Step {
  const run: Step['probe']['run'] = async (context) => {
    const { sender } = context.run.sending;
    const before = sender.counts.requests;
    await probe.run(context);
    const { tests, requests } = counts.get(place.name) ?? { tests: 0, requests: 0 };
    counts.set(place.name, { tests: tests + 1, requests: requests + sender.counts.requests - before });
  };
  return { place, probe: { ...probe, run } };
}
