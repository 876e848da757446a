/** Why an answer that is not as it must be decides nothing: by itself, by the control that is asked for then, by those before. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { whyUndecided } from '../../../../engine/service/transport-trouble.js';
import type { Cause } from '../../../../verdicts/verdict.js';
import { contextOn, exchangeWith, type Given, InMemoryService } from './in-memory-service.js';

interface Row {
  readonly answer: Given;
  /** What the plain control of the run gets; it is not asked for when it is left out. */
  readonly control?: Given;
  /** Requests without an answer before it. */
  readonly stalls?: number;
  readonly cause?: Cause;
  /** Whether the whole run is given up. */
  readonly lost?: true;
}

const rows: Readonly<Record<string, Row>> = {
  'a refusal': { answer: 400 },
  'an acceptance': { answer: 202 },
  'a redirection': { answer: 302 },
  'a 500, and the control is accepted': { answer: 500, control: 202 },
  'a 500, and the control is refused': { answer: 500, control: 400 },
  'a 500, and the control gets one too': { answer: 500, control: 500, cause: 'unreachable', lost: true },
  'a reset, and the control is accepted': { answer: 'reset', control: 202 },
  'a reset, and the control is not answered': {
    answer: 'reset',
    control: 'closed-early',
    cause: 'unreachable',
    lost: true,
  },
  // The budget, the throttle and the network tell of themselves.
  'a reset, and the budget has no control left': { answer: 'reset', control: 'budget-spent' },
  'a reset, and the control is throttled': { answer: 'reset', control: 'throttled', cause: 'unreachable' },
  'a reset, and nothing listens any more': { answer: 'reset', control: 'connection-refused', cause: 'unreachable' },
  'no connection': { answer: 'connection-refused', cause: 'unreachable' },
  'no name': { answer: 'dns', cause: 'unreachable' },
  'no way through the proxy': { answer: 'proxy', cause: 'unreachable' },
  throttled: { answer: 'throttled', cause: 'throttled' },
  'the budget is spent': { answer: 'budget-spent', cause: 'budget spent' },
  'cut short': { answer: 'aborted', cause: 'cut short' },
  'a token that died': { answer: 'token-dead', cause: 'credentials refused' },
  'no answer in time': { answer: 'answer-timeout', control: 202, stalls: 2 },
  'no answer in time, as three times before': { answer: 'answer-timeout', stalls: 3, cause: 'another clause broken' },
  'a reset, behind three without an answer': { answer: 'reset', control: 202, stalls: 3 },
};

for (const [what, { answer, control, stalls = 0, cause, lost }] of Object.entries(rows)) {
  test(`what it means: ${what}`, async () => {
    const service = new InMemoryService({ answer: () => control });
    const context = contextOn(service);
    for (let index = 0; index < stalls; index += 1) context.run.noteStall(exchangeWith('answer-timeout'));
    assert.equal(await whyUndecided(context, exchangeWith(answer)), cause);
    assert.equal(service.requests.length, control === undefined ? 0 : 1);
    assert.equal(context.run.lost?.cause, lost === undefined ? undefined : 'unreachable');
  });
}

test('patience ends with the first request that is left without an answer, and with none that is answered', () => {
  const service = new InMemoryService();
  const { run } = contextOn(service);
  for (const given of [202, 500, 'reset', 'connection-refused'] as const) run.noteStall(exchangeWith(given));
  assert.deepEqual(service.hurries, []);
  run.noteStall(exchangeWith('throttled'));
  assert.deepEqual(service.hurries, [1_000]);
  assert.equal(run.isStalling, false);
});
