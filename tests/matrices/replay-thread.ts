/** A thread that replays counterexamples: for each fault that it is given, the replay line of its first finding, again and again. */
import assert from 'node:assert/strict';
import { parentPort, workerData } from 'node:worker_threads';
import { createMockKeys } from '../../endpoints/mock/mock.js';
import { levels, type RunOptions } from '../../engine/service/run-options.js';
import { findSoon, identityFaults, lookFor } from '../../tools/identity-faults.js';
import type { SingleFault } from '../../tools/run-against.js';
import { clausesWith } from '../quick/end-to-end/run-against.js';

/** What the thread tells of one fault. */
export interface Replayed {
  readonly id: string;
  /** The line that was replayed; why there is none, where the fault was not found. */
  readonly line: string;
  readonly times: number;
  /** How many of them found the clause of the fault broken. */
  readonly same: number;
}

const times = Number(process.env.BYOC_REPLAYS ?? 20);
/** Runs under way at the same time: some wait a little. */
const atOnce = 5;
/** Several runs at level deep starve the thread until connections time out. */
const goesAlone = ({ minLevel }: SingleFault): boolean => minLevel === 'deep';

type Replay = Pick<RunOptions, 'seed' | 'level' | 'only'>;

const ids: readonly unknown[] = Array.isArray(workerData) ? workerData : [];
const keys = await createMockKeys();
for (const fault of identityFaults.filter(({ id }) => ids.includes(id))) {
  const replayed: Replayed = await replay(fault);
  parentPort?.postMessage(replayed);
}

async function replay(fault: SingleFault): Promise<Replayed> {
  const { findings } = await findSoon(fault, keys, 1);
  const found = findings.find(({ clause, verdict }) => clause === fault.clause && verdict === 'nonconformant');
  const line = found?.replay?.command;
  if (line === undefined) return { id: fault.id, line: 'the fault was not found', times, same: 0 };
  return { id: fault.id, line, times, same: await countSame(fault, readReplay(line)) };
}

async function countSame(fault: SingleFault, options: Replay): Promise<number> {
  const once = async (): Promise<boolean> =>
    clausesWith(await lookFor(fault, keys, options), 'nonconformant').includes(fault.clause);
  const width = goesAlone(fault) ? 1 : atOnce;
  const seen: boolean[] = [];
  while (seen.length < times) {
    const round = Array.from({ length: Math.min(width, times - seen.length) }, once);
    seen.push(...(await Promise.all(round)));
  }
  return seen.filter(Boolean).length;
}

/** The options that the replay line gives to the command, read as the command would. */
function readReplay(command: string): Replay {
  const words = command.split(' ');
  const value = (flag: string): string | undefined => words[words.indexOf(flag) + 1];
  const level = levels.find((known) => known === value('--level'));
  const only = value('--only');
  assert.ok(level !== undefined && only !== undefined && words.includes('--seed'), command);
  return { seed: Number(value('--seed')), level, only: [only] };
}
