/** How much each level does: never less than the one before, and of smoke a person sees the end at once. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type LevelPlan, levelPlans, planWithinBudget } from '../../../../engine/service/level-plan.js';
import { chooseSteps } from '../../../../engine/service/plan-run.js';
import { levels } from '../../../../engine/service/run-options.js';
import { someOptions } from './in-memory-service.js';

const amountOf = (value: LevelPlan[keyof LevelPlan]): number =>
  typeof value === 'object' ? value.reduce((sum, { calls }) => sum + calls, 0) : Number(value);

for (const [index, level] of levels.slice(1).entries()) {
  const before = levels[index] ?? level;
  test(`${level} does not less of anything than ${before}, and more of something`, () => {
    const [more, less] = [levelPlans[level], levelPlans[before]];
    // Object.keys gives the keys of the plan that it is asked for.
    const names = Object.keys(more) as readonly (keyof LevelPlan)[];
    for (const name of names) assert.ok(amountOf(more[name]) >= amountOf(less[name]), name);
    assert.ok(names.some((name) => amountOf(more[name]) > amountOf(less[name])));
  });
}

test('only smoke ends at a rank, and only deep waits', () => {
  assert.deepEqual(
    levels.map((level) => [level, Number.isFinite(levelPlans[level].ranks), levelPlans[level].memoryMs > 0]),
    [
      ['smoke', true, false],
      ['standard', false, false],
      ['deep', false, true],
    ],
  );
});

test('a budget goes as far as its level, and waits as long', () => {
  for (const level of levels) {
    const { ranks, memoryMs } = planWithinBudget(level);
    assert.deepEqual([ranks, memoryMs], [levelPlans[level].ranks, levelPlans[level].memoryMs]);
  }
});

test('smoke asks in about a hundred requests', async () => {
  const { plan } = await chooseSteps({ ...someOptions, level: 'smoke' });
  assert.ok(plan.requests > 50 && plan.requests <= 110, `${plan.requests} requests`);
});
