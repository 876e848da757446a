/** `run --check`: says whether the settings would do, and what was taken from where. Sends nothing to the service. */

import { claimsOf, expiryOfToken } from '../../endpoints/token/request-token.js';
import { TokenError } from '../../settings/errors/token-error.js';
import { tellError } from '../../settings/errors/user-error.js';
import type { Settings } from '../../settings/read-settings.js';
import { type Taken, tellTaken } from '../../settings/taken.js';
import { withToken } from '../../settings/with-token.js';
import { exitCodes } from '../../verdicts/record/run-verdict.js';
import type { Context } from '../context.js';

/** Ends with 0 when the settings would do, with 2 when no token comes. Malformed settings were told before. */
export async function checkSettings(
  settings: Settings,
  taken: readonly Taken[],
  { printer }: Context,
): Promise<number> {
  printer.result(tellTaken(taken));
  if (settings.kind === 'embedded mock') {
    printer.result('Nothing of a service is configured: the embedded mock would be judged.');
    return exitCodes.conformant;
  }
  try {
    const { credentials, tokenRequests } = await withToken({ ...settings, faults: [] }, printer);
    if (tokenRequests !== undefined) printer.result(tellFetched(credentials.accessToken));
  } catch (error) {
    if (!(error instanceof TokenError)) throw error;
    printer.note(tellError(error, false).text);
    return exitCodes['wrong usage'];
  }
  printer.result('The settings would do. Nothing was sent to the service, so whether it takes them is not known yet.');
  return exitCodes.conformant;
}

function tellFetched(token: string): string {
  const expiresAtMs = expiryOfToken(token);
  const kind = claimsOf(token) === undefined ? 'an opaque token' : 'a JWT';
  const until = expiresAtMs === undefined ? '' : `, good until ${new Date(expiresAtMs).toISOString()}`;
  return `The token endpoint gave ${kind}${until}.`;
}
