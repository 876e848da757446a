/** How fast requests may go: what is asked for, what holds when nothing is said, and the bound that nobody may pass. */
import { isLoopback } from '../../endpoints/sender/loopback.js';
import type { RunOptions } from '../../engine/service/run-options.js';
import { type OptionResult, readPositive } from './values.js';

/** Requests a second and org that the vendor's public pages name as the limit of the service. */
const documentedLimit = 2_000;

/** Requests a second to a service that others use too, when nothing is said. */
const remoteRate = 20;

/** Requests per second; above the documented limit it is refused, since the org's other users would pay for it. */
export function readRate(option: string, value: string): OptionResult<number> {
  const result = readPositive(option, value, documentedLimit);
  if (result.ok || !(Number(value) > documentedLimit)) return result;
  const advice = `the service documents a limit of ${documentedLimit} requests a second for all users of the org together; use --rate ${remoteRate}`;
  return { ok: false, problem: { message: result.problem.message, advice } };
}

/** The rate in force; none for a service on this machine unless one is asked for. */
export function rateFor(target: URL, asked: number | undefined): Pick<RunOptions, 'rate' | 'rateFrom'> {
  if (asked !== undefined) return { rate: asked };
  if (isLoopback(target.hostname)) return {};
  return { rate: remoteRate, rateFrom: 'the default for a service that is not on this machine' };
}
