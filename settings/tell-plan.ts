/** Tells what a run is going to send, before the first request. */

import { proxyFor } from '../endpoints/sender/proxy.js';
import type { Plan, RunOptions } from '../engine/service/run-options.js';
import { layOut } from '../text/columns.js';
import { plural } from '../text/format.js';

/**
 * Several lines without an end of line: whom the run talks to, how much it sends, what stays behind, how long it takes.
 *
 * @param bold how the first line stands out.
 */
export function tellPlan(plan: Plan, options: RunOptions, bold = (text: string): string => text): string {
  const { target, level, layout, edition, seed, maxRequests } = options;
  const { orgId, authorizationContext, channels } = target.credentials;
  const rows = [
    ['target', `${target.baseUrl.href} (${target.kind})`],
    ['org', `${orgId}, ${authorizationContext}, ${plural(channels.length, 'channel')}`],
    ['run', `edition ${edition}, level ${level}, layout ${layout}, seed ${seed}`],
    ['tests', plural(plan.specs, 'test')],
    ['requests', `at most ${plural(plan.requests, 'request')} if nothing fails; failures add repeats and shrinking`],
    ['left behind', leftBehindLine(plan, options)],
    ['time', timeLine(plan.requests, options)],
  ];
  const way = proxyFor(target.baseUrl);
  if (way.kind === 'proxy') rows.splice(1, 0, ['proxy', `${way.proxy.label}, from the environment`]);
  if (target.faults.length > 0) rows.splice(1, 0, ['faults', target.faults.join(', ')]);
  if (plan.whole !== undefined) {
    const all = plural(plan.whole, 'request');
    rows.push(['budget', `--max-requests ${maxRequests}, where level ${level} has ${all}: what tells most goes first`]);
  } else if (maxRequests !== undefined && maxRequests < plan.requests) {
    rows.push(['budget', `--max-requests ${maxRequests} is less than that: some clauses will stay undecided`]);
  }
  return `${bold('The plan')}\n${layOut(rows, '  ')}`;
}

function leftBehindLine({ conversations }: Plan, { reuseSubjects }: RunOptions): string {
  const most = `at most ${plural(conversations, 'conversation')}`;
  if (reuseSubjects !== true) return `${most}: the API cannot delete them`;
  return `${most}, none beyond those of an earlier run with --reuse-subjects at this level`;
}

function timeLine(requests: number, { rate, rateFrom, concurrency, maxRequests }: RunOptions): string {
  if (rate === undefined) return `as fast as the answers come, ${concurrency} at a time; --rate N holds it back`;
  const seconds = Math.min(requests, maxRequests ?? requests) / rate;
  return `about ${timeOf(seconds)} at ${rate} a second (${rateFrom ?? 'as --rate says'}), ${concurrency} at a time`;
}

/** A time in whole seconds, rounded up: `25 s`, `3 min 20 s`, `2 h 5 min`. */
function timeOf(seconds: number): string {
  const whole = Math.ceil(seconds);
  if (whole < 60) return `${whole} s`;
  const minutes = Math.floor(whole / 60);
  if (minutes < 60) return whole % 60 === 0 ? `${minutes} min` : `${minutes} min ${whole % 60} s`;
  return minutes % 60 === 0 ? `${Math.floor(minutes / 60)} h` : `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
