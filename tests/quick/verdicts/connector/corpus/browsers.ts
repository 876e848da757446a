/** fetch or XMLHttpRequest with FormData: long boundaries of each engine; a typed part is a Blob and gets a file name. */
import { type Client, contractLines, form, type Given, type Raw } from './client.js';

const names = (name: string): string => name.toLowerCase();

function head(given: Given, boundary: string, agent: string): readonly string[] {
  return [
    'POST /api/v1/conversation HTTP/1.1',
    'Host: 127.0.0.1:8080',
    'Connection: keep-alive',
    'Content-Length: 500',
    ...contractLines(given, names),
    `User-Agent: ${agent}`,
    `Content-Type: multipart/form-data; boundary=${boundary}`,
    'Accept: */*',
    'Origin: http://localhost:3000',
    'Sec-Fetch-Mode: cors',
    'Accept-Encoding: gzip, deflate, br',
  ];
}

function browser(name: string, boundary: string, agent: string): Client {
  return {
    name,
    parts: (given): Raw => ({
      head: head(given, boundary, agent),
      body: form(boundary, [
        ['Content-Disposition: form-data; name="channelAddressIdentifier"', given.channel],
        ['Content-Disposition: form-data; name="participants"', given.participants],
      ]),
    }),
    'json-part': (given): Raw => ({
      head: head(given, boundary, agent),
      body: form(boundary, [
        [`Content-Disposition: form-data; name="json"; filename="blob"\r\nContent-Type: application/json`, given.whole],
      ]),
    }),
  };
}

export const browsers: readonly Client[] = [
  browser('Chromium', '----WebKitFormBoundary7MA4YWxkTrZu0gWz', 'Mozilla/5.0 Chrome/126.0'),
  browser('Firefox', '---------------------------1234567890123456789012345678', 'Mozilla/5.0 Gecko/20100101'),
  browser('Firefox, newer', '----geckoformboundary5d4dbd10c0b5a8b6c1d7c1f2d2c9d9c4', 'Mozilla/5.0 Gecko/20100101'),
];
