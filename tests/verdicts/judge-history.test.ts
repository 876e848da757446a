/** Splits and merges as findings: what differs, both exchanges, a story of two steps. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { judgeHistory } from '../../verdicts/judge-history.js';
import { observation } from './samples.js';

test('a split tells both identifiers', () => {
  const [found, ...more] = judgeHistory([
    observation('one', 'ann', 'c-1', 4),
    observation('one', 'ann', 'c-2', 9, { label: 'asked again' }),
  ]);
  assert.deepEqual(more, []);
  assert.deepEqual(
    [found?.clause, found?.verdict, found?.label, found?.exchange, found?.control],
    ['behaviour/same-pair/repeated', 'nonconformant', 'asked again', 9, 4],
  );
  assert.match(found?.expected ?? '', /"c-1"/);
  assert.match(found?.got ?? '', /"c-2"/);
  assert.deepEqual(found?.difference, {
    where: 'conversationIdentifier in the answer',
    control: 'c-1',
    case: 'c-2',
  });
  assert.deepEqual(found?.steps, [
    { text: 'establish "ann" on "one" (call 4): "c-1"', exchange: 4 },
    { text: 'establish "ann" on "one" (asked again): "c-2"', exchange: 9 },
  ]);
});

test('a merge tells what differs in the two requests: the subject, or the channel', () => {
  const bySubject = judgeHistory([observation('one', 'ann', 'c', 1), observation('one', 'Ann', 'c', 2)]);
  assert.deepEqual(
    bySubject.map(({ clause, difference }) => [clause, difference]),
    [['behaviour/different-pair/subject', { where: 'participants[0].subject', control: 'ann', case: 'Ann' }]],
  );
  const byChannel = judgeHistory([observation('one', 'ann', 'c', 1), observation('two', 'ann', 'c', 2)]);
  assert.deepEqual(
    byChannel.map(({ clause, difference }) => [clause, difference]),
    [['behaviour/different-pair/channel', { where: 'channelAddressIdentifier', control: 'one', case: 'two' }]],
  );
});

test('an empty history has no findings', () => assert.deepEqual(judgeHistory([]), []));
