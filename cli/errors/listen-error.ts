/** A host and port on which the mock cannot listen. */

export class ListenError extends Error {
  readonly host: string;
  readonly port: number;
  /** In plain words: `the port is in use`. */
  readonly reason: string;

  constructor(host: string, port: number, reason: string, who = 'mock') {
    super(`the ${who} cannot listen on ${host}, port ${port}: ${reason}`);
    this.name = 'ListenError';
    this.host = host;
    this.port = port;
    this.reason = reason;
  }
}
