/** A target judged by one edition after the other within one ceiling: the first decides, the others stand beside it. */
import { seededInteger } from '../../generators/seeded.js';
import type { ServiceRecord } from '../../schemas/record/run-record.js';
import { planConformance, runConformance } from './run-conformance.js';
import type { Plan, RunOptions } from './run-options.js';

/** What all of it would send. Sends nothing. */
export async function planEditions(options: RunOptions): Promise<Plan> {
  const plans: Plan[] = [];
  for (const one of runsOf(options)) plans.push(await planConformance(one));
  const sum = (of: (plan: Plan) => number): number => plans.reduce((total, plan) => total + of(plan), 0);
  return {
    ...plans[0],
    requests: sum(({ requests }) => requests),
    conversations: sum(({ conversations }) => conversations),
    specs: sum(({ specs }) => specs),
  };
}

/** The record of the first edition; the others are in `besides`. Never rejects for what the service does. */
export async function runEditions(options: RunOptions): Promise<ServiceRecord> {
  const [first = options, ...others] = runsOf(options);
  const record = await runConformance(first);
  if (others.length === 0) return record;
  let spent = record.requests;
  const besides: NonNullable<ServiceRecord['besides']> = [];
  for (const other of others) {
    const left = options.maxRequests === undefined ? undefined : options.maxRequests - spent;
    const beside = left !== undefined && left <= 0 ? undefined : await runConformance({ ...other, maxRequests: left });
    spent += beside?.requests ?? 0;
    besides.push(beside === undefined ? notRun(other) : besideOf(beside, other));
  }
  return { ...record, besides };
}

/**
 * One set of options for each edition. The others draw from another seed, as a run with the same one would repeat its
 * RequestIds, which no two requests may share.
 */
function runsOf({ besides = [], ...first }: RunOptions): readonly RunOptions[] {
  const others = besides.map(({ edition, layout }) => ({
    ...first,
    // The first run has counted them.
    target: { ...first.target, tokenRequests: 0 },
    edition,
    layout,
    seed: seededInteger(first.seed, `edition ${edition}`),
  }));
  return [first, ...others];
}

type Beside = NonNullable<ServiceRecord['besides']>[number];

function besideOf(
  { verdict, reason, requests, identities, clauses }: ServiceRecord,
  { edition, layout }: RunOptions,
): Beside {
  return {
    edition,
    layout,
    verdict,
    reason,
    requests,
    conversations: identities.pairs,
    clauses: clauses.map(({ id, verdict }) => ({ id, verdict })),
  };
}

function notRun({ edition, layout }: RunOptions): Beside {
  const reason = 'Nothing was sent: the run had spent the requests that --max-requests allows.';
  return { edition, layout, verdict: 'inconclusive', reason, requests: 0, clauses: [] };
}
