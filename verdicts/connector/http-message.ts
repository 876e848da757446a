/** Judges whether what came is one whole HTTP message: what broke its framing, and what to change in the program that sent it. */
import type { FramingTrouble, TroubleKind } from '../../wire/http/framing-trouble.js';
import type { ReceivedRequest } from '../../wire/received.js';
import { broken, type Examination, undecided } from './contract.js';

const clause = 'operation/http-message';
const letTheLibrary = 'Let the HTTP library set Content-Length and Transfer-Encoding';

const trustTheCa =
  'Let the connector trust the CA of this run: the file of its certificate is named in NODE_EXTRA_CA_CERTS, SSL_CERT_FILE and REQUESTS_CA_BUNDLE; what reads none of them (Java, a store of its own) is to be given it. Never switch verification off.';

const advices: Readonly<Record<TroubleKind, string>> = {
  tls: 'Take the address as it is given: with http:// in front. A connector that makes https:// of every address, or has a port of its own for TLS, is to take scheme and port from its settings.',
  'http/2': 'Use HTTP/1.1, or offer HTTP/2 within TLS only: nobody may begin with it on a plain port unasked.',
  'http/0.9':
    'Write the version behind the target: POST /api/v1/conversation HTTP/1.1. A library for HTTP does all of that.',
  'no request line':
    'Begin with a request line such as POST /api/v1/conversation HTTP/1.1, without anything in front of it. Look at which port and which protocol the program was given.',
  'bytes behind a length': `${letTheLibrary}: the length counts the bytes of the whole body as it is sent, not characters, and nothing may follow it.`,
  'bytes without a length': `${letTheLibrary}: a request with neither of them has no body, whatever follows it.`,
  'no tls':
    'Take the address as it is given: with https:// in front. A connector that makes http:// of every address, or has a port of its own, is to take scheme and port from its settings.',
  untrusted: trustTheCa,
  'abandoned handshake': trustTheCa,
  handshake: 'Speak TLS 1.2 or 1.3, and offer http/1.1 where protocols are offered (ALPN).',
  'head malformed':
    'Let the HTTP library write the header section: lines end in CRLF, a field is a name, a colon and a value on one line, and Host is there once.',
  'head too long':
    'Send the headers that the contract names, each once; no service takes a header section of that size.',
  length: `${letTheLibrary}: only one of them may be there, and the length is one number.`,
  chunks:
    'Let the HTTP library write the chunks: each begins with its size in bytes, in hexadecimal, and the last is empty.',
  cut: `${letTheLibrary}: they count bytes, not characters. Keep the connection open until the answer has come, also when the program ends.`,
  stalled: `${letTheLibrary}: the length counts bytes, not characters, and who announces more than is sent waits for ever. Flush what is buffered, and send the last chunk.`,
};

/** Who does not trust a certificate does right, and where a handshake failed nothing of a message was seen. */
const isUndecided: ReadonlySet<TroubleKind> = new Set(['untrusted', 'abandoned handshake', 'handshake']);

export function judgeMessage({ trouble, answer }: ReceivedRequest): Examination {
  if (trouble === undefined) return { findings: [], exercised: [clause] };
  const words = { message: messageOf(trouble), advice: advices[trouble.kind] };
  // A connection that a scenario broke says nothing of the connector.
  const isOurs = answer?.staged?.did === 'reset' || isUndecided.has(trouble.kind);
  return { findings: [isOurs ? undecided(clause, words) : broken(clause, words)], exercised: [clause] };
}

function messageOf({ told }: FramingTrouble): string {
  return `The request is expected to be one whole HTTP message, and it was not: ${told}.`;
}

/** What came could be read all the same, as far as its clauses go. */
export function isReadable({ trouble }: ReceivedRequest): boolean {
  return trouble === undefined || trouble.kind === 'head malformed';
}
