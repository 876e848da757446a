/** A request is read once: the same reading for every copy of it, another one for another request with the same bytes. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { HeaderField } from '../../../wire/request.js';
import { readingOf } from '../../../wire/request-reading.js';

const fields: readonly HeaderField[] = [
  ['Content-Type', 'multipart/form-data; boundary=b'],
  ['content-type', 'text/plain'],
];
const form = '--b\r\nContent-Disposition: form-data; name="a"\r\n\r\n{"x":1}\r\n--b--\r\n';

test('a copy of a request has its reading; another header section over the same bytes has its own', () => {
  const request = { fields, body: Buffer.from(form) };
  const reading = readingOf(request);
  assert.equal(readingOf({ ...request }), reading);
  const other = readingOf({ ...request, fields: [['Content-Type', 'application/json']] });
  assert.notEqual(other, reading);
  assert.equal(other.contentTypes[0]?.mediaType, 'application/json');
});

test('what was read is kept: forms by boundary, JSON by its text', () => {
  const reading = readingOf({ fields, body: Buffer.from(form) });
  const read = reading.form('b');
  assert.ok(read.ok && read.parts.length === 1);
  assert.equal(reading.form('b'), read);
  assert.equal(reading.form('c').ok, false);
  assert.equal(reading.parse('{"x":1}'), reading.parse('{"x":1}'));
  assert.deepEqual(reading.object('{"x":1}'), { x: 1 });
  assert.deepEqual([reading.object('[1]'), reading.object('{')], [undefined, undefined]);
  assert.deepEqual(
    reading.contentTypes.map(({ mediaType }) => mediaType),
    ['multipart/form-data', 'text/plain'],
  );
});

test('bytes that are no UTF-8 are no text, and a byte order mark stays in front', () => {
  const textOf = (...bytes: number[]) => readingOf({ fields: [], body: Uint8Array.from(bytes) }).text;
  assert.equal(textOf(0xff, 0xfe), undefined);
  assert.equal(textOf(0xef, 0xbb, 0xbf, 0x61), '\u{FEFF}a');
});
