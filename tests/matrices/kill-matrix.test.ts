/**
 * Proves that the suite sees what is wrong: every fault of the mock is found, with its own clause red.
 * A kill matrix of at least 80 faults, each found by level standard, but for a few that forget
 * so late that level deep looks for them. What level smoke promises to find is looked for with that as well.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type Fault, type FaultId, faults } from '../../endpoints/mock/faults.js';
import { clauses } from '../../schemas/clauses/clauses.js';
import type { RunRecord } from '../../schemas/record/run-record.js';
import { clausesWith, inEdition, runAgainstMock } from '../quick/end-to-end/run-against.js';

const isQuiet = (process.env.CI ?? '') !== '';

test('there are at least 80 faults, and one for each clause that a service owes', () => {
  const broken = new Set<string>(faults.map(({ clause }) => clause));
  const owed = clauses.filter(({ owes }) => owes !== 'connector').map(({ id }) => id);
  assert.deepEqual(
    owed.filter((id) => !broken.has(id)),
    [],
  );
  assert.ok(faults.length >= 80, `${faults.length} faults`);
  assert.ok(faults.filter(({ minLevel }: Fault) => minLevel !== 'deep').length >= 80);
});

/**
 * Subjects that are folded know neither memory nor time: identities.test.ts finds each of them at its level, so that every
 * third is enough here, with all that a whole run does.
 */
const isLeftOut = ({ id, clause }: Fault, index: number): boolean =>
  id.startsWith('merged-subjects/') && clause.startsWith('behaviour/') && index % 3 !== 0;

// One after the other: races between calls are only as sharp as the process is idle.
test('every fault is found', async (t) => {
  for (const [index, fault] of faults.entries()) {
    if (isLeftOut(fault, index)) continue;
    await t.test(fault.id, async () => {
      const { id, minLevel, edition = '61.0' }: Fault & { readonly id: FaultId } = fault;
      const level = minLevel === 'deep' ? 'deep' : 'standard';
      // Only what forgets by the clock needs the minute that level deep waits, and the mock's clock may run faster.
      const memoryMs = /expires-after/.test(id) ? 3_000 : 0;
      const clock = /60-s/.test(id) ? { clock: fastClock() } : {};
      let record = await runAgainstMock(
        { edition, faults: [id], ...clock },
        { ...inEdition(edition), level, seed: index + 1, memoryMs },
      );
      // A life time of less than a second may end between two calls on a busy machine, and then tells of another clause.
      for (let again = 1; again <= 3 && /expires/.test(id) && !isFound(record, fault); again += 1) {
        record = await runAgainstMock(
          { edition, faults: [id], ...clock },
          { ...inEdition(edition), level, seed: index + 1_000 * again, memoryMs },
        );
      }
      assertFound(record, [fault], `at level ${level} with seed ${index + 1}`);
    });
    if (!isQuiet && (index + 1) % 20 === 0) {
      process.stderr.write(`kill matrix: ${index + 1} of ${faults.length} faults\n`);
    }
  }
});

/** A minute in two seconds. */
function fastClock(): () => number {
  const start = Date.now();
  return () => start + (Date.now() - start) * 30;
}

test('what level smoke promises to find it finds', async (t) => {
  for (const fault of faults.filter(({ minLevel }: Fault) => minLevel === 'smoke')) {
    const { id, edition = '61.0' }: Fault & { readonly id: FaultId } = fault;
    await t.test(id, async () => {
      const record = await runAgainstMock({ edition, faults: [id] }, { ...inEdition(edition), level: 'smoke' });
      assertFound(record, [fault], 'at level smoke');
    });
  }
});

const combinations: readonly (readonly FaultId[])[] = [
  ['org-id/accepts-18', 'role/any-case'],
  ['request-id/braces', 'merged-subjects/case'],
  ['same-pair/by-part-order', 'subject/refuses-emoji', 'app-type/accepts-agent'],
  ['refusal/node-trace', 'authorization/signature-not-verified', 'different-pair/channel-ignored'],
  ['participants-json/trailing-comma', 'content-type/refuses-quoted-boundary', 'subject/limit-128'],
];

test('faults do not hide each other', async (t) => {
  for (const [index, ids] of combinations.entries()) {
    await t.test(ids.join(' and '), async () => {
      const record = await runAgainstMock({ faults: ids }, { seed: 1000 + index });
      assertFound(
        record,
        faults.filter(({ id }) => ids.includes(id)),
        `with seed ${1000 + index}`,
      );
    });
  }
});

function isFound(record: RunRecord, { clause }: Fault): boolean {
  return clausesWith(record, 'nonconformant').some((red) => red === clause);
}

function assertFound(record: RunRecord, planted: readonly Fault[], how: string): void {
  const red = clausesWith(record, 'nonconformant');
  for (const { clause, summary } of planted) {
    assert.ok(red.includes(clause), `${clause} is not red ${how}, though: ${summary} Red are: ${red.join(', ')}`);
  }
  assert.deepEqual([record.verdict, record.exitCode], ['nonconformant', 1]);
}
