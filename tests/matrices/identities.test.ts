/**
 * Proves that the suite sees a broken promise about identifiers, tells it shortly, and can show it again: every identity
 * fault is found at its level, by a counterexample of at most four steps, whose replay says STILL each time.
 * Races too: calls at once go out in one turn of the loop, so that they meet however busy the machine is.
 */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { identityFaults } from '../../tools/identity-faults.js';
import { assertIdentityFault } from '../support/assert-identity-fault.js';

test('there are at least 40 identity faults', () => assert.ok(identityFaults.length >= 40, `${identityFaults.length}`));

// One after the other: several deep runs at once starve the process until connections time out.
describe('every identity fault is found at its level in at most four steps, and shown again', () => {
  for (const fault of identityFaults) {
    test(fault.id, () => assertIdentityFault(fault));
  }
});
