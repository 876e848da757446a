/**
 * The plan of a run: the run itself against a service that is only pretended and keeps every promise, so that the
 * count is exact and cannot go stale. Nothing is sent.
 */

import { pairKey } from '../../verdicts/service/history.js';
import type { Exchange } from '../../wire/exchange.js';
import type { WireRequest } from '../../wire/request.js';
import type { Step } from './places.js';
import { preflight } from './preflight.js';
import { Run } from './run.js';
import type { Plan, RunOptions } from './run-options.js';
import type { Expectation, ExpectingSender } from './sending.js';

/** @param withinBudget whether the steps are those that stand in for all others in a run with a budget. */
export async function planRun(steps: readonly Step[], options: RunOptions, withinBudget = false): Promise<Plan> {
  const sender = new PretendedService();
  const run = new Run(options, sender, { withinBudget });
  await preflight(run);
  for (const { place, probe } of steps) await probe.run(run.contextFor(place, probe));
  return {
    requests: Math.min(sender.counts.requests, withinBudget ? (options.maxRequests ?? 0) : Number.POSITIVE_INFINITY),
    conversations: run.conversations.count + identified(run),
    specs: steps.length,
  };
}

/** Pairs that got an identifier. A run with a budget judges its first controls, so that they are among the known pairs. */
function identified({ history, withinBudget, firstControls, names }: Run): number {
  if (names.operation.key === undefined) return 0;
  return history.knownPairs().length + (withinBudget ? 0 : firstControls.length);
}

class PretendedService implements ExpectingSender {
  readonly pretends = true;
  readonly counts = { requests: 0, throttled: 0, waitedMs: 0, connections: 0 };
  #expected: Expectation[] = [];

  expect(expectation: Expectation): void {
    this.#expected.push(expectation);
  }

  send(request: WireRequest): Promise<Exchange> {
    return Promise.resolve(this.#answer(request));
  }

  race(requests: readonly WireRequest[]): Promise<readonly Exchange[]> {
    return Promise.resolve(requests.map((request) => this.#answer(request)));
  }

  hurry(): void {}

  close(): Promise<void> {
    return Promise.resolve();
  }

  #answer(request: WireRequest): Exchange {
    this.counts.requests += 1;
    const expected = this.#expected.shift() ?? 'refused';
    const [status, body] =
      expected === 'refused' ? [400, {}] : [202, { conversationIdentifier: pairKey(expected.accepted) }];
    return {
      number: this.counts.requests,
      startedMs: 0,
      durationMs: 0,
      connection: { id: 1, reused: true },
      head: '',
      body: request.body,
      answer: {
        httpVersion: '1.1',
        status,
        reason: '',
        fields: [],
        body: Buffer.from(JSON.stringify(body)),
        truncated: false,
      },
      waits: [],
    };
  }
}
