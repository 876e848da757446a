/** What a connection may carry: conforming requests, whole, changed, cut, glued, and bytes of any kind. Drawn as functions of the credentials. */
import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { Credentials } from '../../../generators/credentials.js';

/** The bytes that one connection carries to a service that takes these credentials. */
export type Stream = (credentials: Credentials) => Buffer;

type Change = (bytes: Buffer) => Buffer;

/** How one request is spelled, conforming all the same. */
const spelling = fc.record({
  subject: fc.oneof(
    fc.constantFrom('ann', 'Ann Müller', '李小龍 "Bruce"', '+49 151', 'null'),
    fc.string({ minLength: 1, unit: 'grapheme-ascii' }),
  ),
  chunked: fc.boolean(),
  quotes: fc.boolean(),
  partsTurned: fc.boolean(),
  typedParts: fc.boolean(),
  preamble: fc.boolean(),
  target: fc.constantFrom('/api/v1/conversation', 'http://h/api/v1/conversation', '/api/v1/conversation?a=b'),
  further: fc.constantFrom(
    '',
    'User-Agent: any/1.0\r\n',
    'Accept: */*\r\nConnection: keep-alive\r\n',
    'Connection: close\r\n',
  ),
  version: fc.constantFrom('1.1', '1.1', '1.1', '1.0'),
});

type Spelling = typeof spelling extends fc.Arbitrary<infer Value> ? Value : never;

function write(credentials: Credentials, spelled: Spelling): Buffer {
  const { accessToken, orgId, authorizationContext, channels } = credentials;
  const quote = spelled.quotes ? '"' : '';
  const participants = JSON.stringify([{ subject: spelled.subject, role: 'EndUser', appType: 'custom' }]);
  const part = (name: string, type: string, value: string): string =>
    `--b\r\nContent-Disposition: form-data; name=${quote}${name}${quote}\r\n${spelled.typedParts ? `Content-Type: ${type}\r\n` : ''}\r\n${value}\r\n`;
  const parts = [
    part('channelAddressIdentifier', 'text/plain; charset=utf-8', channels[0] ?? ''),
    part('participants', 'application/json', participants),
  ];
  if (spelled.partsTurned) parts.reverse();
  const body = Buffer.from(`${spelled.preamble ? 'a form\r\n' : ''}${parts.join('')}--b--\r\n`);
  // HTTP/1.0 knows no chunks.
  const chunked = spelled.chunked && spelled.version === '1.1';
  const half = Math.ceil(body.length / 2);
  const content = chunked
    ? Buffer.concat([chunk(body.subarray(0, half)), chunk(body.subarray(half)), Buffer.from('0\r\n\r\n')])
    : body;
  const head =
    `POST ${spelled.target} HTTP/${spelled.version}\r\nHost: h:80\r\n${spelled.further}Authorization: Bearer ${accessToken}\r\n` +
    `OrgId: ${orgId}\r\nAuthorizationContext: ${authorizationContext}\r\nRequestId: ${randomUUID()}\r\n` +
    `Content-Type: multipart/form-data; boundary=${quote}b${quote}\r\n` +
    `${chunked ? 'Transfer-Encoding: chunked' : `Content-Length: ${body.length}`}\r\n\r\n`;
  return Buffer.concat([Buffer.from(head), content]);
}

const chunk = (bytes: Buffer): Buffer =>
  Buffer.concat([Buffer.from(`${bytes.length.toString(16)}\r\n`), bytes, Buffer.from('\r\n')]);

const place = fc.nat({ max: 1_000_000 });
const at = (position: number, length: number): number => (length === 0 ? 0 : position % length);
/** The bytes that grammars are made of come as often as all others. */
const byte = fc.oneof(
  fc.constantFrom(...Buffer.from('\r\n\0\t :;,"/-\\{}[]0a\x01\x7f\x80\xff', 'latin1')),
  fc.nat({ max: 255 }),
);

const splice = (bytes: Buffer, from: number, count: number, ...inserted: number[]): Buffer =>
  Buffer.concat([bytes.subarray(0, from), Buffer.from(inserted), bytes.subarray(from + count)]);

/** Changes the lines of the head, the first left aside. */
const inHead =
  (change: (lines: string[]) => string[]): Change =>
  (bytes) => {
    const end = bytes.indexOf('\r\n\r\n');
    const [first = '', ...lines] = bytes.toString('latin1', 0, end).split('\r\n');
    return Buffer.concat([Buffer.from([first, ...change(lines)].join('\r\n'), 'latin1'), bytes.subarray(end)]);
  };

const latin1 =
  (change: (text: string) => string): Change =>
  (bytes) =>
    Buffer.from(change(bytes.toString('latin1')), 'latin1');

