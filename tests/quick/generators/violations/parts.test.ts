/** The makers below the catalogue: broken JSON is none, other types are other, forged tokens prove nothing, other owners are others. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { subjectText } from '../../../../generators/arbitraries/subject.js';
import { forgedTokens, isJwt } from '../../../../generators/violations/forged-tokens.js';
import { otherOrgs, otherPrefixes } from '../../../../generators/violations/other-owners.js';
import { brokenJson, constMutations, otherTypes } from '../../../../generators/violations/other-values.js';
import { parseJson } from '../../../../schemas/validation/parse-json.js';
import { contexts, jwts, opaqueTokens, orgIds } from '../some-basis.js';

test('broken JSON cannot be read, whatever the subject', () => {
  fc.assert(
    fc.property(subjectText(), (subject) => {
      const text = JSON.stringify([{ subject, role: 'EndUser', appType: 'custom' }]);
      for (const [slug, , broken] of brokenJson(text)) assert.equal(parseJson(broken).ok, false, slug);
    }),
  );
});

test('another type is one of another type, each of the six once', () => {
  const typeOf = (value: unknown): string => (Array.isArray(value) ? 'array' : value === null ? 'null' : typeof value);
  for (const [type, value] of [
    ['string', 'x'],
    ['object', { a: 1 }],
  ] as const) {
    const types = otherTypes(type, value).map(([, , other]) => typeOf(other));
    assert.equal(new Set(types).size, 5);
    assert.ok(!types.includes(type));
  }
  for (const [slug, , other] of otherTypes('array', [{ a: 1 }])) assert.notEqual(typeOf(other), 'array', slug);
});

test('a fixed word is missed by each mutation but those of its own case', () => {
  const same = (word: string): readonly string[] =>
    constMutations(word)
      .filter(([, , value]) => value === word)
      .map(([slug]) => slug);
  assert.deepEqual(same('EndUser'), []);
  assert.deepEqual(same('custom'), ['in-lower-case']);
});

test('a forged token is another token, a JWT by form unless its letters were changed', () => {
  fc.assert(
    fc.property(jwts, (token) => {
      const forged = forgedTokens(token);
      assert.ok(forged.length >= 11);
      for (const [slug, , other] of forged) {
        assert.notEqual(other, token, slug);
        if (!/case$/.test(slug)) assert.ok(isJwt(other), slug);
      }
    }),
  );
});

test('an opaque token is no JWT', () => {
  fc.assert(fc.property(opaqueTokens, (token) => assert.equal(isJwt(token), false)));
  for (const text of ['', 'a', 'a.b', 'a.b.c', '..', 'bnVsbA.e30.x']) assert.equal(isJwt(text), false, text);
});

test('other orgs have the form of an org id and are others', () => {
  fc.assert(
    fc.property(orgIds, (id) => {
      const orgs = otherOrgs(id).map(([, , other]) => other);
      for (const other of orgs) assert.match(other, /^[A-Za-z0-9]{15}$/);
      assert.ok(!orgs.includes(id) && orgs.length >= 3);
    }),
  );
});

test('a prefix in another letter case is another prefix', () => {
  const inCase = (context: string) =>
    otherPrefixes(context)
      .filter(([slug]) => slug.endsWith('-case'))
      .map(([, , other]) => other);
  assert.deepEqual(inCase('Partner1_Channel_a'), ['PARTNER1_Channel_a', 'partner1_Channel_a', 'pARTNER1_Channel_a']);
  assert.deepEqual(inCase('ACME_Channel'), ['acme_Channel']);
  assert.deepEqual(inCase('acme_Channel'), ['ACME_Channel']);
});

test('other prefixes leave a well-formed context whose first word is another', () => {
  fc.assert(
    fc.property(contexts, (context) => {
      const [word = ''] = context.split('_');
      for (const [slug, , other] of otherPrefixes(context)) {
        assert.match(other, /^[A-Za-z][A-Za-z0-9]*_\w*[A-Za-z0-9]$/, slug);
        assert.notEqual(other.split('_')[0], word, slug);
      }
    }),
  );
});
