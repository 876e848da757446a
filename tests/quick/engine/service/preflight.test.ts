/** Whether anything can be judged at all, by what the first control on each channel gets. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { preflight } from '../../../../engine/service/preflight.js';
import { contextOn, type Given, InMemoryService } from './in-memory-service.js';

interface Row {
  /** By channel. */
  readonly answers: readonly [Given, Given];
  /** Absent where the run goes on. */
  readonly cause?: string;
  readonly says?: RegExp;
  /** First controls that were sent. */
  readonly sent?: number;
}

const rows: Readonly<Record<string, Row>> = {
  'both accepted': { answers: [202, 200] },
  'a success that lacks what it must carry': { answers: [{ status: 202, body: {} }, 202] },
  'refused: 401': { answers: [401, 202], cause: 'credentials refused', says: /check the token/, sent: 1 },
  'refused: 403': { answers: [403, 202], cause: 'credentials refused', says: /its scope/, sent: 1 },
  'refused: 404': { answers: [404, 202], cause: 'control refused', says: /check the base URL/, sent: 1 },
  'refused: 405': { answers: [405, 202], cause: 'control refused', says: /v1\/conversation/, sent: 1 },
  'refused: 400': { answers: [400, 202], cause: 'control refused', says: /edition and layout/, sent: 1 },
  'refused on the second channel only': { answers: [202, 400], cause: 'control refused', says: /"channel-two"/ },
  'a redirection': { answers: [302, 202], cause: 'control refused', says: /a redirection/, sent: 1 },
  'a service in trouble': { answers: [500, 202], cause: 'unreachable', says: /the service is in trouble/, sent: 1 },
  'no connection': {
    answers: ['connection-refused', 202],
    cause: 'unreachable',
    says: /Nothing could be judged/,
    sent: 1,
  },
  'no answer': { answers: ['reset', 202], cause: 'unreachable', says: /no answer: reset/, sent: 1 },
  'throttled to the end': { answers: ['throttled', 202], cause: 'throttled', says: /could be judged/, sent: 1 },
  'a budget of nothing': { answers: ['budget-spent', 202], cause: 'budget spent', says: /could be judged/, sent: 1 },
  'cut short': { answers: [202, 'aborted'], cause: 'cut short', says: /could be judged/ },
};

for (const [what, { answers, cause, says = /^$/, sent = 2 }] of Object.entries(rows)) {
  test(`the first controls: ${what}`, async () => {
    const { run } = contextOn(new InMemoryService({ answer: ({ number }) => answers[number - 1] }));
    const trouble = await preflight(run);
    assert.equal(trouble?.cause, cause);
    assert.match(trouble?.reason ?? '', says);
    assert.equal(run.firstControls.length, sent);
    assert.equal(run.lost, undefined);
  });
}

test('within a budget two channels must do', async () => {
  const channels = ['one', 'two', 'three'];
  for (const [withinBudget, asked] of [
    [true, 2],
    [false, 3],
  ] as const) {
    const service = new InMemoryService();
    const { target } = contextOn(service).options;
    const options = { target: { ...target, credentials: { ...target.credentials, channels } } };
    assert.equal(await preflight(contextOn(service, options, { withinBudget }).run), undefined);
    assert.equal(service.requests.length, asked);
  }
});
