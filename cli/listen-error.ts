/** A host and port on which the mock, the gate or the proxy cannot listen. */
import { UserError } from '../settings/errors/user-error.js';

export class ListenError extends UserError {
  /** @param reason in plain words: `the port is in use`. */
  constructor(host: string, port: number, reason: string, who = 'mock') {
    const advice = 'name another one, or --port 0 for a port that is free';
    super(`the ${who} cannot listen on ${host}, port ${port}: ${reason}`, advice);
  }
}
