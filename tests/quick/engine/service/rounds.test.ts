/** The rounds of a run: one for a level, one for each rank within a budget; what a small budget pays for, a larger one does as well. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadPlaces, type Step, stepsOf } from '../../../../engine/service/places.js';
import { planRun } from '../../../../engine/service/plan-run.js';
import { preflight } from '../../../../engine/service/preflight.js';
import { refuses } from '../../../../engine/service/probes/refuses.js';
import { inRounds, roundsOf } from '../../../../engine/service/rounds.js';
import { Run } from '../../../../engine/service/run.js';
import { StepInRun } from '../../../../engine/service/step-in-run.js';
import { violationsOfClause } from '../../../../generators/violations/catalogue.js';
import type { WireRequest } from '../../../../wire/request.js';
import { contextOn, InMemoryService, someOptions } from './in-memory-service.js';

const steps = stepsOf(await loadPlaces(), [], '61.0');

/** The ranks of each round, while each spends so many requests. */
function roundsWith(maxRequests: number | undefined, level: 'smoke' | 'standard', spends: readonly number[]) {
  const service = new InMemoryService();
  const budget = maxRequests === undefined ? {} : { maxRequests };
  const run = new Run({ ...someOptions, level, ...budget }, service, { withinBudget: maxRequests !== undefined });
  const seen: (readonly [above: number, upTo: number, ends: boolean])[] = [];
  for (const { above, upTo, ends } of roundsOf(run)) {
    assert.deepEqual(run.round, { above, upTo, ends });
    service.counts.requests += spends[seen.length] ?? 0;
    seen.push([above, upTo, ends]);
  }
  return seen;
}

test('a level goes through its probes once', () => {
  assert.deepEqual(roundsWith(undefined, 'smoke', []), [[0, 2, true]]);
  assert.deepEqual(roundsWith(undefined, 'standard', []), [[0, Number.POSITIVE_INFINITY, true]]);
});

test('a budget goes rank by rank until it is spent, its level is through, or nothing is left to do', () => {
  const ranksOf = (seen: ReturnType<typeof roundsWith>) => seen.map(([, upTo]) => upTo);
  const all = Number.POSITIVE_INFINITY;
  assert.deepEqual(ranksOf(roundsWith(10, 'standard', [4, 3, 3])), [1, 2, 3, all]);
  assert.deepEqual(ranksOf(roundsWith(100, 'smoke', [4, 3])), [1, 2, 2]);
  // Some probes are without a rank of those that are stated; behind them there is something for each until the end.
  assert.deepEqual(ranksOf(roundsWith(100, 'standard', [4, 0, 0, 3, 3, 0])), [1, 2, 3, 4, 5, 6, all]);
  assert.deepEqual(roundsWith(10, 'standard', [9]), [
    [0, 1, false],
    [all, all, true],
  ]);
});

test('within a budget the same probes are in another order: accepted, refused, and what a refusal did', () => {
  const clauses = inRounds(steps).map(({ probe }) => probe.clause);
  assert.deepEqual([...clauses].sort(), steps.map(({ probe }) => probe.clause).sort());
  const at = (clause: (typeof clauses)[number]): number => clauses.lastIndexOf(clause);
  assert.ok(at('behaviour/different-pair/subject') < at('headers/org-id/required'));
  assert.ok(at('headers/org-id/required') < at('behaviour/same-pair/after-refusal'));
  assert.equal(clauses.at(-1), 'behaviour/same-pair/for-ever');
});

/** Without RequestIds, which follow from the order of the calls. */
const textOf = ({ fields, body }: WireRequest): string =>
  JSON.stringify([fields.filter(([name]) => name.toLowerCase() !== 'requestid'), Buffer.from(body).toString('latin1')]);

async function sentWithin(maxRequests: number, some: readonly Step[]): Promise<readonly string[]> {
  const service = new InMemoryService();
  const run = new Run({ ...someOptions, maxRequests }, service, { withinBudget: true });
  await preflight(run);
  const probes = inRounds(some).map((step) => new StepInRun(run, step));
  for (const _round of roundsOf(run)) {
    for (const probe of probes) await probe.go();
  }
  return service.requests.map(textOf);
}

test('each violation goes out in the round of its rank and in no other', async () => {
  const clause = 'headers/authorization-context/format';
  const { channels } = someOptions.target.credentials;
  const sent = await sentWithin(10_000, [{ place: { name: 'A place', probes: [] }, probe: refuses(clause) }]);
  const violations = sent.slice(channels.length);
  const context = contextOn(new InMemoryService());
  assert.equal(violations.length, violationsOfClause(context.basis(context.firstPair), clause).length);
  assert.equal(new Set(violations).size, violations.length);
});

test('the more a budget pays for, the more is sent, and nothing is sent instead', async () => {
  const counts: number[] = [];
  for (const maxRequests of [20, 60, 100, 200, 400]) {
    const { requests } = await planRun(inRounds(steps), { ...someOptions, maxRequests }, true);
    assert.ok(requests <= maxRequests && requests > (counts.at(-1) ?? 0), `${requests} of ${maxRequests}`);
    counts.push(requests);
  }
  const [less, more] = [await sentWithin(30, steps), new Set(await sentWithin(250, steps))];
  assert.deepEqual(
    less.filter((text) => !more.has(text)),
    [],
  );
});
