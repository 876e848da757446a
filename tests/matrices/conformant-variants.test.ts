/**
 * Proves that the suite never cries wolf: services that keep the contract, each built differently, are all green.
 * At least 15 differently built conformant mocks over 5 seeds.
 */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type Variant, type VariantId, variants } from '../../endpoints/mock/variants.js';
import type { Layout } from '../../engine/service/run-options.js';
import { clauses } from '../../schemas/clauses/clauses.js';
import type { RunRecord } from '../../schemas/record/run-record.js';
import { clausesWith, inEdition, runAgainstMock } from '../quick/end-to-end/run-against.js';

const seeds = [1, 2, 3, 4, 5];
/** Every second variant gets as many, the others three: all of them with five take CI ten minutes on a busy machine. */
const fewSeeds = seeds.slice(0, 3);

/** Owed by connectors only: a service can at most be observed. */
const notOwed: ReadonlySet<string> = new Set(clauses.filter(({ owes }) => owes === 'connector').map(({ id }) => id));

test('there are at least 15 variants', () => assert.ok(variants.length >= 15, `${variants.length} variants`));

// A few at once, because some of them mostly wait: slow answers, or throttled for seconds.
describe('every variant is green with three or five seeds', { concurrency: 4 }, () => {
  // Those that wait longest first, so that the others run meanwhile.
  const waiting = variants.filter(({ id }) => /slow|without-time/.test(id));
  const inOrder = [...waiting, ...variants.filter((variant) => !waiting.includes(variant))];
  for (const [index, variant] of inOrder.entries()) {
    const chosen = index % 2 === 0 ? seeds : fewSeeds;
    const { id, edition = '61.0' }: Variant & { readonly id: VariantId } = variant;
    test(id, async () => {
      const run = async (seed: number): Promise<void> =>
        assertGreen(
          await runAgainstMock(
            { edition, variant: id },
            { ...inEdition(edition), seed, ...(edition === '61.0' ? { layout: layoutFor(seed) } : {}) },
          ),
          `seed ${seed}`,
        );
      if (waiting.some((variant) => variant.id === id)) await Promise.all(chosen.map(run));
      else for (const seed of chosen) await run(seed);
    });
  }
});

test('30 seeds raise no alarm against the plain mock', async () => {
  for (let index = 0; index < 30; index += 1) {
    // Far apart, and up to the largest seed.
    const seed = 2 ** 32 - 1 - index * 0x789_abcd;
    assertGreen(await runAgainstMock({}, { seed, layout: layoutFor(index) }), `seed ${seed}`);
  }
});

test('5 seeds raise no alarm against the plain mock of the later edition', async () => {
  for (let seed = 1; seed <= 5; seed += 1) {
    assertGreen(await runAgainstMock({ edition: '65.0' }, { ...inEdition('65.0'), seed }), `seed ${seed}`);
  }
});

function layoutFor(number: number): Layout {
  return number % 2 === 0 ? 'parts' : 'json-part';
}

/** Every clause that a service owes was exercised; where the reading leaves a choice, it may have been observed only. */
function assertGreen(record: RunRecord, how: string): void {
  const findings = record.findings.filter(({ verdict }) => verdict !== 'observed');
  assert.deepEqual(
    findings.map(({ clause, verdict, label, got }) => `${clause} ${verdict}: ${label}: ${got}`),
    [],
    how,
  );
  assert.deepEqual([record.verdict, record.exitCode, record.cutShort], ['conformant', 0, false], how);
  const green = clausesWith(record, 'conformant', 'observed');
  const dark = record.clauses.filter(({ id }) => !green.includes(id) && !notOwed.has(id));
  assert.deepEqual(
    dark.map(({ id, verdict }) => `${id}: ${verdict}`),
    [],
    how,
  );
}
