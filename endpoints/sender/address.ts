/** Where a service lives, taken apart for the socket, the request line, the Host field and messages. */

export interface Address {
  readonly tls: boolean;
  /** Host for the socket: an IPv6 address without its brackets. */
  readonly host: string;
  readonly port: number;
  /** Value of the Host field: the port is left out when it is the scheme's own. */
  readonly authority: string;
  /** Stands before the path of every request: `/api`, or nothing. */
  readonly basePath: string;
  /** For people: `host:port`, always with the port. */
  readonly label: string;
}

export function addressOf(baseUrl: URL): Address {
  const tls = baseUrl.protocol === 'https:';
  const port = baseUrl.port === '' ? (tls ? 443 : 80) : Number(baseUrl.port);
  return {
    tls,
    host: baseUrl.hostname.replace(/^\[(.*)\]$/, '$1'),
    port,
    authority: baseUrl.host,
    basePath: baseUrl.pathname.replace(/\/+$/, ''),
    label: `${baseUrl.hostname}:${port}`,
  };
}
