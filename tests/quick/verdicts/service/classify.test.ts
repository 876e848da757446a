/** What an exchange amounts to: one table over statuses and bodies, and the words for it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type Classified, classify, jsonBody, whatCame } from '../../../../verdicts/service/classify.js';
import { answer, answered, exchange } from '../samples.js';

const good = '{"conversationIdentifier":"c-1","success":true}';

const table: readonly (readonly [status: number, body: string, kind: Classified['kind'], words: string])[] = [
  [200, good, 'accepted', '200 with the identifier "c-1"'],
  [201, good, 'accepted', '201 with the identifier "c-1"'],
  [202, `\uFEFF${good}`, 'accepted', '202 with the identifier "c-1"'],
  [203, good, 'malformed success', '203, and the status is none of [200,201,202]'],
  [204, '', 'malformed success', '204, and the status is none of [200,201,202], the body is not of type object'],
  [200, '', 'malformed success', '200, and the body is not of type object'],
  [200, '<p>ok</p>', 'malformed success', '200, and the body is not of type object'],
  [200, '[]', 'malformed success', '200, and the body is not of type object'],
  [200, '{}', 'malformed success', '200, and conversationIdentifier is missing'],
  [200, '{"code":10016,"message":"no"}', 'malformed success', '200, and conversationIdentifier is missing'],
  [200, '{"conversationIdentifier":7}', 'malformed success', '200, and conversationIdentifier is not of type string'],
  [200, '{"conversationIdentifier":""}', 'malformed success', '200, and conversationIdentifier is empty'],
  [400, '', 'refused', 'the refusal 400'],
  [401, good, 'refused', 'the refusal 401'],
  [499, 'text', 'refused', 'the refusal 499'],
  [408, '', 'other status', 'the status 408'],
  [429, '', 'other status', 'the status 429'],
  [101, '', 'other status', 'the status 101'],
  [302, good, 'other status', 'the status 302'],
  [500, good, 'other status', 'the status 500'],
  [503, '', 'other status', 'the status 503'],
];

for (const [status, body, kind, words] of table) {
  test(`${status} ${JSON.stringify(body)} is ${kind}`, () => {
    assert.equal(classify(answered(status, body)).kind, kind);
    assert.equal(whatCame(answered(status, body)), words);
  });
}

test('a failure is no answer, even beside half an answer, and so is nothing at all', () => {
  const failure = { kind: 'reset', message: 'the connection was reset' } as const;
  for (const one of [exchange({ failure }), exchange({ failure, answer: answer(202, good) })]) {
    assert.deepEqual(classify(one), { kind: 'no answer', failure: 'reset', message: failure.message });
    assert.equal(whatCame(one), 'no answer: the connection was reset');
  }
  assert.equal(classify(exchange()).kind, 'no answer');
});

test('every status and body is classified, and the identifier is kept byte for byte', () => {
  fc.assert(
    fc.property(fc.integer({ min: 100, max: 599 }), fc.oneof(fc.string(), fc.json()), (status, body) => {
      assert.notEqual(whatCame(answered(status, body)), '');
    }),
  );
  fc.assert(
    fc.property(fc.string({ minLength: 1, unit: 'grapheme' }), (conversationIdentifier) => {
      const classified = classify(answered(202, JSON.stringify({ conversationIdentifier })));
      assert.equal(classified.kind === 'accepted' ? classified.identifier : undefined, conversationIdentifier);
    }),
  );
});

test('bodies that are no JSON, or no text, are no JSON', () => {
  for (const body of ['', '{', Buffer.from([0xff, 0xfe, 0])]) assert.equal(jsonBody(answer(200, body)), undefined);
  assert.equal(jsonBody(answer(200, 'null')), null);
});
