/** Proves that what was merged is sent again as near as it was, for every fault that merges. */
import { test } from 'node:test';
import { faults } from '../../endpoints/mock/faults.js';
import { assertNeighboursReplay } from '../support/recorded-cases.js';

test('near neighbours stay near, however they write the word of the run', async (t) => {
  const merging = faults.filter(({ clause }) => clause.startsWith('behaviour/different-pair/')).map(({ id }) => id);
  await assertNeighboursReplay(t, merging);
});
