/** The Content-Type reader takes every legal spelling and no broken one. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readContentType } from '../../../../wire/http/content-type-reader.js';

const legal: readonly (readonly [value: string, boundary: string | undefined])[] = [
  ['multipart/form-data; boundary=b', 'b'],
  ['Multipart/Form-Data;BOUNDARY=b', 'b'],
  ['multipart/form-data; boundary="b c"', 'b c'],
  ['multipart/form-data; charset=utf-8; boundary=b', 'b'],
  ['multipart/form-data ; boundary=b ;', 'b'],
  ["multipart/form-data; boundary='()+_,-./:=?", "'()+_,-./:=?"],
  ['multipart/form-data; boundary="a\\"b;c"', 'a"b;c'],
  ['multipart/form-data; boundary="a\\-b"', 'a-b'],
  ['multipart/form-data', undefined],
];

for (const [value, boundary] of legal) {
  test(`takes ${value}`, () => {
    const contentType = readContentType(value);
    assert.equal(contentType?.mediaType, 'multipart/form-data');
    assert.equal(contentType?.parameters.get('boundary'), boundary);
  });
}

const broken = [
  '',
  'multipart',
  'multipart/',
  'multipart/form-data boundary=b',
  'multipart/form-data, text/plain',
  'multipart/form-data; boundary',
  'multipart/form-data; boundary=',
  'multipart/form-data; boundary=a b',
  'multipart/form-data; boundary="b',
  'multipart/form-data; boundary=a; boundary=b',
];

for (const value of broken) {
  test(`does not take '${value}'`, () => assert.equal(readContentType(value), undefined));
}