const change: fc.Arbitrary<Change> = fc.oneof(
  fc.constant((bytes: Buffer) => bytes),
  place.map(
    (position): Change =>
      (bytes) =>
        bytes.subarray(0, at(position, bytes.length)),
  ),
  fc.tuple(place, byte).map(
    ([position, one]): Change =>
      (bytes) =>
        splice(bytes, at(position, bytes.length), 1, one),
  ),
  fc.tuple(place, byte).map(
    ([position, one]): Change =>
      (bytes) =>
        splice(bytes, at(position, bytes.length), 0, one),
  ),
  place.map(
    (position): Change =>
      (bytes) =>
        splice(bytes, at(position, bytes.length), 1),
  ),
  fc.constantFrom(
    latin1((text) => text.replaceAll('\r\n', '\n')),
    latin1((text) => text.replaceAll('\r\n', '\r')),
    inHead((lines) => [lines.join('\n')]),
    latin1((text) =>
      text.replace(/(\r\n\r\n)([\s\S]*)$/, (_, end: string, body: string) => end + body.replaceAll('\r\n', '\n')),
    ),
  ),
  place.map(
    (position): Change =>
      latin1((text) => {
        const ends = [...text.matchAll(/\r\n/g)];
        const end = ends[at(position, ends.length)]?.index ?? 0;
        return `${text.slice(0, end)}\n${text.slice(end + 2)}`;
      }),
  ),
  place.map((position) =>
    inHead((lines) => lines.flatMap((line, index) => (index === at(position, lines.length) ? [line, line] : [line]))),
  ),
  place.map((position) => inHead((lines) => lines.filter((_, index) => index !== at(position, lines.length)))),
  place.map((position) =>
    inHead((lines) => [...lines.slice(at(position, lines.length)), ...lines.slice(0, at(position, lines.length))]),
  ),
);

const request: fc.Arbitrary<Stream> = fc.tuple(spelling, change).map(
  ([spelled, changed]) =>
    (credentials: Credentials) =>
      changed(write(credentials, spelled)),
);

const between = fc.oneof(
  { weight: 4, arbitrary: fc.constant(Buffer.alloc(0)) },
  {
    weight: 1,
    arbitrary: fc
      .constantFrom('\r\n', '\n', '\0', ' ', 'GET / HTTP/1.1\r\nHost: h\r\n\r\n')
      .map((text) => Buffer.from(text)),
  },
  { weight: 1, arbitrary: fc.uint8Array({ minLength: 1, maxLength: 8 }).map((bytes) => Buffer.from(bytes)) },
);

/** Several behind each other, each perhaps with bytes behind it. */
const glued: fc.Arbitrary<Stream> = fc
  .array(fc.tuple(request, between), { minLength: 1, maxLength: 3 })
  .map(
    (pieces) => (credentials: Credentials) =>
      Buffer.concat(pieces.flatMap(([one, behind]) => [one(credentials), behind])),
  );

const grammar = fc.constantFrom(
  '\r\n',
  '\n',
  ' ',
  ':',
  'POST',
  '/api/v1/conversation',
  'HTTP/1.1',
  'Host',
  'h',
  'Content-Length',
  'Transfer-Encoding',
  'chunked',
  '0',
  '5',
  '\0',
  '\x16\x03\x01',
);

const anything: fc.Arbitrary<Stream> = fc
  .oneof(
    fc.uint8Array({ minLength: 1, maxLength: 200 }).map((bytes) => Buffer.from(bytes)),
    fc.array(grammar, { minLength: 1, maxLength: 30 }).map((words) => Buffer.from(words.join(''), 'latin1')),
  )
  .map((bytes) => () => bytes);

const plain: Spelling = {
  subject: 'ann',
  chunked: false,
  quotes: true,
  partsTurned: false,
  typedParts: true,
  preamble: false,
  target: '/api/v1/conversation',
  further: 'User-Agent: any/1.0\r\n',
  version: '1.1',
};

const one =
  (changed: Change, spelled: Partial<Spelling> = {}): Stream =>
  (credentials) =>
    changed(write(credentials, { ...plain, ...spelled }));

const replaced = (right: string | RegExp, wrong: string, spelled?: Partial<Spelling>): Stream =>
  one(
    latin1((text) => text.replace(right, wrong)),
    spelled,
  );

const inTurn =
  (...pieces: readonly (Stream | string)[]): Stream =>
  (credentials) =>
    Buffer.concat(
      pieces.map((piece) => (typeof piece === 'string' ? Buffer.from(piece, 'latin1') : piece(credentials))),
    );

const good = one((bytes) => bytes);

/** What was once taken for conformant, accepted, lost or answered out of turn. */
export const foundBefore: readonly Stream[] = [
  replaced('0\r\n\r\n', '0\r\n\n', { chunked: true }),
  replaced('0\r\n\r\n', '0 \r\n\r\n', { chunked: true }),
  replaced('0\r\n\r\n', '0\r\nno field\r\n\r\n', { chunked: true }),
  replaced(/(Content-Length: \d+\r\n)/, '$1$1'),
  replaced('Content-Length: ', 'Content-Length:, '),
  replaced('any/1.0', 'any\x01'),
  replaced('/conversation', '/conversation?\xfc'),
  replaced('/conversation', '/conversaton'),
  replaced('http://h/', 'http://"/', { target: 'http://h/api/v1/conversation' }),
  replaced(' HTTP/1.1', 'HTTP/1.1'),
  replaced('Host: h:80\r\n', 'Host: h:80\r\nHost: h:80\r\n'),
  replaced('Host: h:80', 'Host: "h"'),
  replaced('text/plain', 'text/plai\0'),
  one((bytes) => bytes, { target: 'http://h/api/v1/conversation' }),
  inTurn(good, '\0'),
  inTurn(good, 'POST / HTTP/1.1\nHost: h\n\n', good),
  inTurn(
    one((bytes) => bytes, { further: 'Connection: close\r\n' }),
    good,
  ),
];

export const streams: fc.Arbitrary<Stream> = fc.oneof(
  { weight: 6, arbitrary: request },
  { weight: 3, arbitrary: glued },
  { weight: 1, arbitrary: anything },
);
