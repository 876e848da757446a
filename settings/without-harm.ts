/** The rules for a service that others use too: nothing without somebody's yes, and no faster than its org can bear. */
import { isLoopback } from '../endpoints/sender/loopback.js';
import type { Plan, RunOptions } from '../engine/service/run-options.js';
import { plural } from '../text/format.js';

/** Requests a second and org that the vendor's public pages name as the limit of the service. */
export const documentedLimit = 2_000;

/** Requests a second to a service that others use too, when nothing is said. */
export const remoteRate = 20;

/** The rate in force: what was asked for, else none for a service on this machine. */
export function rateFor(target: URL, asked: number | undefined, called: string): Pick<RunOptions, 'rate' | 'rateFrom'> {
  if (asked !== undefined) return { rate: asked, rateFrom: `as ${called} says` };
  if (isLoopback(target.hostname)) return {};
  return { rate: remoteRate, rateFrom: 'the default for a service that is not on this machine' };
}

/** What is on this machine is nobody else's. */
export function needsConsent({ target }: Pick<RunOptions, 'target'>): boolean {
  return target.kind !== 'embedded mock' && !isLoopback(target.baseUrl.hostname);
}

/** What was expected and what was there, where nobody can be asked. */
export function nobodyToAsk(
  plan: Pick<Plan, 'requests'>,
  { target, maxRequests }: Pick<RunOptions, 'target' | 'maxRequests'>,
): string {
  const requests = plural(Math.min(plan.requests, maxRequests ?? plan.requests), 'request');
  return `${target.baseUrl.host} is not on this machine, and nobody is here to be asked whether it may get ${requests}`;
}
