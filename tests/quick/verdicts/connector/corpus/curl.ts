/** curl -F: 24 hyphens and random characters; types by ;type=, and Expect for larger bodies. */
import { type Client, contractLines, form, type Given, type Raw } from './client.js';

const boundary = '------------------------d74496d66958873e';

function head(given: Given, version: string, extra: readonly string[]): readonly string[] {
  return [
    `POST /api/v1/conversation HTTP/${version}`,
    'Host: 127.0.0.1:8080',
    'User-Agent: curl/8.5.0',
    'Accept: */*',
    ...contractLines(given),
    'Content-Length: 420',
    `Content-Type: multipart/form-data; boundary=${boundary}`,
    ...extra,
  ];
}

function curl(name: string, version: string, extra: readonly string[], type: string): Client {
  return {
    name,
    parts: (given): Raw => ({
      head: head(given, version, extra),
      body: form(boundary, [
        ['Content-Disposition: form-data; name="channelAddressIdentifier"', given.channel],
        [`Content-Disposition: form-data; name="participants"${type}`, given.participants],
      ]),
    }),
    'json-part': (given): Raw => ({
      head: head(given, version, extra),
      body: form(boundary, [
        ['Content-Disposition: form-data; name="json"\r\nContent-Type: application/json', given.whole],
      ]),
    }),
  };
}

export const curls: readonly Client[] = [
  curl('curl', '1.1', [], ''),
  curl('curl with types and Expect', '1.1', ['Expect: 100-continue'], '\r\nContent-Type: application/json'),
  curl('curl with a file', '1.1', [], '; filename="participants.json"\r\nContent-Type: application/json'),
  curl('curl over HTTP/1.0', '1.0', [], ''),
  curl(
    'curl with -H "Content-Type: ...;charset"',
    '1.1',
    ['X-Note: none'],
    '\r\nContent-Type: application/json;charset=UTF-8',
  ),
];
