/** What a part holds: transfer encodings and charsets are undone as RFC 7578 has it, and what is in neither is no text. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readMultipart } from '../../../../wire/multipart/multipart-reader.js';
import { textOf } from '../../../../wire/multipart/part-content.js';

const latin1 = (text: string): Buffer => Buffer.from(text, 'latin1');
const utf8 = (text: string): Buffer => Buffer.from(text);

const rows: readonly (readonly [
  what: string,
  headers: readonly string[],
  content: Buffer,
  text: string | undefined,
  charset?: string,
])[] = [
  ['plain UTF-8', [], utf8('Füße'), 'Füße'],
  ['7bit, 8bit and binary mean nothing', ['Content-Transfer-Encoding: 8bit'], utf8('Füße'), 'Füße'],
  ['an unknown encoding is left alone', ['Content-Transfer-Encoding: x-own'], utf8('a'), 'a'],
  ['base64', ['content-transfer-encoding: BASE64'], utf8('RsO8w59l'), 'Füße'],
  ['base64 over lines', ['Content-Transfer-Encoding: base64'], utf8('RsO8\r\nw59l\r\n'), 'Füße'],
  ['no base64', ['Content-Transfer-Encoding: base64'], utf8('[{"a":1}]'), undefined],
  ['quoted-printable', ['Content-Transfer-Encoding: quoted-printable'], utf8('F=C3=BC=\r\n=c3=9fe'), 'Füße'],
  ['no quoted-printable', ['Content-Transfer-Encoding: quoted-printable'], utf8('a=b'), undefined],
  ['Latin-1 by name', ['Content-Type: text/plain; charset=ISO-8859-1'], latin1('Füße'), 'Füße'],
  ['Latin-1 by _charset_', [], latin1('Füße'), 'Füße', 'iso-8859-1'],
  [
    'the charset of the part goes before _charset_',
    ['Content-Type: text/plain; charset="utf-8"'],
    utf8('Füße'),
    'Füße',
    'iso-8859-1',
  ],
  ['Latin-1 without a word', [], latin1('Füße'), undefined],
  ['JSON is UTF-8 whatever is said', ['Content-Type: application/json; charset=ISO-8859-1'], utf8('Füße'), 'Füße'],
  ['JSON in Latin-1', ['Content-Type: application/json; charset=ISO-8859-1'], latin1('Füße'), undefined],
  ['ASCII by name, UTF-8 in truth', ['Content-Type: text/plain; charset=US-ASCII'], utf8('Füße'), 'Füße'],
  ['an unknown charset is read as UTF-8', ['Content-Type: text/plain; charset=x-own'], utf8('Füße'), 'Füße'],
  ['a byte order mark stays', [], utf8('\uFEFFa'), '\uFEFFa'],
];

for (const [what, headers, content, text, charset] of rows) {
  test(what, () => {
    const extra =
      charset === undefined ? '' : `--b\r\nContent-Disposition: form-data; name="_charset_"\r\n\r\n${charset}\r\n`;
    const head = `${extra}--b\r\n${['Content-Disposition: form-data; name="x"', ...headers].join('\r\n')}\r\n\r\n`;
    const form = readMultipart(Buffer.concat([utf8(head), content, utf8('\r\n--b--')]), 'b');
    assert.ok(form.ok);
    const part = form.parts.at(-1);
    assert.ok(part !== undefined);
    assert.equal(textOf(part, form.parts), text);
  });
}
