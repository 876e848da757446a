/** Only what a test says of the service is excused by a waiver: an error of another kind, or beside it, is not. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { complaintOf, isComplaint, plainError } from '../../../playwright/complaint.js';
import { finding, outcome } from '../verdicts/samples.js';

const broken = outcome({ findings: [finding()] });
const said = `Error: ${complaintOf(broken)}`;

test('the complaint of a test is known again, whatever a service put into it', () => {
  assert.ok(isComplaint(broken, [{ message: said }]));
  assert.ok(isComplaint(broken, [{ message: said.replace('202', 'spelled by Playwright') }]));
});

test('nothing else is a complaint', () => {
  assert.ok(!isComplaint(broken, []));
  assert.ok(!isComplaint(broken, [{}]));
  assert.ok(!isComplaint(broken, [{ message: 'Error: worker process exited unexpectedly' }]));
  assert.ok(!isComplaint(broken, [{ message: said }, { message: 'Error: and another' }]));
  assert.ok(!isComplaint(outcome({ findings: [] }), [{ message: said }]));
  assert.ok(!isComplaint(outcome({ findings: [finding({ verdict: 'observed' })] }), [{ message: said }]));
});

test('of many findings five are told, and how many there are more', () => {
  const lines = complaintOf(outcome({ findings: Array.from({ length: 7 }, () => finding()) }))?.split('\n') ?? [];
  assert.deepEqual([lines.length, lines.at(-1)], [16, 'and 2 more']);
  assert.equal(complaintOf(outcome({ findings: [finding({ verdict: 'observed' })] })), undefined);
});

test('what a service put into a complaint gives a CI system no commands, and the complaint is known again', () => {
  const hostile = outcome({ findings: [finding({ got: '202 with "##vso[task.complete]"\n::error::x\u001b[2J' })] });
  const error = plainError(complaintOf(hostile) ?? '');
  assert.equal(error.stack, error.message);
  assert.match(error.message, / {2}got 202 with "⟨#⟩#vso\[task\.complete\]"\n⟨:⟩:error::x⟨U\+001B⟩\[2J$/);
  assert.ok(isComplaint(hostile, [{ message: `Error: ${error.message}` }]));
});
