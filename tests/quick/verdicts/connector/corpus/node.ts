/** form-data (26 hyphens and 24 digits), fetch with FormData of undici, axios. */
import { type Client, contractLines, form, type Given, type Raw } from './client.js';

function head(given: Given, boundary: string, lines: readonly string[], lower: boolean): readonly string[] {
  const spell = (name: string): string => (lower ? name.toLowerCase() : name);
  return [
    'POST /api/v1/conversation HTTP/1.1',
    ...lines,
    ...contractLines(given, spell),
    `${spell('Content-Type')}: multipart/form-data; boundary=${boundary}`,
  ];
}

const plain = (name: string): string => `Content-Disposition: form-data; name="${name}"`;

function client(
  name: string,
  boundary: string,
  lines: readonly string[],
  lower: boolean,
  json: string,
  end: string,
): Client {
  return {
    name,
    parts: (given): Raw => ({
      head: head(given, boundary, lines, lower),
      body: form(
        boundary,
        [
          [plain('channelAddressIdentifier'), given.channel],
          [plain('participants'), given.participants],
        ],
        end,
      ),
    }),
    'json-part': (given): Raw => ({
      head: head(given, boundary, lines, lower),
      body: form(boundary, [[json, given.whole]], end),
    }),
  };
}

const blob = `${plain('json')}; filename="blob"\r\nContent-Type: application/json`;

export const nodes: readonly Client[] = [
  client(
    'form-data',
    '--------------------------515890814546601021194782',
    ['host: 127.0.0.1:8080', 'Connection: close', 'Content-Length: 400'],
    false,
    `${plain('json')}\r\nContent-Type: application/json`,
    '\r\n',
  ),
  client(
    'fetch of undici',
    '----formdata-undici-021961371623',
    ['host: 127.0.0.1:8080', 'connection: keep-alive', 'accept: */*', 'sec-fetch-mode: cors', 'content-length: 400'],
    true,
    blob,
    '\r\n',
  ),
  client(
    'fetch of undici, older',
    '----formdata-undici-0.5698761236',
    ['host: 127.0.0.1:8080', 'connection: keep-alive', 'transfer-encoding: chunked'],
    true,
    blob,
    '',
  ),
  client(
    'axios with FormData',
    'form-data-boundary-XpZ0s3lRr7mTqWv5nKbYc1dGj',
    [
      'Accept: application/json, text/plain, */*',
      'User-Agent: axios/1.7.2',
      'Content-Length: 400',
      'Host: 127.0.0.1:8080',
    ],
    false,
    blob,
    '\r\n\r\n',
  ),
  client(
    'axios with form-data',
    '--------------------------906139857230591823746120',
    [
      'Accept: application/json, text/plain, */*',
      'User-Agent: axios/1.7.2',
      'Content-Length: 400',
      'Host: 127.0.0.1:8080',
    ],
    false,
    `${plain('json')}\r\nContent-Type: application/json`,
    '\r\n',
  ),
];
