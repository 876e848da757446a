/** Go, PHP, Ruby, .NET and Perl. */
import { type Client, contractLines, form, type Given, type Raw } from './client.js';

type Lines = (name: string, json: boolean) => string;

interface Shape {
  readonly name: string;
  readonly boundary: string;
  readonly contentType?: (boundary: string) => string;
  readonly spell?: (name: string) => string;
  readonly lines: readonly string[];
  readonly part: Lines;
  readonly end?: string;
}

const capitalised = (name: string): string =>
  name.toLowerCase().replace(/(^|-)[a-z]/g, (letter) => letter.toUpperCase());
const disposition = (name: string): string => `Content-Disposition: form-data; name="${name}"`;

function client({
  name,
  boundary,
  contentType = (b) => `multipart/form-data; boundary=${b}`,
  spell,
  lines,
  part,
  end,
}: Shape): Client {
  const head = (given: Given): readonly string[] => [
    'POST /api/v1/conversation HTTP/1.1',
    ...lines,
    ...contractLines(given, spell),
    `Content-Type: ${contentType(boundary)}`,
  ];
  return {
    name,
    parts: (given): Raw => ({
      head: head(given),
      body: form(
        boundary,
        [
          [part('channelAddressIdentifier', false), given.channel],
          [part('participants', false), given.participants],
        ],
        end,
      ),
    }),
    'json-part': (given): Raw => ({
      head: head(given),
      body: form(boundary, [[part('json', true), given.whole]], end),
    }),
  };
}

const typed: Lines = (name, json) => disposition(name) + (json ? '\r\nContent-Type: application/json' : '');

export const others: readonly Client[] = [
  client({
    name: 'Go mime/multipart',
    boundary: '4ba0e1c5e5a7e7ae6f5d9cb2f2d1c9a0b3c4d5e6f708192a3b4c5d6e7f80',
    spell: capitalised,
    lines: [
      'Host: 127.0.0.1:8080',
      'User-Agent: Go-http-client/1.1',
      'Transfer-Encoding: chunked',
      'Accept-Encoding: gzip',
    ],
    part: typed,
  }),
  client({
    name: 'PHP curl',
    boundary: '------------------------aGVsbG8gd29ybGQgZm9v',
    lines: ['Host: 127.0.0.1:8080', 'Accept: */*', 'Content-Length: 500', 'Expect: 100-continue'],
    part: (name, json) => disposition(name) + (json ? '; filename="postname"\r\nContent-Type: application/json' : ''),
  }),
  client({
    name: 'Guzzle',
    boundary: '2f3c1b6a9f3f5b1f7d1e6c0a9b8c7d6e5f4a3b2c',
    lines: ['Content-Length: 500', 'User-Agent: GuzzleHttp/7', 'Host: 127.0.0.1:8080'],
    part: (name, json) =>
      `${json ? 'Content-Type: application/json\r\n' : ''}${disposition(name)}\r\nContent-Length: 50`,
  }),
  client({
    name: 'Ruby Net::HTTP set_form',
    boundary: 'kJ3s9-Wq0cVtYxB_8mN7hGfD6sA5pO4iU3yT2rE1wQ0zXcVbN',
    spell: capitalised,
    lines: [
      'Accept-Encoding: gzip;q=1.0,deflate;q=0.6,identity;q=0.3',
      'Accept: */*',
      'User-Agent: Ruby',
      'Host: 127.0.0.1:8080',
      'Connection: close',
      'Content-Length: 400',
    ],
    part: typed,
  }),
  client({
    name: 'Ruby multipart-post (Faraday)',
    boundary: '-------------RubyMultipartPost-9d1f0b3c5a7e8d2f4b6a1c3e5d7f9b0a',
    lines: ['User-Agent: Faraday v2.9.0', 'Content-Length: 500', 'Host: 127.0.0.1:8080'],
    part: (name, json) =>
      `${disposition(name)}${json ? '; filename="local.path"\r\nContent-Length: 130\r\nContent-Type: application/json\r\nContent-Transfer-Encoding: binary' : ''}`,
    end: '\r\n\r\n',
  }),
  client({
    name: '.NET MultipartFormDataContent',
    boundary: '8d0c1b9e-2c3d-4e5f-8a9b-0c1d2e3f4a5b',
    contentType: (boundary) => `multipart/form-data; boundary="${boundary}"`,
    lines: ['Host: 127.0.0.1:8080', 'Content-Length: 600'],
    part: (name, json) =>
      `Content-Type: ${json ? 'application/json' : 'text/plain'}; charset=utf-8\r\nContent-Disposition: form-data; name=${name}`,
  }),
  client({
    name: 'RestSharp',
    boundary: '---------------------------8dc6f5a1b2c3d4e',
    contentType: (boundary) => `multipart/form-data; boundary="${boundary}"`,
    lines: ['Host: 127.0.0.1:8080', 'User-Agent: RestSharp/110.2.0.0', 'Content-Length: 600'],
    part: (name, json) =>
      `Content-Type: ${json ? 'application/json' : 'text/plain'}; charset=utf-8\r\n${disposition(name)}`,
    end: '',
  }),
  client({
    name: 'Perl HTTP::Request::Common',
    boundary: 'xYzZY',
    spell: capitalised,
    lines: [
      'TE: deflate,gzip;q=0.3',
      'Connection: TE, close',
      'Host: 127.0.0.1:8080',
      'User-Agent: libwww-perl/6.77',
      'Content-Length: 300',
    ],
    part: typed,
  }),
];
