/** What a service wrote into an answer is told where no status and no member tells it. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { saidLine } from '../../../reports/said.js';
import type { EvidenceItem } from '../../../schemas/record/run-record.js';
import { sampleEvidence } from './sample-evidence.js';

function answered(status: number, text: string): EvidenceItem {
  const [item] = sampleEvidence();
  assert.ok(item?.answer !== undefined);
  return { ...item, answer: { ...item.answer, status, body: { text, bytes: text.length, cut: false } } };
}

for (const [status, text, said] of [
  [400, '{"code":10011,"message":"No such role"}', '10011: No such role'],
  [400, '[{"errorCode":"REQUEST_LIMIT_EXCEEDED","message":"Too many"}]', 'REQUEST_LIMIT_EXCEEDED: Too many'],
  [502, '<html><title>Bad gateway</title><p>Nobody is at home', 'Bad gateway Nobody is at home'],
  [200, '<html><h1>Log in</h1></html>', 'Log in'],
  [202, 'accepted', 'accepted'],
  [202, '{"message":"accepted"}', undefined],
  [204, '', undefined],
  [500, ' \r\n', undefined],
] as const) {
  test(`${status} with ${JSON.stringify(text)}`, () => assert.equal(saidLine(answered(status, text)), said));
}

test('nothing was answered: nothing was said', () => assert.equal(saidLine(undefined), undefined));
