/** What keeps the bytes of a connection from being one whole HTTP/1.0 or HTTP/1.1 request (RFC 9112), as data. */

export type TroubleKind =
  /** The connection speaks TLS, HTTP/2 or HTTP/0.9, or begins with no request line at all. */
  | 'tls'
  | 'http/2'
  | 'http/0.9'
  | 'no request line'
  /** The port speaks TLS, and the connection does not. */
  | 'no tls'
  /** The TLS handshake failed: the other side may not trust the certificate, or there is another reason. */
  | 'untrusted'
  | 'abandoned handshake'
  | 'handshake'
  /** More bytes came behind a request that was whole by its own framing: by its length, or without any. */
  | 'bytes behind a length'
  | 'bytes without a length'
  /** The header section breaks its own form; what it says could be read. */
  | 'head malformed'
  | 'head too long'
  /** The end of the body cannot be found. */
  | 'length'
  | 'chunks'
  /** The connection ended, or nothing more came on it, before the request was whole. */
  | 'cut'
  | 'stalled';

export interface FramingTrouble {
  readonly kind: TroubleKind;
  /** What came, in plain words, to stand behind a colon; bounded, and without bytes of the request. */
  readonly told: string;
}

/** Several at once: the last is the one that the request broke on. */
export function troubleOf(troubles: readonly FramingTrouble[]): FramingTrouble | undefined {
  const last = troubles.at(-1);
  return last === undefined ? undefined : { kind: last.kind, told: troubles.map(({ told }) => told).join('; ') };
}
