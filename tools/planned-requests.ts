/** What a run would send, counted by place: the run's own plan, with a count around each probe. Nothing is sent. */

import type { Step } from '../engine/service/places.js';
import { chooseSteps, planRun } from '../engine/service/plan-run.js';
import type { Level, Plan, RunOptions } from '../engine/service/run-options.js';
import type { Credentials } from '../generators/credentials.js';

export interface PlannedPlace {
  readonly name: string;
  readonly tests: number;
  readonly requests: number;
}

export interface PlannedRequests {
  /** In the order of the run. */
  readonly places: readonly PlannedPlace[];
  /** First controls, before the first probe. */
  readonly firstControls: number;
  readonly plan: Plan;
}

/** Counts a run of edition 61.0 in the layout `parts`. The seed moves the counts by a few requests. */
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
