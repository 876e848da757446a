/** The verdict of the run: a truth table over what the clauses came to and how the run ended. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { clauseOf, clauses } from '../../../../schemas/clauses/clauses.js';
import type { ClauseResult } from '../../../../schemas/record/run-record.js';
import type { RunEnding } from '../../../../verdicts/record/run-info.js';
import { runVerdict } from '../../../../verdicts/record/run-verdict.js';
import type { Verdict } from '../../../../verdicts/verdict.js';
import { ending, tally } from '../samples.js';

const results = (...verdicts: readonly Verdict[]): readonly ClauseResult[] =>
  verdicts.map((verdict, index) => ({
    ...(clauses[index] ?? clauseOf('operation/endpoint')),
    verdict,
    cases: tally(0),
    ...(verdict === 'inconclusive' ? { cause: `cause ${index}` } : {}),
  }));

const cut: Partial<RunEnding> = { cutShort: true };
const lost: Partial<RunEnding> = { trouble: { cause: 'unreachable', reason: 'Nobody answered.' } };

type Row = readonly [Verdict[], Partial<RunEnding>, verdict: string, exitCode: number, cause: string | undefined];

const table: readonly Row[] = [
  [[], {}, 'inconclusive', 3, undefined],
  [['not exercised'], {}, 'inconclusive', 3, undefined],
  [['observed', 'not exercised'], {}, 'inconclusive', 3, undefined],
  [['waived'], {}, 'inconclusive', 3, undefined],
  [['conformant'], {}, 'conformant', 0, undefined],
  [['conformant', 'observed', 'not exercised'], {}, 'conformant', 0, undefined],
  [['conformant', 'inconclusive'], {}, 'inconclusive', 3, 'cause 1'],
  [['inconclusive', 'inconclusive'], {}, 'inconclusive', 3, 'cause 0'],
  [['conformant', 'nonconformant'], {}, 'nonconformant', 1, undefined],
  [['nonconformant', 'inconclusive'], {}, 'nonconformant', 1, undefined],
  [['conformant'], cut, 'inconclusive', 3, 'cut short'],
  [['nonconformant'], cut, 'nonconformant', 1, undefined],
  [['conformant'], lost, 'inconclusive', 3, 'unreachable'],
  [[], lost, 'inconclusive', 3, 'unreachable'],
  [['inconclusive'], { ...cut, ...lost }, 'inconclusive', 3, 'unreachable'],
  [['nonconformant'], { ...cut, ...lost }, 'nonconformant', 1, undefined],
];

for (const [verdicts, changes, verdict, exitCode, cause] of table) {
  test(`[${verdicts.join(', ')}] ${Object.keys(changes).join(' and ')} is ${verdict}, exit ${exitCode}`, () => {
    const judged = runVerdict(results(...verdicts), ending(changes));
    assert.deepEqual([judged.verdict, judged.exitCode, judged.cause], [verdict, exitCode, cause]);
    assert.match(judged.reason, /^[A-Z0-9].*\.$/);
  });
}

test('exit 0 only when something was kept, nothing broken or undecided, and the run went to its end', () => {
  const verdicts = fc.array(
    fc.constantFrom<Verdict[]>('conformant', 'nonconformant', 'inconclusive', 'not exercised', 'observed'),
    { maxLength: 8 },
  );
  fc.assert(
    fc.property(verdicts, fc.boolean(), fc.boolean(), (some, cutShort, isLost) => {
      const { exitCode } = runVerdict(results(...some), ending({ cutShort, ...(isLost ? lost : {}) }));
      const green = some.includes('conformant') && !some.includes('nonconformant') && !some.includes('inconclusive');
      assert.equal(exitCode === 0, green && !cutShort && !isLost);
      assert.equal(exitCode === 1, some.includes('nonconformant'));
    }),
  );
});

test('the reason names up to three clauses and counts the rest', () => {
  const reason = (count: number): string =>
    runVerdict(results(...Array.from({ length: count }, (): Verdict => 'nonconformant')), ending()).reason;
  assert.equal(reason(1), `1 clause broken: ${clauseOf('operation/endpoint').id}.`);
  assert.equal(
    reason(3),
    `3 clauses broken: ${clauses
      .slice(0, 3)
      .map(({ id }) => id)
      .join(', ')}.`,
  );
  assert.match(reason(5), /^5 clauses broken: .* and 2 more\.$/);
});
