/**
 * Proves that the suite sees what is wrong: every fault of the mock is found, with its own clause red.
 *
 * Each is looked for by the probes of its clause, at level standard (deep, where only that finds it); every eighth by a
 * whole run as well, all of them with BYOC_WHOLE=1 in the environment; what level smoke promises to find, at that level
 * too. A run with a budget looks for each among all clauses (budget.test.ts).
 */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import { type FaultId, faults } from '../../endpoints/mock/faults.js';
import { clauses } from '../../schemas/clauses/clauses.js';
import type { SingleFault } from '../../tools/run-against.js';
import { runAgainstMock } from '../quick/end-to-end/run-against.js';
import { assertFault, assertFound, probesFor } from '../support/assert-fault.js';

const all: readonly SingleFault[] = faults;

test('there are at least 80 faults, and one for each clause that a service owes', () => {
  const broken = new Set<string>(faults.map(({ clause }) => clause));
  const owed = clauses.filter(({ owes }) => owes !== 'connector').map(({ id }) => id);
  assert.deepEqual(
    owed.filter((id) => !broken.has(id)),
    [],
  );
  assert.ok(faults.length >= 80, `${faults.length} faults`);
  assert.ok(all.filter(({ minLevel }) => minLevel !== 'deep').length >= 80);
});

describe('every fault is found by the probes of its clause', () => {
  for (const [index, fault] of all.entries()) {
    // identities.test.ts looks for these by all that there is under behaviour/, at level deep.
    const isLeftOut = fault.minLevel === 'deep' && fault.clause.startsWith('behaviour/');
    if (!isLeftOut) test(fault.id, () => assertFault(fault, { seed: index + 1, only: probesFor(fault) }));
  }
});

const every = process.env.BYOC_WHOLE === undefined ? 8 : 1;

describe('every eighth is found by a whole run', () => {
  for (const [index, fault] of all.entries()) {
    if (index % every === 0) test(fault.id, () => assertFault(fault, { seed: index + 1 }));
  }
});

describe('what level smoke promises to find it finds', () => {
  for (const fault of all.filter(({ minLevel }) => minLevel === 'smoke')) {
    test(fault.id, () => assertFault(fault, { level: 'smoke' }));
  }
});

const combinations: readonly (readonly FaultId[])[] = [
  ['org-id/accepts-18', 'role/any-case'],
  ['request-id/braces', 'merged-subjects/case'],
  ['same-pair/by-part-order', 'subject/refuses-emoji', 'app-type/accepts-agent'],
  ['refusal/node-trace', 'authorization/signature-not-verified', 'different-pair/channel-ignored'],
  ['participants-json/trailing-comma', 'content-type/refuses-quoted-boundary', 'subject/limit-128'],
];

describe('faults do not hide each other', () => {
  for (const [index, ids] of combinations.entries()) {
    test(ids.join(' and '), async () => {
      const record = await runAgainstMock({ faults: ids }, { seed: 1000 + index });
      assertFound(
        record,
        all.filter(({ id }) => ids.includes(id)),
        'by a whole run',
      );
    });
  }
});
