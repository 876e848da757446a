/**
 * Proves a sample of what tests/matrices/ proves as a whole: a fault of each place of the contract is found by the probes
 * of its clause, conformant variants are green, identity faults are told shortly and shown again, a budget is kept.
 */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type FaultId, faults } from '../../../endpoints/mock/faults.js';
import type { VariantId } from '../../../endpoints/mock/variants.js';
import type { Layout } from '../../../engine/service/run-options.js';
import { clauseOf } from '../../../schemas/clauses/clauses.js';
import { runWithin, singleFaults } from '../../../tools/budget-faults.js';
import { identityFaults } from '../../../tools/identity-faults.js';
import type { SingleFault } from '../../../tools/run-against.js';
import { assertFault, assertFound, probesFor } from '../../support/assert-fault.js';
import { assertGreen, assertQuiet } from '../../support/assert-green.js';
import { assertIdentityFault } from '../../support/assert-identity-fault.js';
import { runAgainstMock, sharedKeys } from './run-against.js';

const all: readonly SingleFault[] = faults;

/** The first of each place: those that only level deep finds come last. */
const oneOfEachPlace = [...new Map(all.toReversed().map((fault) => [clauseOf(fault.clause).place, fault])).values()];

describe('a fault of each place is found by the probes of its clause', () => {
  for (const fault of oneOfEachPlace) {
    test(`${fault.clause}: ${fault.id}`, () => assertFault(fault, { seed: 1, only: probesFor(fault) }));
  }
});

test('a whole run finds faults beside each other', async () => {
  const ids: readonly FaultId[] = ['request-id/braces', 'subject/refuses-emoji', 'merged-subjects/case'];
  const record = await runAgainstMock({ faults: ids }, { seed: 1 });
  assertFound(
    record,
    all.filter(({ id }) => ids.includes(id)),
    'by a whole run',
  );
});

/** One that turns callers away, one that answers in its own time. */
const variants: readonly (readonly [id: VariantId, layout: Layout])[] = [
  ['throttling/503-without-time', 'json-part'],
  ['framing/closing-unannounced-length', 'parts'],
];

describe('a conformant variant is green', () => {
  for (const [variant, layout] of variants) {
    test(variant, async () => assertGreen(await runAgainstMock({ variant }, { layout, seed: 1 })));
  }
});

test('8 seeds raise no alarm at level smoke', async () => {
  for (let seed = 1; seed <= 8; seed += 1) {
    const layout = seed % 2 === 0 ? 'parts' : 'json-part';
    assertQuiet(await runAgainstMock({}, { level: 'smoke', seed, layout }));
  }
});

/** Merged for good, split by who carries the call, by time, by what came between, and by what runs beside. */
const identities: readonly FaultId[] = [
  'merged-subjects/case',
  'same-pair/by-connection',
  'same-pair/seen-late',
  'same-pair/keeps-50',
  'same-pair/race-of-10-ms',
];

describe('an identity fault is found in at most four steps, and shown again', () => {
  for (const id of identities) {
    test(id, async () => {
      const fault = identityFaults.find((one) => one.id === id);
      assert.ok(fault);
      await assertIdentityFault(fault, 4);
    });
  }
});

test('a budget of 150 requests finds a fault and is kept to the request', async () => {
  const fault = singleFaults.find(({ id }) => id === 'org-id/accepts-18');
  assert.ok(fault);
  const { found, requests, arrived } = await runWithin(150, fault, await sharedKeys(), 1);
  assert.ok(found);
  assert.ok(arrived <= requests && requests <= 150, `${arrived} arrived, ${requests} were counted`);
});
