/** Tells what a run is going to send, before the first request. */
import type { Plan, RunOptions } from '../../specs/engine/run-options.js';
import type { Colours } from './colour.js';
import { countOf, timeOf } from './count.js';
import { layOut } from './table.js';

/** Several lines without an end of line: whom the run talks to, how much it sends, what stays behind, how long it takes. */
export function tellPlan(plan: Plan, options: RunOptions, colours: Colours): string {
  const { target, level, layout, edition, seed, maxRequests } = options;
  const { orgId, authorizationContext, channels } = target.credentials;
  const rows = [
    ['target', `${target.baseUrl.href} (${target.kind})`],
    ['org', `${orgId}, ${authorizationContext}, ${countOf(channels.length, 'channel')}`],
    ['run', `edition ${edition}, level ${level}, layout ${layout}, seed ${seed}`],
    ['tests', countOf(plan.specs, 'test')],
    ['requests', `at most ${countOf(plan.requests, 'request')} if nothing fails; failures add repeats and shrinking`],
    ['left behind', `at most ${countOf(plan.conversations, 'conversation')}: the API cannot delete them`],
    ['time', timeLine(plan.requests, options)],
  ];
  if (target.faults.length > 0) rows.splice(1, 0, ['faults', target.faults.join(', ')]);
  if (maxRequests !== undefined && maxRequests < plan.requests) {
    rows.push(['budget', `--max-requests ${maxRequests} is less than that: some clauses will stay undecided`]);
  }
  return `${colours.bold('The plan')}\n${layOut(rows, '  ')}`;
}

function timeLine(requests: number, { rate, concurrency, maxRequests }: RunOptions): string {
  if (rate === undefined) return `as fast as the answers come, ${concurrency} at a time; --rate N holds it back`;
  const seconds = Math.min(requests, maxRequests ?? requests) / rate;
  return `about ${timeOf(seconds)} at ${rate} a second, ${concurrency} at a time`;
}
