/** The first control on each channel: whether anything can be judged at all. */
import type { Operation } from '../../schemas/operations/operations.js';
import { classify, whatCame } from '../../verdicts/service/classify.js';
import type { Cause } from '../../verdicts/verdict.js';
import type { Exchange } from '../../wire/exchange.js';
import type { Run } from './run.js';
import { undecidedCause } from './transport-trouble.js';
import type { Trouble } from './trouble.js';

/**
 * Undefined when every channel (in an economical run the first two) accepts the plain conforming request, or at least
 * answers it with a 2xx status, and gives the conversation that the operation goes on in.
 */
export async function preflight(run: Run): Promise<Trouble | undefined> {
  const { names, sending, conversations } = run;
  for (const channel of run.firstChannels) {
    const on = `on the channel ${JSON.stringify(channel)}`;
    const pair = names.pair('first-control', channel);
    const opened = await conversations.open(pair);
    if (run.lost !== undefined) return run.lost;
    const notOpened =
      opened === undefined ? undefined : troubleWith(opened, `The first conversation ${on}`, names.operation);
    if (notOpened !== undefined) return notOpened;
    if (opened !== undefined && !conversations.has(pair)) {
      const reason = `The first conversation ${on} got ${whatCame(opened)}: ${names.operation.id} has none to go on in.`;
      return { cause: 'control refused', reason };
    }
    const exchange = await sending.send(names.conforming(pair), { accepted: pair }, names);
    if (run.lost !== undefined) return run.lost;
    run.firstControls.push({ pair, exchange });
    const trouble = troubleWith(exchange, `The first control ${on}`, names.operation);
    if (trouble !== undefined) return trouble;
    if (run.sharedControl === undefined) run.shareControl({ through: true, exchange });
  }
  return undefined;
}

function troubleWith(exchange: Exchange, what: string, { method, path }: Operation): Trouble | undefined {
  const { kind } = classify(exchange);
  if (kind === 'accepted' || kind === 'malformed success') return undefined;
  const status = exchange.answer?.status;
  const trouble = (cause: Cause, told: string): Trouble => ({
    cause,
    reason: `${what} got ${whatCame(exchange)}${told}`,
  });
  if (kind === 'no answer') return trouble(undecidedCause(exchange) ?? 'unreachable', '. Nothing could be judged.');
  if (status === 401 || status === 403) {
    return trouble('credentials refused', ': check the token, its scope interaction_api and its org.');
  }
  if (status === 404 || status === 405) {
    return trouble('control refused', `: check the base URL; the operation is ${method} ${path} below it.`);
  }
  if (kind === 'refused') {
    const advice =
      'check org id, authorization context and channel, the edition and layout (byoc-conformance probe finds them), and whether this seed was sent before: it repeats its RequestIds.';
    return trouble('control refused', `: ${advice}`);
  }
  if (status !== undefined && status >= 300 && status < 400) {
    return trouble('control refused', ', a redirection: check scheme and host of the base URL.');
  }
  return trouble('unreachable', ': the service is in trouble, so nothing could be judged.');
}
