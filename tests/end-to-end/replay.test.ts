/**
 * Proves that what a report tells can be seen again: the replay line of the first finding of every identity fault, run
 * 20 times against services with the same fault that are new each time, gives the same verdict 20 times, for races at
 * least 18 times. Issue 3, "It must show".
 *
 * Only faults of levels smoke and standard. Those that forget with a time of 2 seconds or more are replayed once.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { RunRecord } from '../../schemas/run-record.js';
import { levels, type RunOptions } from '../../specs/engine/run-options.js';
import { type IdentityFault, identityFaults, lookFor, waitsFor } from '../../tools/identity-faults.js';
import { clausesWith, sharedKeys } from './run-against.js';

const replays = 20;
/** How often a race must show again. */
const racesOf20 = 18;

const isRace = ({ clause }: IdentityFault): boolean => clause === 'behaviour/same-pair/at-once';

test('every counterexample replays', async (t) => {
  for (const fault of identityFaults.filter(({ minLevel }) => minLevel !== 'deep')) {
    await t.test(fault.id, async () => {
      const keys = await sharedKeys();
      const options = readReplay(await firstFinding(fault));
      const times = waitsFor(fault) ? 1 : replays;
      let same = 0;
      for (let time = 0; time < times; time += 1) {
        const record = await lookFor(fault, keys, options);
        if (clausesWith(record, 'nonconformant').includes(fault.clause)) same += 1;
      }
      const least = isRace(fault) && times === replays ? racesOf20 : times;
      assert.ok(same >= least, `${same} times out of ${times} with ${JSON.stringify(options)}`);
    });
  }
});

type Finding = RunRecord['findings'][number];

/** The first finding of the fault's own clause, in the order of the report. */
async function firstFinding(fault: IdentityFault): Promise<Finding> {
  const { findings } = await lookFor(fault, await sharedKeys(), { seed: 1 });
  const found = findings.find(({ clause, verdict }) => clause === fault.clause && verdict === 'nonconformant');
  assert.ok(found, 'the fault is not found at all');
  return found;
}

/** The options that the replay line gives to the command, read as the command would. */
function readReplay({ replay }: Finding): Pick<RunOptions, 'seed' | 'level' | 'only'> {
  const words = replay?.command.split(' ') ?? [];
  const value = (flag: string): string => {
    const at = words.indexOf(flag);
    assert.ok(at >= 0, `${flag} is missing in: ${words.join(' ')}`);
    return words[at + 1] ?? '';
  };
  const level = levels.find((known) => known === value('--level'));
  assert.ok(level, words.join(' '));
  return { seed: Number(value('--seed')), level, only: [value('--only')] };
}
