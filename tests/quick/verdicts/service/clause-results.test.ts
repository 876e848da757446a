/** Tallies become one verdict for each clause: a failure outweighs all, something undecided outweighs what passed. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { clausesOf } from '../../../../schemas/clauses/clauses.js';
import { editionIds } from '../../../../schemas/editions/editions.js';
import { clauseResults } from '../../../../verdicts/service/clause-results.js';
import type { ProbeOutcome } from '../../../../verdicts/service/outcome.js';
import { finding, outcome, tally } from '../samples.js';

const id = 'headers/org-id/length';
const resultOf = (outcomes: readonly ProbeOutcome[], history: Parameters<typeof clauseResults>[1] = []) =>
  clauseResults(outcomes, history, '61.0').find((result) => result.id === id) ?? assert.fail();

const table: readonly (readonly [tallies: readonly ReturnType<typeof tally>[], verdict: string])[] = [
  [[], 'not exercised'],
  [[tally(0)], 'not exercised'],
  [[tally(1)], 'conformant'],
  [[tally(0, 0, 0, 2)], 'observed'],
  [[tally(1, 0, 0, 2)], 'conformant'],
  [[tally(0, 0, 1)], 'inconclusive'],
  [[tally(9, 0, 1, 1)], 'inconclusive'],
  [[tally(9, 1, 1, 1)], 'nonconformant'],
  [[tally(9), tally(0, 1)], 'nonconformant'],
  [[tally(0, 0, 1), tally(9)], 'inconclusive'],
];

for (const [tallies, verdict] of table) {
  test(`${JSON.stringify(tallies.map((one) => Object.values(one)))} is ${verdict}`, () => {
    const result = resultOf(tallies.map((one) => outcome({ tallies: { [id]: one } })));
    assert.equal(result.verdict, verdict);
    const total = (key: keyof ReturnType<typeof tally>): number => tallies.reduce((sum, one) => sum + one[key], 0);
    assert.deepEqual(
      result.cases,
      tally(total('conformant'), total('nonconformant'), total('inconclusive'), total('observed')),
    );
  });
}

test('every clause of the edition has one result, in the order of the contract, with all that the clause says', () => {
  for (const edition of editionIds) {
    const results = clauseResults([], [], edition);
    assert.deepEqual(
      results.map(({ id, place, owes, sureness, statement }) => ({ id, place, owes, sureness, statement })),
      clausesOf(edition).map(({ id, place, owes, sureness, statement }) => ({ id, place, owes, sureness, statement })),
    );
  }
  assert.notDeepEqual(clauseResults([], [], '61.0'), clauseResults([], [], '65.0'));
});

test('a finding of the history counts for its clause', () => {
  const outcomes = [outcome({ tallies: { [id]: tally(5) } })];
  assert.equal(resultOf(outcomes, [finding({ clause: id }), finding({ clause: id })]).cases.nonconformant, 2);
  assert.equal(resultOf(outcomes, [finding({ clause: id })]).verdict, 'nonconformant');
  assert.equal(resultOf(outcomes, [finding({ clause: 'headers/org-id/characters' })]).verdict, 'conformant');
});

test('an inconclusive clause tells the cause of its first undecided finding', () => {
  const findings = [
    finding({ clause: 'headers/org-id/characters', verdict: 'inconclusive', cause: 'unreachable' }),
    finding({ verdict: 'observed' }),
    finding({ verdict: 'inconclusive', cause: 'throttled' }),
  ];
  assert.equal(resultOf([outcome({ tallies: { [id]: tally(1, 0, 1) }, findings })]).cause, 'throttled');
  assert.equal('cause' in resultOf([outcome({ tallies: { [id]: tally(1) }, findings })]), false);
});

test('a clause that nothing could be sent for tells why, once it is not exercised at all', () => {
  const skipped = [{ clause: id, cause: 'not configured' }] as const;
  assert.equal(resultOf([outcome({ skipped })]).cause, 'not configured');
  assert.equal('cause' in resultOf([outcome({ skipped, tallies: { [id]: tally(1) } })]), false);
});
