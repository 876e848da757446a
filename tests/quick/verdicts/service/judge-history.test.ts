/** Splits and merges as findings: what differs, both exchanges, and a story that can be done again. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { channelPlace, subjectPlace } from '../../../../schemas/record/message-place.schema.js';
import { judgeHistory } from '../../../../verdicts/service/judge-history.js';
import { observation } from '../samples.js';

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
    at: { in: 'answer', member: 'conversationIdentifier' },
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
    [['behaviour/different-pair/subject', { at: subjectPlace, control: 'ann', case: 'Ann' }]],
  );
  const byChannel = judgeHistory([observation('one', 'ann', 'c', 1), observation('two', 'ann', 'c', 2)]);
  assert.deepEqual(
    byChannel.map(({ clause, difference }) => [clause, difference]),
    [['behaviour/different-pair/channel', { at: channelPlace, control: 'one', case: 'two' }]],
  );
});

test('a late split tells what passed in between: others and time', () => {
  const others = Array.from({ length: 60 }, (_, index) => observation('one', `s${index}`, `c-${index}`, index + 2));
  const [found] = judgeHistory([
    observation('one', 'ann', 'a-1', 1, { sentMs: 0, answeredMs: 5 }),
    ...others,
    observation('one', 'ann', 'a-2', 70, { sentMs: 61_205, answeredMs: 61_210, label: 'asked again' }),
  ]);
  assert.equal(found?.clause, 'behaviour/same-pair/for-ever');
  assert.deepEqual(found?.steps, [
    { text: 'establish "ann" on "one" (call 1): "a-1"', exchange: 1, sends: [1] },
    { text: '60 other conversations are established, 61.2 s pass', others: 79, waitMs: 64_360 },
    { text: 'establish "ann" on "one" (asked again): "a-2"', exchange: 70, sends: [70] },
  ]);
});

test('a call at once with the identifier of another pair takes those that were under way with it into its story', () => {
  const probes = 'behaviour/same-pair/at-once';
  const call = (subject: string, identifier: string, exchange: number, sentMs: number) =>
    observation('one', subject, identifier, exchange, { sentMs, answeredMs: sentMs + 10, probes });
  const stories = (history: readonly ReturnType<typeof call>[]) =>
    judgeHistory(history)
      .filter(({ history: kind }) => kind === 'split')
      .map(({ steps = [] }) => steps.map(({ sends, alongside = false }) => ({ sends, alongside })));
  const later = [call('bob', 'b', 4, 100), call('cid', 'c', 5, 100)];
  // Ann was answered for Bob: at first, and when she was asked for again.
  const first = [call('ann', 'b', 1, 0), call('bob', 'a', 2, 5), call('dan', 'd', 3, 50)];
  assert.deepEqual(stories([...first, call('ann', 'a', 6, 200), ...later]).at(0), [
    { sends: [1, 2], alongside: true },
    { sends: [6], alongside: false },
  ]);
  const again = [call('ann', 'a', 1, 0), call('ann', 'b', 6, 95), ...later];
  assert.deepEqual(stories(again), [
    [
      { sends: [1], alongside: false },
      { sends: [4, 5, 6], alongside: true },
    ],
  ]);
  // An identifier of her own: no answer of others has to do with it.
  assert.deepEqual(stories([call('ann', 'a', 1, 0), call('ann', 'x', 6, 95), ...later]), [
    [
      { sends: undefined, alongside: false },
      { sends: undefined, alongside: false },
    ],
  ]);
});

const asked = (family: string, relation: string) => ({ slug: `${family}-${relation}`, family, relation });

test('strangers that meet tell how many came before them, near neighbours need none', () => {
  const known = Array.from({ length: 12 }, (_, index) => observation('one', `s${index}`, `c-${index}`, index + 1));
  const [stranger] = judgeHistory([...known, observation('one', 'ann', 'c-8', 20)]);
  assert.deepEqual([stranger?.history, stranger?.case.slug], ['merge of strangers', 'merge-of-strangers']);
  assert.deepEqual(
    stranger?.steps?.map(({ others, sends }) => ({ others, sends })),
    [
      { others: 18, sends: [9] },
      { others: 3, sends: [20] },
    ],
  );
  const neighbours = ['Ann', 'ann'].map((subject, index) =>
    observation('one', subject, 'c', index + 1, { asked: asked('a-name', index === 0 ? 'itself' : 'lower') }),
  );
  const [neighbour] = judgeHistory(neighbours);
  assert.deepEqual([neighbour?.history, neighbour?.case.slug], ['merge of neighbours', 'merged-by-ascii-case']);
  assert.deepEqual(
    neighbour?.steps?.map(({ others, sends }) => ({ others, sends })),
    [
      { others: undefined, sends: undefined },
      { others: undefined, sends: undefined },
    ],
  );
  const third = observation('one', 'bob', 'c', 9, { asked: asked('a-number', 'itself') });
  assert.deepEqual(
    new Set(judgeHistory([...neighbours, third]).map((one) => one.history)),
    new Set(['merge of strangers']),
    'where others share it too, likeness is chance',
  );
});

test('calls that began in one instant are told as one step', () => {
  const beside = [1, 2, 3];
  const [crossed] = judgeHistory([
    observation('one', 'ann', 'b', 1, { beside }),
    observation('one', 'bob', 'c', 2, { beside }),
    observation('one', 'cid', 'd', 3, { beside }),
    observation('one', 'ann', 'a', 4),
  ]);
  assert.deepEqual(
    crossed?.steps?.map(({ sends, alongside }) => ({ sends, alongside })),
    [
      { sends: [1, 2, 3], alongside: true },
      { sends: [4], alongside: undefined },
    ],
  );
});

test('an empty history has no findings', () => assert.deepEqual(judgeHistory([]), []));
