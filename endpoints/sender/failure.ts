/** Errors of sockets, said in plain words. No text of an error is passed on: parts of it may come from the service. */
import type { FailureKind, TransportFailure } from '../../wire/exchange.js';

export const failure = (kind: FailureKind, message: string): TransportFailure => ({ kind, message });

/** Of what stood in line when its sender was stopped. */
export const stopped = failure('aborted', 'cut short while waiting to be sent');

/** Why a certificate is refused, by the codes of Node and OpenSSL: for want of an issuer, which may be a CA of one's own. */
const unknownIssuers: Readonly<Record<string, string>> = {
  DEPTH_ZERO_SELF_SIGNED_CERT: 'self-signed certificate',
  SELF_SIGNED_CERT_IN_CHAIN: 'self-signed certificate in its chain',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'its issuer is not known, or an intermediate certificate is missing',
  UNABLE_TO_GET_ISSUER_CERT: 'its issuer is not known',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'its issuer is not known, or an intermediate certificate is missing',
};

const certificateCauses: Readonly<Record<string, string>> = {
  ...unknownIssuers,
  CERT_HAS_EXPIRED: 'expired',
  CERT_NOT_YET_VALID: 'not valid yet',
  CERT_REVOKED: 'revoked',
  CERT_UNTRUSTED: 'not trusted for this use',
  CERT_SIGNATURE_FAILURE: 'its signature is wrong',
  INVALID_CA: 'its issuer is not a certificate authority',
  INVALID_PURPOSE: 'not made for servers',
  ERR_TLS_CERT_ALTNAME_INVALID: 'made out to another name',
};

/** The code of an error, that of the first try when a name has several addresses. */
function codeOf(error: unknown): string {
  if (error instanceof AggregateError && error.errors.length > 0) return codeOf(error.errors[0]);
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return typeof code === 'string' && /^[A-Z0-9_]{1,64}$/.test(code) ? code : 'UNKNOWN';
}

/**
 * Why no connection came about.
 *
 * @param label `host:port`.
 * @param handshake whether TCP was connected and the TLS handshake under way.
 */
export function connectFailure(error: unknown, label: string, handshake: boolean): TransportFailure {
  const code = codeOf(error);
  if (handshake) return tlsFailure(code, label);
  const [kind, message] = connectCauses(label)[code] ?? ['connection-refused', `no connection to ${label}: ${code}`];
  return failure(kind, message);
}

const connectCauses = (label: string): Readonly<Record<string, readonly [kind: FailureKind, message: string]>> => ({
  ENOTFOUND: ['dns', `the host name of ${label} is not known`],
  EAI_AGAIN: ['dns', `the name server did not answer for ${label}`],
  ETIMEDOUT: ['connect-timeout', `no connection to ${label}: the system gave up waiting`],
  ECONNRESET: ['reset', `connection reset by ${label} while connecting`],
  ECONNREFUSED: ['connection-refused', `connection refused by ${label}`],
  EHOSTUNREACH: ['connection-refused', `no route to ${label}`],
  ENETUNREACH: ['connection-refused', `no route to ${label}`],
});

/** Why no connection to the proxy came about, or why it broke before the tunnel stood. */
export function proxyFailure(error: unknown, label: string): TransportFailure {
  const code = codeOf(error);
  const reasons: Readonly<Record<string, string>> = {
    ENOTFOUND: 'its host name is not known',
    EAI_AGAIN: 'the name server did not answer',
    ECONNREFUSED: 'the connection was refused',
    ECONNRESET: 'it reset the connection',
    EHOSTUNREACH: 'no route leads there',
    ENETUNREACH: 'no route leads there',
    ETIMEDOUT: 'the system gave up waiting',
    ERR_SSL_WRONG_VERSION_NUMBER: 'it does not speak TLS; write http:// before its name',
    ERR_SSL_PACKET_LENGTH_TOO_LONG: 'it does not speak TLS; write http:// before its name',
  };
  const certificate = certificateCauses[code];
  const reason = reasons[code] ?? (certificate === undefined ? code : `its certificate is not trusted: ${certificate}`);
  return failure('proxy', `no way through the proxy ${label}: ${reason}; check HTTPS_PROXY, HTTP_PROXY and NO_PROXY`);
}

const caAdvice =
  '. If it is signed by a CA of your own, name its PEM file in NODE_EXTRA_CA_CERTS; never switch verification off';

function tlsFailure(code: string, label: string): TransportFailure {
  const cause = certificateCauses[code];
  if (cause !== undefined) {
    const advice = code in unknownIssuers ? caAdvice : '';
    return failure('tls', `certificate of ${label} is not trusted: ${cause}${advice}`);
  }
  switch (code) {
    case 'ECONNRESET':
      return failure('tls', `${label} closed the connection during the TLS handshake`);
    case 'ERR_SSL_WRONG_VERSION_NUMBER':
    case 'ERR_SSL_PACKET_LENGTH_TOO_LONG':
      return failure('tls', `${label} does not speak TLS; is the base URL http?`);
    default:
      return failure('tls', `TLS handshake with ${label} failed: ${code}`);
  }
}

/** Why a connection broke while an exchange was on it. */
export function brokenFailure(error: unknown, label: string): TransportFailure {
  const code = codeOf(error);
  if (code === 'ECONNRESET' || code === 'EPIPE') return failure('reset', `connection reset by ${label}`);
  return failure('reset', `connection to ${label} broke: ${code}`);
}
