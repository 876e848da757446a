/** requests and urllib3 (32 hexadecimal digits), aiohttp (the type in front of the disposition), httpx (lower-case values). */
import { type Client, contractLines, form, type Given, type Raw } from './client.js';

const boundary = '0f2fcda1c95c2ef0d9ef1d32bc7fa8f2';

function head(
  given: Given,
  agent: string,
  contentType = `multipart/form-data; boundary=${boundary}`,
  extra: readonly string[] = ['Content-Length: 400'],
): readonly string[] {
  return [
    'POST /api/v1/conversation HTTP/1.1',
    'Host: 127.0.0.1:8080',
    `User-Agent: ${agent}`,
    'Accept-Encoding: gzip, deflate',
    'Accept: */*',
    'Connection: keep-alive',
    ...contractLines(given),
    ...extra,
    `Content-Type: ${contentType}`,
  ];
}

const plain = (name: string): string => `Content-Disposition: form-data; name="${name}"`;
const typed = (name: string): string => `${plain(name)}\r\nContent-Type: application/json`;

const requests: Client = {
  name: 'requests',
  parts: (given): Raw => ({
    head: head(given, 'python-requests/2.32.3'),
    body: form(boundary, [
      [plain('channelAddressIdentifier'), given.channel],
      [plain('participants'), given.participants],
    ]),
  }),
  'json-part': (given): Raw => ({
    head: head(given, 'python-requests/2.32.3'),
    body: form(boundary, [[typed('json'), given.whole]]),
  }),
};

const requestsWithFiles: Client = {
  name: 'requests with files that have names',
  parts: (given): Raw => ({
    head: head(given, 'python-requests/2.32.3'),
    body: form(boundary, [
      [
        'Content-Disposition: form-data; name="channelAddressIdentifier"; filename="channelAddressIdentifier"',
        given.channel,
      ],
      [
        'Content-Disposition: form-data; name="participants"; filename="participants"\r\nContent-Type: application/json',
        given.participants,
      ],
    ]),
  }),
  'json-part': (given): Raw => ({
    head: head(given, 'python-requests/2.32.3'),
    body: form(boundary, [
      [
        `Content-Disposition: form-data; name="json"; filename*=utf-8''J%C3%BCrgen.json\r\nContent-Type: application/json`,
        given.whole,
      ],
    ]),
  }),
};

const aiohttp: Client = {
  name: 'aiohttp',
  parts: (given): Raw => ({
    head: head(given, 'Python/3.11 aiohttp/3.9.5'),
    body: form(boundary, [
      [`Content-Type: text/plain; charset=utf-8\r\n${plain('channelAddressIdentifier')}`, given.channel],
      [`Content-Type: text/plain; charset=utf-8\r\n${plain('participants')}`, given.participants],
    ]),
  }),
  'json-part': (given): Raw => ({
    head: head(given, 'Python/3.11 aiohttp/3.9.5', `multipart/form-data; boundary=${boundary}`, [
      'Transfer-Encoding: chunked',
    ]),
    body: form(boundary, [[`Content-Type: application/json\r\n${plain('json')}\r\nContent-Length: 130`, given.whole]]),
  }),
};

const httpx: Client = {
  name: 'httpx',
  parts: (given): Raw => ({
    head: head(given, 'python-httpx/0.27.0'),
    body: form(boundary, [
      [plain('channelAddressIdentifier'), given.channel],
      [plain('participants'), given.participants],
    ]),
  }),
  'json-part': (given): Raw => ({
    head: head(given, 'python-httpx/0.27.0'),
    body: form(boundary, [
      ['Content-Disposition: form-data; name="json"; filename="upload"\r\nContent-Type: application/json', given.whole],
    ]),
  }),
};

export const pythons: readonly Client[] = [requests, requestsWithFiles, aiohttp, httpx];
