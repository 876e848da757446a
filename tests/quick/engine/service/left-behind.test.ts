/** What a run leaves behind: an identifier counts by its value, and what may have been established is kept apart. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { LeftBehindWatch } from '../../../../engine/service/left-behind.js';
import { exchangeWith, type Given } from './in-memory-service.js';

const pair = { channel: 'channel-one', subject: 'ann' };

function left(given: Given) {
  const watch = new LeftBehindWatch({ seed: 1 });
  watch.take(exchangeWith(given), pair);
  return watch.drain();
}

const success = (conversationIdentifier: unknown): Given => ({ status: 202, body: { conversationIdentifier } });

test('an identifier is told by its value: a text, or a number that should be one', () => {
  assert.deepEqual(left(success('c-1')).established, [{ ...pair, identifier: 'c-1' }]);
  assert.deepEqual(left(success(7)).established, [{ ...pair, identifier: '7' }]);
});

for (const nothing of ['', null, undefined, {}]) {
  test(`a success with ${JSON.stringify(nothing)} for an identifier leaves its pair behind without one`, () => {
    assert.deepEqual(left(success(nothing)).established, [pair]);
  });
}

test('a refusal leaves nothing behind, and trouble perhaps something', () => {
  const refused = left({ status: 400, body: { conversationIdentifier: 'c-1' } });
  assert.deepEqual([refused.established, refused.uncertain], [[], []]);
  assert.deepEqual(left(500).uncertain, [pair]);
});
