/** The token keeper of a real run: its requests count against the ceiling, its tokens are known to the redactor. */

import type { Redactor } from '../../text/redactor.js';
import type { Sender } from '../../wire/exchange.js';
import type { RunOptions } from './run-options.js';
import { secretOf } from './secrets.js';
import { TokenKeeper } from './token-keeper.js';

export function keepTokens({ target, signal, clock }: RunOptions, sender: Sender, redactor: Redactor): TokenKeeper {
  const { credentials, tokenFlow } = target;
  return new TokenKeeper({
    credentials,
    onToken: (token) => redactor.add(secretOf(token, credentials.orgId)),
    ...(tokenFlow === undefined ? {} : { flow: tokenFlow }),
    ...(sender.admit === undefined ? {} : { admit: async () => (await sender.admit?.()) ?? true }),
    ...(signal === undefined ? {} : { signal }),
    ...(clock === undefined ? {} : { now: () => clock.wallMs() }),
  });
}
