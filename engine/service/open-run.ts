/** Opens a real run: its sender, its redactor, and a token keeper whose tokens the redactor knows. */
import { createSender } from '../../endpoints/sender/sender.js';
import { createRedactor, type Redactor } from '../../text/redactor.js';
import { Run, type RunSetup } from './run.js';
import type { RunOptions } from './run-options.js';
import { secretOf, secretsOf } from './secrets.js';
import { TokenKeeper } from './token-keeper.js';

/** Whoever opens it closes its sender. What is asked of a token endpoint counts against the ceiling of requests. */
export function openRun(
  options: RunOptions,
  setup: Pick<RunSetup, 'numberOffset' | 'withinBudget'>,
): { readonly run: Run; readonly redactor: Redactor } {
  const { target, concurrency, rate: ratePerSecond, maxRequests, signal, timeouts, clock } = options;
  const { baseUrl, credentials, tokenFlow: flow } = target;
  const redactor = createRedactor(secretsOf(credentials, flow));
  const limits = { concurrency, ratePerSecond, maxRequests, signal, timeouts, clock };
  const sender = createSender({ baseUrl, userAgent: 'byoc-conformance', ...limits });
  const tokens = new TokenKeeper({
    credentials,
    flow,
    signal,
    onToken: (token) => redactor.add(secretOf(token, credentials.orgId)),
    admit: async () => (await sender.admit?.()) ?? true,
    now: clock === undefined ? undefined : () => clock.wallMs(),
  });
  const carriesToken = (text: string): boolean => redactor.text(text) !== text;
  return { run: new Run(options, sender, { tokens, carriesToken, ...setup }), redactor };
}
