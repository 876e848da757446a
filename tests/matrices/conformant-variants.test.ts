/**
 * Proves that the suite never cries wolf: services that keep the contract, each built differently, are all green.
 *
 * Each variant is run in every layout of its edition, with seeds that are dealt out as in a Latin square: every seed meets
 * every layout, and neighbours in the list, which are built alike, meet different ones.
 */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type Variant, type VariantId, variants } from '../../endpoints/mock/variants.js';
import type { Layout } from '../../engine/service/run-options.js';
import { inEdition, runAgainstMock } from '../quick/end-to-end/run-against.js';
import { assertGreen } from '../support/assert-green.js';

const seeds = [1, 2, 3, 4, 5] as const;
const layouts = ['parts', 'json-part'] as const satisfies readonly Layout[];
/** Seeds between those that one variant meets. */
const stride = 2;

test('there are at least 15 variants', () => assert.ok(variants.length >= 15, `${variants.length} variants`));

// Some at once: those that answer slowly mostly wait.
describe('every variant is green in every layout', { concurrency: 2 }, () => {
  for (const [index, variant] of variants.entries()) {
    const { id, edition = '61.0' }: Variant & { readonly id: VariantId } = variant;
    test(id, async () => {
      for (const [turn, layout] of layouts.entries()) {
        const seed = seeds[(index + stride * turn) % seeds.length] ?? 1;
        const options = { ...inEdition(edition), seed, ...(edition === '61.0' ? { layout } : {}) };
        assertGreen(await runAgainstMock({ edition, variant: id }, options));
      }
    });
  }
});

test('30 seeds raise no alarm against the plain mock', async () => {
  for (let index = 0; index < 30; index += 1) {
    // Far apart, and up to the largest seed.
    const seed = 2 ** 32 - 1 - index * 0x789_abcd;
    assertGreen(await runAgainstMock({}, { seed, layout: layouts[index % layouts.length] ?? 'parts' }));
  }
});

test('5 seeds raise no alarm against the plain mock of the later edition', async () => {
  for (const seed of seeds) {
    assertGreen(await runAgainstMock({ edition: '65.0' }, { ...inEdition('65.0'), seed }));
  }
});
