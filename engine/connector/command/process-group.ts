/**
 * The processes that a command started: its process group, and on Linux also those that left the group but still carry
 * our mark in their environment.
 */
import { readdirSync, readFileSync } from 'node:fs';

/** Name of the environment variable that marks what a gate has started. */
export const markName = 'BYOC_GATE_MARK';

/** Ids of living processes of the group; zombies, which only wait to be reaped, are not counted. */
export function livingMembers(group: number, mark: string): readonly number[] {
  return process.platform === 'linux' ? membersByProc(group, mark) : isAlive(-group) ? [-group] : [];
}

/** Sends a signal to each; one that has gone meanwhile is no trouble. */
export function signalAll(members: readonly number[], signal: 'SIGTERM' | 'SIGKILL'): void {
  for (const id of members) {
    try {
      process.kill(id, signal);
    } catch {
      // It has ended by itself.
    }
  }
}

function isAlive(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch {
    return false;
  }
}

function membersByProc(group: number, mark: string): readonly number[] {
  const members: number[] = [];
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name) || Number(name) === process.pid) continue;
    if (isMember(name, group, mark)) members.push(Number(name));
  }
  return members;
}

/** A process may end, or belong to somebody else, while it is looked at. */
function isMember(id: string, group: number, mark: string): boolean {
  try {
    const stat = readFileSync(`/proc/${id}/stat`, 'latin1');
    // The name in brackets may hold blanks and brackets: the fields are counted from the last one.
    const [state, , processGroup] = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    if (state === 'Z' || state === 'X') return false;
    if (Number(processGroup) === group) return true;
    return readFileSync(`/proc/${id}/environ`, 'latin1').split('\0').includes(`${markName}=${mark}`);
  } catch {
    return false;
  }
}
