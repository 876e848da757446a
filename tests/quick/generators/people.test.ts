/** People as subjects: the same for one seed, never empty, never odd, of many kinds. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isOdd } from '../../../generators/identities/odd.js';
import { people } from '../../../generators/people.js';

const sample = (seed: number, numRuns = 300): readonly string[] => fc.sample(people(), { seed, numRuns });

test('one seed gives the same people, whoever was drawn before', () => {
  const first = sample(7);
  sample(8);
  assert.deepEqual(sample(7), first);
  assert.notDeepEqual(sample(8), first);
});

test('nobody is empty, odd or longer than 255', () => {
  fc.assert(
    fc.property(people(), (subject) => {
      assert.notEqual(subject, '');
      assert.equal(isOdd(subject), false, JSON.stringify(subject));
    }),
    { numRuns: 1000 },
  );
});

const kinds: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['a phone number in E.164', /^\+[1-9]\d{6,14}$/],
  ['a mail address', /^[^@\s]+@[^@\s]+\.[a-z]+$/i],
  ['a WhatsApp id', /^whatsapp:\+\d+$/],
  ['a social id', /^@\S+$/],
  ['a long number', /^[1-9]\d{15}$/],
  ['a GUID', /^[0-9a-f-]{36}$/],
  ['an Arabic name', /\p{Script=Arabic}/u],
  ['a Japanese name', /\p{Script=Han}|\p{Script=Hiragana}|\p{Script=Katakana}/u],
  ['a Korean name', /\p{Script=Hangul}/u],
  ['a Russian name', /\p{Script=Cyrillic}/u],
  ['a Thai name', /\p{Script=Thai}/u],
];

for (const [what, pattern] of kinds) {
  test(`there is ${what} among them`, () => assert.ok(sample(1).some((subject) => pattern.test(subject))));
}
