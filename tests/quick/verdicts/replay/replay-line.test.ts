/** The line that repeats a run holds every option that decides what is sent. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { replayLine } from '../../../../verdicts/replay/replay-line.js';
import { info } from '../samples.js';

const plain = 'npx byoc-conformance run --seed 42 --level standard --edition 61.0 --layout parts';

test('a clause is repeated alone, an identity with all of behaviour', () => {
  assert.equal(replayLine('headers/org-id/length', info, undefined), `${plain} --only headers/org-id/length`);
  assert.equal(replayLine('behaviour/same-pair/for-ever', info, undefined), `${plain} --only behaviour`);
});

test('time, subjects and budget are told when they were', () => {
  const told = replayLine(
    'behaviour/same-pair/for-ever',
    { ...info, memoryMs: 90_000, reuseSubjects: true },
    { maxRequests: 150, levelRequests: 2_000 },
  );
  assert.equal(told, `${plain} --only behaviour --memory 90s --reuse-subjects --max-requests 150`);
});

test('faults are those of the embedded mock, never of a service', () => {
  const faulty = { ...info.target, faults: ['org-id/accepts-18'] };
  const embedded = { ...info, target: { ...faulty, kind: 'embedded mock' } } as const;
  assert.match(
    replayLine('headers/org-id', embedded, undefined),
    /^npx byoc-conformance run --fault org-id\/accepts-18 --seed/,
  );
  assert.doesNotMatch(replayLine('headers/org-id', { ...info, target: faulty }, undefined), /--fault/);
});
