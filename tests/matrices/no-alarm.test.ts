/**
 * Proves that the search for broken promises about identifiers never cries wolf: 200 runs with different seeds against
 * services that keep them, each built differently.
 *
 * Everything under `behaviour/` at level standard; the relations of subjects, which are the same but for a word, in one of
 * four runs. A few runs at once: some services mostly wait.
 */
import assert from 'node:assert/strict';
import { describe, test } from 'node:test';
import type { VariantId } from '../../endpoints/mock/variants.js';
import { runAgainstMock } from '../quick/end-to-end/run-against.js';
import { assertQuiet } from '../support/assert-green.js';

/** How many runs each kind of service gets; the plain mock gets the rest. */
const shares: readonly (readonly [variant: VariantId | undefined, runs: number])[] = [
  ['identifiers/digits', 13],
  ['identifiers/case-only', 13],
  ['identifiers/unicode', 13],
  ['identifiers/markup', 13],
  ['identifiers/blanks', 13],
  ['identifiers/base64url', 12],
  ['identifiers/long', 12],
  ['choices/creates-channels', 15],
  ['choices/no-odd-subjects', 10],
  ['framing/closing', 12],
  ['framing/closing-unannounced-length', 8],
  // Answers overtake each other: the order of arrival says nothing of the order of the calls.
  ['framing/slow', 6],
  [undefined, 60],
];

/** Far apart, so that no two runs share a word. */
const seedOf = (run: number): number => 2 ** 32 - 1 - run * 0x123_4567;

const withoutRelations = ['behaviour/new-conversation', 'behaviour/same-pair', 'behaviour/different-pair/channel'];

const askedIn = (run: number): readonly string[] => (run % 4 === 0 ? ['behaviour'] : withoutRelations);

/** Runs that are under way at the same time. */
const atOnce = 3;

test('there are 200 runs', () => assert.equal(total(shares), 200));

describe('no alarm', { concurrency: atOnce }, () => {
  for (const [index, [variant, runs]] of shares.entries()) {
    const before = total(shares.slice(0, index));
    test(`${runs} runs against ${variant ?? 'the plain mock'}`, async () => {
      for (let run = before; run < before + runs; run += 1) {
        const mock = variant === undefined ? {} : { variant };
        assertQuiet(await runAgainstMock(mock, { seed: seedOf(run), only: askedIn(run) }));
      }
    });
  }
});

function total(some: typeof shares): number {
  return some.reduce((sum, [, runs]) => sum + runs, 0);
}
