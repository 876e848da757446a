/** The multipart reader takes what RFC 7578 and 2046 allow, names what they do not, and reads back what form-data writes. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import FormData from 'form-data';
import type { MultipartFault } from '../../../../wire/multipart/multipart-faults.js';
import { readMultipart } from '../../../../wire/multipart/multipart-reader.js';

type Fields = readonly (readonly [name: string, value: string])[];

function fieldsOf(body: string | Buffer, boundary = 'b'): Fields | MultipartFault {
  const reading = readMultipart(Buffer.from(body), boundary);
  return reading.ok ? reading.parts.map((part) => [part.name, part.body.toString()]) : reading.fault;
}

const disposition = 'Content-Disposition: form-data; name="x"';
const x = [['x', '1']] as const;

const legal: readonly (readonly [what: string, body: string, fields: Fields, boundary?: string])[] = [
  ['a line end behind the closing delimiter', `--b\r\n${disposition}\r\n\r\n1\r\n--b--\r\n`, x],
  ['no line end behind it', `--b\r\n${disposition}\r\n\r\n1\r\n--b--`, x],
  ['two line ends behind it', `--b\r\n${disposition}\r\n\r\n1\r\n--b--\r\n\r\n`, x],
  ['a line end in front', `\r\n--b\r\n${disposition}\r\n\r\n1\r\n--b--`, x],
  ['a preamble', `To be ignored.\r\n--b\r\n${disposition}\r\n\r\n1\r\n--b--`, x],
  ['an epilogue', `--b\r\n${disposition}\r\n\r\n1\r\n--b--\r\nTo be ignored.\r\n--b\r\n`, x],
  [
    'padding behind delimiters',
    `--b \t\r\n${disposition}\r\n\r\n1\r\n--b  \r\n${disposition}\r\n\r\n2\r\n--b-- \t\r\n`,
    [
      ['x', '1'],
      ['x', '2'],
    ],
  ],
  ['an unquoted name', '--b\r\nContent-Disposition: form-data; name=x\r\n\r\n1\r\n--b--', x],
  ['no blank behind the semicolon', '--b\r\nContent-Disposition: form-data;name="x"\r\n\r\n1\r\n--b--', x],
  ['names in odd case', '--b\r\ncONTENT-dISPOSITION:FORM-DATA; NAME="x"\r\n\r\n1\r\n--b--', x],
  ['other headers around', `--b\r\nX-A: 1\r\n${disposition}\r\nContent-Type: text/plain\r\n\r\n1\r\n--b--`, x],
  ['a folded header', '--b\r\nContent-Disposition: form-data;\r\n\t name="x"\r\n\r\n1\r\n--b--', x],
  [
    'an escaped quote in a name',
    '--b\r\nContent-Disposition: form-data; name="a\\"b"\r\n\r\n1\r\n--b--',
    [['a"b', '1']],
  ],
  [
    'a Windows path as file name',
    '--b\r\nContent-Disposition: form-data; filename="C:\\dir\\x"; name="x"\r\n\r\n1\r\n--b--',
    x,
  ],
  ['a name in UTF-8', '--b\r\nContent-Disposition: form-data; name="имя"\r\n\r\n1\r\n--b--', [['имя', '1']]],
  ['an empty name', '--b\r\nContent-Disposition: form-data; name=""\r\n\r\n1\r\n--b--', [['', '1']]],
  ['an empty content', `--b\r\n${disposition}\r\n\r\n\r\n--b--`, [['x', '']]],
  ['no content and no blank line', `--b\r\n${disposition}\r\n--b--`, [['x', '']]],
  ['line ends in the content', `--b\r\n${disposition}\r\n\r\n\r\n\n\r\n\r\n--b--`, [['x', '\r\n\n\r\n']]],
  ['a longer line that begins with the boundary', `--b\r\n${disposition}\r\n\r\n--bc\r\n--b--`, [['x', '--bc']]],
  ['the boundary inside a line', `--b\r\n${disposition}\r\n\r\n1--b--\r\n--b--`, [['x', '1--b--']]],
  ['no parts', '--b--\r\n', []],
  ['all boundary characters', `--'()+_,-./:=? z\r\n${disposition}\r\n\r\n1\r\n--'()+_,-./:=? z--`, x, "'()+_,-./:=? z"],
  [
    'a boundary of 70 characters',
    `--${'c'.repeat(70)}\r\n${disposition}\r\n\r\n1\r\n--${'c'.repeat(70)}--`,
    x,
    'c'.repeat(70),
  ],
];

for (const [what, body, fields, boundary] of legal) {
  test(`takes ${what}`, () => assert.deepEqual(fieldsOf(body, boundary), fields));
}

const illegal: readonly (readonly [what: string, body: string, fault: MultipartFault, boundary?: string])[] = [
  ['an empty boundary', `--\r\n${disposition}\r\n\r\n1\r\n----`, 'bad-boundary', ''],
  ['a boundary of 71 characters', '', 'bad-boundary', 'c'.repeat(71)],
  ['a boundary that ends in a blank', '', 'bad-boundary', 'c '],
  ['a boundary with other characters', '', 'bad-boundary', 'c"'],
  ['an empty body', '', 'empty-body'],
  ['garbage', 'garbage', 'no-delimiter'],
  ['another boundary', `--c\r\n${disposition}\r\n\r\n1\r\n--c--`, 'no-delimiter'],
  ['a body without its closing delimiter', `--b\r\n${disposition}\r\n\r\n1\r\n`, 'no-closing-delimiter'],
  ['a closing delimiter with a word behind it', `--b\r\n${disposition}\r\n\r\n1\r\n--b--x`, 'no-closing-delimiter'],
  ['a body that was cut in a part', `--b\r\n${disposition}\r\n\r\n1\r\n--b\r\nContent-Dis`, 'no-closing-delimiter'],
  ['line feeds alone', `--b\n${disposition}\n\n1\n--b--\n`, 'bare-line-feed'],
  ['a line feed in front of the closing delimiter', `--b\r\n${disposition}\r\n\r\n1\n--b--\r\n`, 'bare-line-feed'],
  ['a line feed between part headers', `--b\r\n${disposition}\nA: b\r\n\r\n1\r\n--b--`, 'bare-line-feed'],
  ['a NUL in a part header', `--b\r\n${disposition}\r\nA: \0\r\n\r\n1\r\n--b--`, 'broken-part-header'],
  ['a part header without a colon', `--b\r\n${disposition}\r\nwords\r\n\r\n1\r\n--b--`, 'broken-part-header'],
  [
    'a name with an open quote',
    '--b\r\nContent-Disposition: form-data; name="x\r\n\r\n1\r\n--b--',
    'broken-part-header',
  ],
  ['two dispositions', `--b\r\n${disposition}\r\n${disposition}\r\n\r\n1\r\n--b--`, 'broken-part-header'],
  ['a part without headers', '--b\r\n\r\n1\r\n--b--', 'part-without-disposition'],
  ['a part without disposition', '--b\r\nA: b\r\n\r\n1\r\n--b--', 'part-without-disposition'],
  [
    'a part that is an attachment',
    '--b\r\nContent-Disposition: attachment; name=x\r\n\r\n1\r\n--b--',
    'part-not-form-data',
  ],
  ['a part without name', '--b\r\nContent-Disposition: form-data\r\n\r\n1\r\n--b--', 'part-without-name'],
  ['more than 1,000 parts', `${`--b\r\n${disposition}\r\n\r\n1\r\n`.repeat(1001)}--b--`, 'too-many-parts'],
];

for (const [what, body, fault, boundary] of illegal) {
  test(`names the fault of ${what}`, () => assert.equal(fieldsOf(body, boundary), fault));
}

test('keeps type, file name, transfer encoding and bytes of a part', () => {
  const bytes = Buffer.from([0, 255, 13, 10, 45, 45]);
  const head =
    '--b\r\nContent-Disposition: form-data; name="f"; filename="a.bin"; filename*=UTF-8\'\'%e2%82%ac.bin\r\n' +
    'Content-Type: application/octet-stream\r\nContent-Transfer-Encoding: base64\r\n\r\n';
  const reading = readMultipart(Buffer.concat([Buffer.from(head), bytes, Buffer.from('\r\n--b--')]), 'b');
  assert.ok(reading.ok);
  const [part] = reading.parts;
  assert.equal(part?.filename, '€.bin');
  assert.equal(part?.contentType, 'application/octet-stream');
  assert.deepEqual(part?.headers[2], ['Content-Transfer-Encoding', 'base64']);
  assert.deepEqual(part?.body, bytes);
});

test('reads back what form-data writes', () => {
  const name = fc.string({ minLength: 1 }).filter((text) => !/["\\\r\n]/.test(text) && !/[^\x20-\x7e]/.test(text));
  fc.assert(
    fc.property(fc.array(fc.tuple(name, fc.uint8Array())), (fields) => {
      fc.pre(fields.length > 0);
      const form = new FormData();
      for (const [field, value] of fields) form.append(field, Buffer.from(value));
      const reading = readMultipart(form.getBuffer(), form.getBoundary());
      assert.ok(reading.ok);
      assert.deepEqual(
        reading.parts.map((part) => [part.name, part.body]),
        fields.map(([field, value]) => [field, Buffer.from(value)]),
      );
    }),
  );
});
