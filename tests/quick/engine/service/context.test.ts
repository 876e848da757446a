/** A probe has a context of its own: what it sends follows from its name alone, whatever runs before it or beside it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { loadPlaces, type Step, stepsOf } from '../../../../engine/service/places.js';
import { Run } from '../../../../engine/service/run.js';
import { StepInRun } from '../../../../engine/service/step-in-run.js';
import type { WireRequest } from '../../../../wire/request.js';
import { contextOn, InMemoryService, someOptions } from './in-memory-service.js';

/** The closing audit asks for what the others have established, in their order. */
const steps = stepsOf(await loadPlaces(), [], '61.0').filter(
  ({ probe }) => probe.clause !== 'behaviour/same-pair/for-ever',
);

const textOf = ({ fields, body }: WireRequest): string => `${JSON.stringify(fields)}\n${Buffer.from(body)}`;

async function sentBy(run: (run: Run) => Promise<unknown>): Promise<readonly string[]> {
  const service = new InMemoryService();
  await run(new Run({ ...someOptions, seed: 3 }, service));
  return service.requests.map(textOf).sort();
}

const runStep = (run: Run, step: Step) => new StepInRun(run, step).go();

const oneByOne = (some: readonly Step[]) => async (run: Run) => {
  for (const step of some) await runStep(run, step);
};

test('all probes at once send what they send one after the other, and in the opposite order', async () => {
  const expected = await sentBy(oneByOne(steps));
  assert.ok(expected.length > 1_000);
  assert.deepEqual(await sentBy((run) => Promise.all(steps.map((step) => runStep(run, step)))), expected);
  assert.deepEqual(await sentBy(oneByOne([...steps].reverse())), expected);
});

test('every request of a run has a RequestId of its own, but for one that is repeated on purpose', async () => {
  const times = new Map<string, number>();
  for (const text of await sentBy(oneByOne(steps))) {
    const [, id = ''] = /"requestid","([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})"/i.exec(text) ?? [];
    if (id !== '') times.set(id, (times.get(id) ?? 0) + 1);
  }
  assert.ok(times.size > 1_000, `${times.size} RequestIds`);
  assert.deepEqual(
    [...times.values()].filter((count) => count > 1),
    [3],
  );
});

test('each books into its own ledger', async () => {
  const some = steps.filter(({ probe }) => /org-id|new-conversation/.test(probe.clause));
  const alone = await Promise.all(some.map((step) => runStep(new Run(someOptions, new InMemoryService()), step)));
  const run = new Run(someOptions, new InMemoryService());
  const beside = await Promise.all(some.map((step) => runStep(run, step)));
  assert.ok(some.length > 5);
  assert.deepEqual(
    beside.map(({ tallies }) => tallies),
    alone.map(({ tallies }) => tallies),
  );
});

test('new pairs of two probes are not the same, and each is new', () => {
  const service = new InMemoryService();
  const { run } = contextOn(service);
  const [one, two] = steps.map(({ place, probe }) => run.contextFor(place, probe));
  assert.ok(one !== undefined && two !== undefined);
  const pairs = [one, two, one, two].map((context) => context.newPair().subject);
  assert.equal(new Set(pairs).size, 4);
  const [first] = steps;
  assert.ok(first !== undefined);
  const again = contextOn(service).run.contextFor(first.place, first.probe);
  assert.equal(again.newPair().subject, pairs[0], 'they follow from the name of the probe');
});
