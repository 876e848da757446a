/** The first control on each channel: whether anything can be judged at all. */
import { classify, whatCame } from '../../verdicts/service/classify.js';
import type { Run } from './run.js';
import { undecidedCause } from './transport-trouble.js';
import type { Trouble } from './trouble.js';

export type { Trouble } from './trouble.js';

/** Undefined when every channel (in an economical run the first two) accepts the plain conforming request, or at least answers it with a 2xx status. */
export async function preflight(run: Run): Promise<Trouble | undefined> {
  const { names, sending } = run;
  for (const channel of run.firstChannels) {
    const pair = names.pair('first-control', channel);
    const exchange = await sending.send(names.conforming(pair), { accepted: pair }, names);
    if (run.lost !== undefined) return run.lost;
    run.noteFirstControl({ pair, exchange });
    const classified = classify(exchange);
    if (classified.kind === 'accepted' || classified.kind === 'malformed success') {
      if (run.sharedControl === undefined) run.shareControl({ through: true, exchange });
      continue;
    }
    const status = exchange.answer?.status;
    const came = `The first control on the channel ${JSON.stringify(channel)} got ${whatCame(exchange)}`;
    if (classified.kind === 'no answer') {
      const cause = undecidedCause(exchange) ?? 'unreachable';
      return { cause, reason: `${came}. Nothing could be judged.` };
    }
    if (status === 401 || status === 403) {
      return {
        cause: 'credentials refused',
        reason: `${came}: check the token, its scope interaction_api and its org.`,
      };
    }
    if (status === 404 || status === 405) {
      return {
        cause: 'control refused',
        reason: `${came}: check the base URL; the operation is POST v1/conversation below it.`,
      };
    }
    if (classified.kind === 'refused') {
      return {
        cause: 'control refused',
        reason: `${came}: check org id, authorization context and channel, the edition and layout (byoc-conformance probe finds them), and whether this seed was sent before: it repeats its RequestIds.`,
      };
    }
    if (status !== undefined && status >= 300 && status < 400) {
      return { cause: 'control refused', reason: `${came}, a redirection: check scheme and host of the base URL.` };
    }
    return { cause: 'unreachable', reason: `${came}: the service is in trouble, so nothing could be judged.` };
  }
  return undefined;
}
