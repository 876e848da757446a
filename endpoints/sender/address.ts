/** Where the operation lives, taken apart for the socket, the request line, the Host field and messages. */

export interface Address {
  readonly tls: boolean;
  /** Host for the socket: an IPv6 address without its brackets. */
  readonly host: string;
  readonly port: number;
  /** Value of the Host field: the port is left out when it is the scheme's own. */
  readonly authority: string;
  /** Target of the request line: base path and `/v1/conversation`, unless told otherwise. */
  readonly path: string;
  /** For people: `host:port`, always with the port. */
  readonly label: string;
}

/** @param path the target of the request line, when it is not that of the operation. */
export function addressOf(baseUrl: URL, path?: string): Address {
  const tls = baseUrl.protocol === 'https:';
  const port = baseUrl.port === '' ? (tls ? 443 : 80) : Number(baseUrl.port);
  return {
    tls,
    host: baseUrl.hostname.replace(/^\[(.*)\]$/, '$1'),
    port,
    authority: baseUrl.host,
    path: path ?? `${baseUrl.pathname.replace(/\/+$/, '')}/v1/conversation`,
    label: `${baseUrl.hostname}:${port}`,
  };
}
