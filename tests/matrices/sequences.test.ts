/** Proves over many seeds that random sequences tell what breaks an identity shortly, and never cry wolf. */
import { test } from 'node:test';
import { assertQuietOverSequences, assertToldShortly, sequenceFaults } from '../support/sequence-faults.js';

test('a right service passes with 300 seeds', () => assertQuietOverSequences(300));

for (const fault of sequenceFaults) {
  test(`finds in at most four steps with ten seeds: ${fault.name}`, () => assertToldShortly(fault, 10));
}
