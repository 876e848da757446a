/** The list of conversations: each once over all workers, bounded, those without prefix first, doubts counted apart. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { conversationsSection, mostConversations } from '../../../../verdicts/service/left-behind.js';

const prefix = 'byoc-4f2a91-';
const one = { channel: 'c', subject: `${prefix}a`, identifier: '1' };

test('without knowledge there is no section', () => assert.equal(conversationsSection([]), undefined));

test('each conversation is listed once, one pair with two identifiers twice', () => {
  const other = { ...one, identifier: '2' };
  const section = conversationsSection([
    { prefix, established: [one, one], uncertain: [] },
    { prefix, established: [other, one], uncertain: [] },
  ]);
  assert.deepEqual(section, {
    total: 2,
    prefixes: [prefix],
    withoutPrefix: 0,
    uncertain: 0,
    list: [one, other],
    leftOut: 0,
  });
});

test('the prefix may stand anywhere and in any case; those without it come first', () => {
  const established = [
    one,
    { channel: 'c', subject: `X ${prefix.toUpperCase()}Y`, identifier: '2' },
    { channel: 'c', subject: 'byoc-000000-other', identifier: '3' },
    { identifier: '4' },
  ];
  const section = conversationsSection([{ prefix, established, uncertain: [] }]);
  assert.equal(section?.withoutPrefix, 2);
  assert.deepEqual(
    section?.list.map(({ identifier, withoutPrefix }) => [identifier, withoutPrefix]),
    [
      ['3', true],
      ['4', true],
      ['1', undefined],
      ['2', undefined],
    ],
  );
});

test('a pair without an answer counts only while no other request has established it', () => {
  const { identifier: _, ...pair } = one;
  const uncertain = [pair, { channel: 'c', subject: `${prefix}b` }, { channel: 'c', subject: `${prefix}b` }];
  assert.equal(conversationsSection([{ prefix, established: [one], uncertain }])?.uncertain, 1);
});

test('the list is bounded, the count is not', () => {
  const established = Array.from({ length: mostConversations + 7 }, (_, index) => ({ ...one, identifier: `${index}` }));
  const section = conversationsSection([{ prefix, established, uncertain: [] }]);
  assert.deepEqual(
    [section?.list.length, section?.total, section?.leftOut],
    [mostConversations, mostConversations + 7, 7],
  );
});
