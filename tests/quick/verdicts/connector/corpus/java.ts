/** HttpClient with a form made by hand (it offers HTTP/2), OkHttp (lengths of parts), Apache HttpClient (types and transfer encodings). */
import { type Client, contractLines, form, type Given, type Raw } from './client.js';

function head(given: Given, contentType: string, extra: readonly string[]): readonly string[] {
  return ['POST /api/v1/conversation HTTP/1.1', ...extra, ...contractLines(given), `Content-Type: ${contentType}`];
}

const ownBoundary = 'Boundary+17A9F';
const upgrade = [
  'Connection: Upgrade, HTTP2-Settings',
  'Content-Length: 400',
  'Host: 127.0.0.1:8080',
  'HTTP2-Settings: AAEAAEAAAAIAAAAB',
  'Upgrade: h2c',
  'User-Agent: Java-http-client/17.0.11',
];

const httpClient: Client = {
  name: 'java.net.http.HttpClient, by hand',
  parts: (given): Raw => ({
    head: head(given, `multipart/form-data;boundary=${ownBoundary}`, upgrade),
    body: form(
      ownBoundary,
      [
        ['Content-Disposition: form-data; name=channelAddressIdentifier', given.channel],
        ['Content-Disposition: form-data; name=participants', given.participants],
      ],
      '',
    ),
  }),
  'json-part': (given): Raw => ({
    head: head(given, `multipart/form-data; boundary="${ownBoundary}"; charset=utf-8`, upgrade),
    body: form(
      ownBoundary,
      [['Content-Type: application/json; charset=UTF-8\r\ncontent-disposition: form-data; name="json"', given.whole]],
      '',
    ),
  }),
};

const okBoundary = 'c9b2e0a4-7a1d-4b9e-9d55-1f2f6f3f9a10';
const okLines = [
  'Content-Length: 500',
  'Host: 127.0.0.1:8080',
  'Connection: Keep-Alive',
  'Accept-Encoding: gzip',
  'User-Agent: okhttp/4.12.0',
];

const okHttp: Client = {
  name: 'OkHttp',
  parts: (given): Raw => ({
    head: head(given, `multipart/form-data; boundary=${okBoundary}`, okLines),
    body: form(okBoundary, [
      [
        `Content-Disposition: form-data; name="channelAddressIdentifier"\r\nContent-Length: ${Buffer.byteLength(given.channel)}`,
        given.channel,
      ],
      [
        `Content-Disposition: form-data; name="participants"\r\nContent-Length: ${Buffer.byteLength(given.participants)}`,
        given.participants,
      ],
    ]),
  }),
  'json-part': (given): Raw => ({
    head: head(given, `multipart/form-data; boundary=${okBoundary}`, okLines),
    body: form(okBoundary, [
      [
        `Content-Disposition: form-data; name="json"\r\nContent-Type: application/json; charset=utf-8\r\nContent-Length: ${Buffer.byteLength(given.whole)}`,
        given.whole,
      ],
    ]),
  }),
};

const apacheBoundary = '7k_-QaLmR3xvYt0cBhNe5u2wZsGd9JfPoX1';

function apache(name: string, text: string, encoding: string): Client {
  return {
    name,
    parts: (given): Raw => ({
      head: head(given, `multipart/form-data; boundary=${apacheBoundary}; charset=UTF-8`, [
        'Host: 127.0.0.1:8080',
        'Connection: keep-alive',
        'User-Agent: Apache-HttpClient/4.5.14 (Java/17.0.11)',
      ]),
      body: form(apacheBoundary, [
        [
          `Content-Disposition: form-data; name="channelAddressIdentifier"\r\nContent-Type: ${text}\r\nContent-Transfer-Encoding: ${encoding}`,
          given.channel,
        ],
        [
          `Content-Disposition: form-data; name="participants"\r\nContent-Type: application/json; charset=UTF-8\r\nContent-Transfer-Encoding: ${encoding}`,
          given.participants,
        ],
      ]),
    }),
    'json-part': (given): Raw => ({
      head: head(given, `multipart/form-data; charset=ISO-8859-1; boundary=${apacheBoundary}`, [
        'Host: 127.0.0.1:8080',
        'Connection: keep-alive',
        'User-Agent: Apache-HttpClient/5.3 (Java/17.0.11)',
      ]),
      body: form(apacheBoundary, [
        [
          `Content-Disposition: form-data; name="json"\r\nContent-Type: application/json; charset=UTF-8\r\nContent-Transfer-Encoding: ${encoding}`,
          given.whole,
        ],
      ]),
    }),
  };
}

export const javas: readonly Client[] = [
  httpClient,
  okHttp,
  apache('Apache HttpClient', 'text/plain; charset=ISO-8859-1', '8bit'),
  apache('Apache HttpClient, strict', 'text/plain; charset=UTF-8', 'binary'),
];
