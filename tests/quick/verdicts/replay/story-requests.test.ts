/** Stories become requests step by step; what cannot be sent again is never made up. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { EvidenceItem, FindingRecord } from '../../../../schemas/record/run-record.js';
import { mark } from '../../../../text/redactor.js';
import { isWholeStory } from '../../../../verdicts/replay/expectation.js';
import { isStory, storyRequests } from '../../../../verdicts/replay/replay-request.js';

function item(number: number, changes: Partial<EvidenceItem> = {}): EvidenceItem {
  return {
    number,
    startedMs: number,
    durationMs: 1,
    connection: 1,
    request: {
      method: 'POST',
      target: '/api/v1/conversation',
      fields: [
        ['OrgId', '00D000000000001'],
        ['Host', 'h'],
      ],
      body: { text: `subject ${number}`, bytes: 9, cut: false },
    },
    ...changes,
  };
}

const evidence = new Map([1, 2, 3, 4, 5].map((number) => [number, item(number)]));
const requestsOf = (steps: FindingRecord['steps'], items = evidence) =>
  storyRequests(steps === undefined ? {} : { steps }, items, '00D000000000001');

test('others and waits go to the next request, calls and instants to their own, the last step decides', () => {
  const steps: FindingRecord['steps'] = [
    { text: 'a', exchange: 1, sends: [1] },
    { text: 'b', others: 3 },
    { text: 'c', waitMs: 250, sends: [2] },
    { text: 'd', sends: [3], violation: { where: 'participants[0].role', label: 'Agent' } },
    { text: 'e', sends: [4, 5], alongside: true, calls: 2 },
  ];
  assert.ok(isStory({ steps }));
  assert.deepEqual(
    requestsOf(steps).map((request) => {
      const { role, others, waitMs, together, alongside, body } = request ?? assert.fail();
      return [body.text, role, others, waitMs, together, alongside];
    }),
    [
      ['subject 1', 'before', undefined, undefined, 1, undefined],
      ['subject 2', 'before', 3, 250, 1, undefined],
      ['subject 3', 'refused', undefined, undefined, 1, undefined],
      ['subject 4', 'case', undefined, undefined, 2, undefined],
      ['subject 5', 'case', undefined, undefined, 2, true],
    ],
  );
});

test('a connection that was another then is another again', () => {
  const items = new Map([item(1), item(2, { connection: 7 }), item(3)].map((one) => [one.number, one]));
  const connections = requestsOf([{ text: 'a', sends: [1, 2, 3] }], items).map((request) => request?.connection);
  assert.deepEqual(connections, ['pooled', 'fresh', 'pooled']);
});

test('a step that only tells makes no story, nor does one that ends without a request', () => {
  const [sends, tells, waits] = [
    { text: 'a', sends: [1] },
    { text: 'b', exchange: 1 },
    { text: 'c', waitMs: 5 },
  ];
  assert.equal(isStory({ steps: [sends, tells] }), false);
  assert.equal(isStory({ steps: [sends, waits] }), false);
  assert.equal(isStory({ steps: [waits, sends] }), true);
  assert.equal(isStory({}), false);
});

test('a forged token of a step is made anew, and one that nobody knows to make is not sent as the real one', () => {
  const fields = [['Authorization', `Bearer ${mark}`]];
  const request = { ...item(1).request, fields };
  const items = new Map([
    [1, item(1, { request })],
    [2, item(2)],
  ]);
  const violation = {
    clause: 'headers/authorization/signature',
    at: { in: 'header', name: 'Authorization' },
    where: 'somewhere',
    label: 'in whatever words',
  } as const;
  const story = (slug: string): FindingRecord['steps'] => [
    { text: 'a', sends: [1], violation: { ...violation, slug } },
    { text: 'b', sends: [2] },
  ];
  const [forged] = requestsOf(story('unsigned-with-alg-none'), items);
  const [unknown] = requestsOf(story('something-of-a-later-suite'), items);
  assert.equal(unknown, undefined);
  const { clause } = violation;
  assert.deepEqual(forged?.remake, { header: 'Authorization', clause, slug: 'unsigned-with-alg-none' });
  assert.deepEqual(requestsOf([{ text: 'a', sends: [9] }]), [undefined], 'no evidence, no request');
});

const finding: FindingRecord = {
  id: 'behaviour--same-pair--after-refusal--a-random-sequence',
  clause: 'behaviour/same-pair/after-refusal',
  case: { slug: 'a-random-sequence' },
  expects: 'same identifier',
  foundBy: 'sequence',
  confirmed: 'alone',
  spec: 's',
  label: 'a sequence of 2 steps',
  verdict: 'nonconformant',
  expected: 'in whatever words',
  got: 'another one',
  count: 1,
  replay: { seed: 1, path: '3:1|x', command: 'c' },
  steps: [
    { text: 'a', sends: [1] },
    { text: 'b', sends: [2] },
  ],
};

test('only a sequence that failed alone and hangs on nothing else is a whole story', () => {
  assert.equal(isWholeStory(finding), true);
  const others = [{ text: 'a', sends: [1] }, { text: 'o', others: 3 }, ...(finding.steps ?? [])];
  const changes: Readonly<Record<string, FindingRecord>> = {
    'it hangs on others': { ...finding, steps: others },
    'it hangs on time': { ...finding, steps: [{ text: 'w', waitMs: 300 }, ...(finding.steps ?? [])] },
    'it failed in company': { ...finding, confirmed: 'in company' },
    'two strangers met': { ...finding, expects: 'other identifier' },
    'the history tells it': { ...finding, foundBy: 'history' },
  };
  for (const [what, changed] of Object.entries(changes)) {
    assert.equal(isWholeStory(changed), false, what);
  }
});
