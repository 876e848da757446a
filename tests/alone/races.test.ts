/**
 * Proves that the suite sees calls that run at the same time get into each other's way: every such fault of the mock is
 * found by a whole run, found at its level in at most four steps, and shown again 18 times of 20.
 *
 * Races are as sharp as the machine is idle: no other file runs beside this one.
 */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { identityFaults } from '../../tools/identity-faults.js';
import { assertFault } from '../support/assert-fault.js';
import { assertIdentityFault, isRace } from '../support/assert-identity-fault.js';

const races = identityFaults.filter(isRace);

test('there are races with a gap of one turn and of milliseconds', () => assert.ok(races.length >= 7));

describe('is found by a whole run', () => {
  for (const [index, fault] of races.entries()) test(fault.id, () => assertFault(fault, { seed: index + 1 }));
});

describe('is found in at most four steps, and shown again', () => {
  for (const fault of races) test(fault.id, () => assertIdentityFault(fault));
});
