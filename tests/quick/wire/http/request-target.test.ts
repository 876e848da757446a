/** The target of a request in its forms. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { originFormOf, pathOf } from '../../../../wire/http/request-target.js';

const rows: readonly (readonly [target: string, origin: string, path: string])[] = [
  ['/a/b?c=/d', '/a/b?c=/d', '/a/b'],
  ['http://h/a?b', '/a?b', '/a'],
  ['HTTPS://user@h:1/a', '/a', '/a'],
  ['http://h', '/', '/'],
  ['http://h?a', '/?a', '/'],
  ['/a?to=http://h/b', '/a?to=http://h/b', '/a'],
  ['//h/a', '//h/a', '//h/a'],
  ['', '/', '/'],
  ['*', '*', '*'],
];

for (const [target, origin, path] of rows) {
  test(`"${target}" is ${origin}`, () => assert.deepEqual([originFormOf(target), pathOf(target)], [origin, path]));
}
