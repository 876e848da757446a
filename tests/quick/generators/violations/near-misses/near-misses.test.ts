/** Near misses: known by their names, labelled once each, and never the value itself. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { eighteenCharacterForm } from '../../../../../generators/violations/near-misses/headers.js';
import { nearMissesOf } from '../../../../../generators/violations/near-misses/index.js';
import { contexts, jwts, opaqueTokens, orgIds, plainBasis } from '../../some-basis.js';

const nearMisses = (name: string, value: string) => nearMissesOf({ 'x-near-misses': name }, value);
const guids = fc.uuid();
const contentTypes = fc.constant('multipart/form-data; boundary=b1');
const bearer = (token: string): string => `Bearer ${token}`;

const values: Readonly<Record<string, fc.Arbitrary<string>>> = {
  scheme: fc.oneof(jwts, opaqueTokens).map(bearer),
  token: fc.oneof(jwts, opaqueTokens).map(bearer),
  'media-type': contentTypes,
  boundary: contentTypes,
  'org-id-length': orgIds,
  'org-id-characters': orgIds,
  'authorization-context': contexts,
  guid: guids,
  role: fc.constant('EndUser'),
  'app-type': fc.constant('custom'),
};

for (const [name, arbitrary] of Object.entries(values)) {
  test(`${name}: every miss differs from the value, labels and misses are unique`, () => {
    fc.assert(
      fc.property(arbitrary, (value) => {
        const misses = nearMisses(name, value);
        assert.ok(misses.length >= 5);
        assert.equal(new Set(misses.map(([slug]) => slug)).size, misses.length);
        for (const [slug, , miss] of misses) assert.notEqual(miss, value, slug);
      }),
    );
  });
}

test('a name that nobody knows is thrown', () => {
  for (const name of ['nothing', '']) assert.throws(() => nearMisses(name, 'x'), /no near misses are known/);
});

test('a schema lists misses of its own; what is none is thrown, and one that says nothing has none', () => {
  const own = [['with-a-colon', 'with a colon', 'a:b']];
  assert.deepEqual(nearMissesOf({ 'x-near-misses': own }, 'a'), own);
  assert.throws(() => nearMissesOf({ 'x-near-misses': [['two', 'values']] }, 'a'), /slug, a label and a value/);
  assert.deepEqual(nearMissesOf({}, 'a'), []);
});

const misses = (name: string, value: string): ReadonlyMap<string, string> =>
  new Map(nearMisses(name, value).map(([, label, miss]) => [label, miss]));

test('the misses that the specification itself calls for are among them', () => {
  const { requestId } = plainBasis;
  const { orgId } = plainBasis.credentials;
  assert.equal(misses('org-id-length', orgId).get('one character shorter'), orgId.slice(0, 14));
  assert.equal(misses('org-id-length', orgId).get('the 18-character form')?.length, 18);
  assert.equal(misses('guid', requestId).get('in braces'), `{${requestId}}`);
  assert.equal(misses('guid', requestId).get('in the URN form'), `urn:uuid:${requestId}`);
  assert.equal(misses('guid', requestId).get('without hyphens')?.length, 32);
  assert.equal(misses('boundary', 'multipart/form-data; boundary=b').get('no boundary'), 'multipart/form-data');
  assert.equal(misses('media-type', 'multipart/form-data; boundary=b').get('application/json'), 'application/json');
});

test('an opaque token is never taken apart: no miss is a token of another shape that might be one', () => {
  fc.assert(
    fc.property(opaqueTokens, (token) => {
      const labels = [...misses('token', bearer(token)).keys()];
      assert.ok(!labels.includes('two parts only') && !labels.includes('a blank inside'));
    }),
  );
});

const bits = (id: string): number[] => [...id.slice(15)].map((c) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345'.indexOf(c));

test('the 18-character form adds three characters that tell the upper-case letters', () => {
  fc.assert(
    fc.property(orgIds, (id) => {
      const form = eighteenCharacterForm(id);
      assert.equal(form.slice(0, 15), id);
      assert.match(form.slice(15), /^[A-Z0-5]{3}$/);
      const upper = bits(form).flatMap((group) => [0, 1, 2, 3, 4].map((bit) => ((group >> bit) & 1) === 1));
      assert.deepEqual(
        upper,
        [...id].map((c) => /[A-Z]/.test(c)),
      );
    }),
  );
});

test('ids that differ in letter case only differ in the three characters', () => {
  fc.assert(
    fc.property(orgIds, (id) => {
      const lower = id.toLowerCase();
      fc.pre(lower !== id);
      assert.notEqual(eighteenCharacterForm(id).slice(15), eighteenCharacterForm(lower).slice(15));
    }),
  );
  assert.equal(eighteenCharacterForm('000000000000000').slice(15), 'AAA');
  assert.equal(eighteenCharacterForm('AAAAAAAAAAAAAAA').slice(15), '555');
});
