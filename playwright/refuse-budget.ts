/** A budget needs one process that counts, so `npx playwright test` refuses one rather than let it be exceeded. */
import type { Environment } from '../cli/settings/sources.js';

/** @throws Error without a stack, which tells the command to use instead. */
export function refuseBudget(env: Environment): void {
  const asked = env.BYOC_MAX_REQUESTS;
  if (asked === undefined || asked === '') return;
  const shown = /^\d{1,9}$/.test(asked) ? asked : 'N';
  const message = `BYOC_MAX_REQUESTS needs one process that counts: use byoc-conformance run --max-requests ${shown}`;
  const error = new Error(message);
  error.stack = message;
  throw error;
}
