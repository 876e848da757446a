/** What no library in wide use writes and RFC 7578, 2046 and 9110 allow all the same. */
import { type Client, contractLines, form, type Given, type Raw } from './client.js';

function head(given: Given, contentType: string, line = 'POST /api/v1/conversation HTTP/1.1'): readonly string[] {
  return [line, 'Host: x', ...contractLines(given), `Content-Type:${contentType}`];
}

const plain = (name: string): string => `Content-Disposition: form-data; name="${name}"`;

function odd(
  name: string,
  boundary: string,
  contentType: string,
  change: (body: string) => string | Uint8Array = (body) => body,
  line?: string,
  part: (name: string, json: boolean) => string = plain,
): Client {
  return {
    name,
    parts: (given): Raw => ({
      head: head(given, contentType, line),
      body: change(
        form(boundary, [
          [part('channelAddressIdentifier', false), given.channel],
          [part('participants', true), given.participants],
        ]),
      ),
    }),
    'json-part': (given): Raw => ({
      head: head(given, contentType, line),
      body: change(
        form(boundary, [
          [
            `${part('json', true)}${/content-type/i.test(part('json', true)) ? '' : '\r\nContent-Type: application/json'}`,
            given.whole,
          ],
        ]),
      ),
    }),
  };
}

const multipart = ' multipart/form-data; boundary=b';

export const odds: readonly Client[] = [
  odd('a boundary with blanks inside', 'a b  c', ' multipart/form-data; boundary="a b  c"'),
  odd('a boundary with escapes', "a-'b", ` multipart/form-data; boundary="a\\-\\'b"`),
  odd('a boundary of all signs', "'()+_,-./:=?z", ` multipart/form-data; boundary="'()+_,-./:=?z"`),
  odd('a boundary of one character', 'b', '\tMULTIPART/Form-Data ;\tBoundary=b ;'),
  odd('a boundary of 70 characters', 'c'.repeat(70), ` multipart/form-data; boundary=${'c'.repeat(70)}`),
  odd(
    'a preamble and an epilogue',
    'b',
    multipart,
    (body) => `For readers without MIME.\r\n${body}The end.\r\n--b\r\n`,
  ),
  odd('an empty line in front', 'b', multipart, (body) => `\r\n${body}`),
  odd('padding behind the boundaries', 'b', multipart, (body) =>
    body.replaceAll(/^--b(?:--)?(?=\r\n)/gm, (line) => `${line} \t `),
  ),
  odd('folded part headers', 'b', multipart, (body) => body.replaceAll('form-data; name', 'form-data;\r\n\tname')),
  odd('part headers in odd case, further ones beside', 'b', multipart, (body) =>
    body.replaceAll('Content-Disposition: form-data; name', 'X-Part: 1\r\ncOnTeNt-dIsPoSiTiOn:FORM-DATA;NAME'),
  ),
  odd(
    'a part _charset_',
    'b',
    multipart,
    (body) => `--b\r\nContent-Disposition: form-data; name="_charset_"\r\n\r\nUTF-8\r\n${body}`,
  ),
  odd('the whole URL as target', 'b', multipart, undefined, 'POST http://127.0.0.1:8080/api/v1/conversation HTTP/1.1'),
  odd('escapes of plain letters in the path', 'b', multipart, undefined, 'POST /api/v1/c%6Fnversation HTTP/1.1'),
  odd('a query that nobody asked for', 'b', multipart, undefined, 'POST /api/v1/conversation?trace=1 HTTP/1.1'),
  odd('HTTP/1.0', 'b', multipart, undefined, 'POST /api/v1/conversation HTTP/1.0'),
  odd(
    'file names in both forms',
    'b',
    multipart,
    undefined,
    undefined,
    (name) => `${plain(name)}; filename="C:\\dir\\x.json"; filename*=UTF-8''%e2%82%ac.json`,
  ),
];
