/** Which probes a run goes through: by edition, by --only, and by what its budget pays for. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isSelected, loadPlaces, type Step, stepsOf } from '../../../../engine/service/places.js';
import { chooseSteps } from '../../../../engine/service/plan-run.js';
import { clausesOf, holdsIn } from '../../../../schemas/clauses/clauses.js';
import { editionIds } from '../../../../schemas/editions/editions.js';
import { defaultLayoutOf } from '../../../../schemas/operations/operations.js';
import { someOptions } from './in-memory-service.js';

const places = await loadPlaces();
const clausesIn = (steps: readonly Step[]): ReadonlySet<string> => new Set(steps.map(({ probe }) => probe.clause));

const selections: readonly (readonly [only: readonly string[], clause: string, isSelected: boolean])[] = [
  [[], 'headers/org-id/length', true],
  [['headers/org-id/length'], 'headers/org-id/length', true],
  [['headers/org-id'], 'headers/org-id/length', true],
  [['headers'], 'headers/org-id/length', true],
  [['body', 'headers'], 'headers/org-id/length', true],
  [['headers/org'], 'headers/org-id/length', false],
  [['headers/org-id/'], 'headers/org-id/length', false],
  [['body'], 'headers/org-id/length', false],
  [['headers/org-id/length/at-most'], 'headers/org-id/length', false],
];

for (const [only, clause, expected] of selections) {
  test(`--only ${only.join(', ') || 'nothing'} ${expected ? 'takes' : 'leaves'} ${clause}`, () => {
    assert.equal(isSelected(clause, only), expected);
  });
}

for (const edition of editionIds) {
  test(`edition ${edition}: every clause that a service owes there has a probe, and no clause of others has one`, () => {
    const probed = clausesIn(stepsOf(places, [], edition));
    const owed = clausesOf(edition).filter(({ owes }) => owes !== 'connector');
    assert.deepEqual(
      owed.map(({ id }) => id).filter((id) => !probed.has(id)),
      [],
    );
    for (const { probe } of stepsOf(places, [], edition)) assert.ok(holdsIn(probe.clause, edition), probe.clause);
  });
}

test('a probe that fits some editions only is left out of the others', () => {
  const isThere = (edition: (typeof editionIds)[number]): boolean =>
    stepsOf(places, [], edition).some(({ probe }) => probe.title === 'observed: two entries');
  assert.deepEqual([isThere('61.0'), isThere('65.0')], [true, false]);
});

test('--only leaves the clauses that it names, in the order of the run, and nothing where it names none', () => {
  const all = stepsOf(places, [], '61.0');
  const some = stepsOf(places, ['behaviour/same-pair', 'headers/org-id'], '61.0');
  assert.deepEqual(
    some.map(({ probe }) => probe),
    all
      .filter(({ probe }) => /^(?:behaviour\/same-pair|headers\/org-id)\//.test(probe.clause))
      .map(({ probe }) => probe),
  );
  assert.deepEqual(stepsOf(places, ['behaviour/none'], '61.0'), []);
  assert.equal(some.at(-1)?.probe.clause, 'behaviour/same-pair/for-ever');
});

test('no two probes have one name: they would send the same RequestIds', () => {
  const names = places.flatMap(({ name, probes }) => probes.map(({ clause, title }) => `${name}/${clause}/${title}`));
  assert.equal(new Set(names).size, names.length);
});

test('a budget changes nothing until it is smaller than the plan', async () => {
  const options = { ...someOptions, level: 'smoke', layout: defaultLayoutOf('61.0') } as const;
  const whole = await chooseSteps(options);
  const { requests } = whole.plan;
  const enough = await chooseSteps({ ...options, maxRequests: requests });
  assert.deepEqual([enough.plan, enough.steps.length], [whole.plan, whole.steps.length]);
  const less = await chooseSteps({ ...options, maxRequests: requests - 1 });
  assert.equal(less.plan.whole, requests);
  assert.ok(less.plan.requests < requests);
  const titles = ({ steps }: typeof whole) => steps.map(({ probe }) => `${probe.clause}: ${probe.title}`).sort();
  assert.deepEqual(titles(less), titles(whole), 'the same probes');
});
