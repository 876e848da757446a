/**
 * Which probes a run goes through, in which order, and its plan: the run itself against a service that is only pretended
 * and keeps every promise, so that the count is exact and cannot go stale. Nothing is sent.
 */
import { pairKey } from '../../verdicts/service/history.js';
import type { Exchange, SendOptions } from '../../wire/exchange.js';
import type { WireRequest } from '../../wire/request.js';
import { levelPlans } from './level-plan.js';
import { loadPlaces, type Step, stepsOf } from './places.js';
import { preflight } from './preflight.js';
import { inRounds, roundsOf } from './rounds.js';
import { Run } from './run.js';
import type { Plan, RunOptions } from './run-options.js';
import type { Expectation, ExpectingSender } from './sending.js';

export interface ChosenSteps {
  readonly steps: readonly Step[];
  readonly plan: Plan;
}

/** Plans the level first, so that a budget that pays for all of it changes nothing. Sends nothing. */
export async function chooseSteps(options: RunOptions): Promise<ChosenSteps> {
  const { maxRequests, only, edition, level, operation } = options;
  const written = stepsOf(await loadPlaces(), only, edition, operation);
  const within = inRounds(written);
  const steps = Number.isFinite(levelPlans[level].ranks) ? within : written;
  const plan = await planRun(steps, options);
  if (maxRequests === undefined || maxRequests >= plan.requests) return { steps, plan };
  return { steps: within, plan: { ...(await planRun(within, options, true)), whole: plan.requests } };
}

/** @param withinBudget whether the run goes rank by rank, as far as its budget goes. */
export async function planRun(steps: readonly Step[], options: RunOptions, withinBudget = false): Promise<Plan> {
  const { maxRequests = 0, target } = options;
  // Planning does not ask for tokens; a run has done so by now, and has counted them.
  const sender = withinBudget
    ? new PretendedService(maxRequests, target.tokenRequests)
    : new PretendedService(Number.POSITIVE_INFINITY);
  const run = new Run(options, sender, { withinBudget });
  await preflight(run);
  const contexts = steps.map(({ place, probe }) => ({ probe, context: run.contextFor(place, probe) }));
  for (const _round of roundsOf(run)) {
    for (const { probe, context } of contexts) await probe.run(context);
  }
  return {
    requests: sender.sent,
    conversations: run.conversations.count + identified(run),
    specs: steps.length,
  };
}

/** Pairs that got an identifier. First controls that nobody has booked are not among the known pairs. */
function identified({ history, firstControls, names }: Run): number {
  return names.operation.key === undefined ? 0 : history.knownPairs().length + firstControls.length;
}

class PretendedService implements ExpectingSender {
  readonly pretends = true;
  readonly counts = { requests: 0, throttled: 0, waitedMs: 0, connections: 0 };
  readonly #maxRequests: number;
  readonly #before: number;
  #expected: Expectation[] = [];

  /** @param before requests that count against the budget and are no part of the plan. */
  constructor(maxRequests: number, before = 0) {
    this.#maxRequests = maxRequests;
    this.#before = before;
    this.counts.requests = before;
  }

  get sent(): number {
    return this.counts.requests - this.#before;
  }

  expect(expectation: Expectation): void {
    this.#expected.push(expectation);
  }

  send(request: WireRequest, { leaves = 0 }: SendOptions = {}): Promise<Exchange> {
    return Promise.resolve(this.#answer(request, leaves));
  }

  race(requests: readonly WireRequest[]): Promise<readonly Exchange[]> {
    return Promise.resolve(requests.map((request) => this.#answer(request, 0)));
  }

  hurry(): void {}

  close(): Promise<void> {
    return Promise.resolve();
  }

  #answer(request: WireRequest, leaves: number): Exchange {
    const expected = this.#expected.shift() ?? 'refused';
    const isPaid = this.counts.requests < this.#maxRequests - leaves;
    if (isPaid) this.counts.requests += 1;
    const [status, body] =
      expected === 'refused' ? [400, {}] : [202, { conversationIdentifier: pairKey(expected.accepted) }];
    const answer = {
      httpVersion: '1.1',
      status,
      reason: '',
      fields: [],
      body: Buffer.from(JSON.stringify(body)),
      truncated: false,
    };
    return {
      number: this.counts.requests,
      startedMs: 0,
      durationMs: 0,
      connection: { id: 1, reused: true },
      head: '',
      body: request.body,
      waits: [],
      ...(isPaid ? { answer } : { failure: { kind: 'budget-spent', message: '' } }),
    };
  }
}
