/** Whether anything can be judged at all, by what the first control on each channel gets. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { preflight } from '../../../../engine/service/preflight.js';
import { contextOn, type Given, InMemoryService } from './in-memory-service.js';

interface Row {
  /** By channel, one after the other; the last one for ever. */
  readonly answers: Readonly<Record<'one' | 'two', readonly Given[]>>;
  /** Absent where the run goes on. */
  readonly cause?: string;
  readonly says?: RegExp;
  /** What is told of the service, where it is called wrong. */
  readonly broken?: RegExp;
  /** Those that the run goes on with. */
  readonly channels?: readonly string[];
}

const page = { status: 200, body: '<!DOCTYPE html><title>Sign in</title>' } as const;
const limit = { status: 403, body: [{ errorCode: 'REQUEST_LIMIT_EXCEEDED', message: 'Too many.' }] } as const;

const rows: Readonly<Record<string, Row>> = {
  'both accepted': { answers: { one: [202], two: [200] } },
  'a success that lacks what it must carry': { answers: { one: [{ status: 202, body: {} }], two: [202] } },
  'refused: 401': { answers: { one: [401], two: [401] }, cause: 'credentials refused', says: /Check the token/ },
  'refused: 403': { answers: { one: [403], two: [403] }, cause: 'credentials refused', says: /its scope/ },
  'refused: 403 for the context': {
    answers: { one: [{ status: 403, body: { code: 10005 } }], two: [403] },
    cause: 'control refused',
    says: /Check SF_AUTHORIZATION_CONTEXT/,
  },
  'refused: 404': { answers: { one: [404], two: [404] }, cause: 'control refused', says: /Check the base URL/ },
  'refused: 404 for the channel': {
    answers: { one: [{ status: 404, body: { code: 10017 } }], two: [404] },
    cause: 'control refused',
    says: /Check CHANNEL_ADDRESS_IDENTIFIER/,
  },
  'refused: 405': { answers: { one: [405], two: [405] }, cause: 'control refused', says: /v1\/conversation/ },
  'refused: 400': { answers: { one: [400], two: [400] }, cause: 'control refused', says: /edition and layout/ },
  'the limit of the org': { answers: { one: [limit], two: [202] }, cause: 'throttled', says: /takes no more requests/ },
  'a page for signing in': { answers: { one: [page], two: [page] }, cause: 'control refused', says: /signing in/ },
  'a redirection': { answers: { one: [302], two: [202] }, cause: 'control refused', says: /a redirection/ },
  'a service in trouble': { answers: { one: [500], two: [202] }, cause: 'unreachable', says: /the service fails/ },
  'a service that was asleep': { answers: { one: [503, 'answer-timeout', 202], two: [202] } },
  'no connection': { answers: { one: ['connection-refused'], two: [202] }, cause: 'unreachable', says: /the network/ },
  'no answer': { answers: { one: ['reset'], two: [202] }, cause: 'unreachable', says: /no answer: reset/ },
  'an answer that is never complete': {
    answers: { one: ['cut-answer'], two: [202] },
    cause: 'another clause broken',
    says: /each of 3 times/,
    broken: /"one".*no answer/,
  },
  'throttled to the end': { answers: { one: ['throttled'], two: [202] }, cause: 'throttled', says: /Wait until/ },
  'a budget of nothing': { answers: { one: ['budget-spent'], two: [202] }, cause: 'budget spent', says: /be judged/ },
  'cut short': { answers: { one: [202], two: ['aborted'] }, cause: 'cut short', says: /be judged/ },
  'refused on one channel only': { answers: { one: [202], two: [404] }, broken: /"two".*404/, channels: ['one'] },
  'refused on the first channel only': { answers: { one: [400], two: [202] }, broken: /"one".*400/, channels: ['two'] },
  'refused on one channel, then without an answer': {
    answers: { one: [202], two: [400, 'reset', 'reset'] },
    channels: ['one'],
  },
  'refused on one channel by chance': { answers: { one: [202], two: [400, 202] } },
};

for (const [what, { answers, cause, says = /^$/, broken, channels = ['one', 'two'] }] of Object.entries(rows)) {
  test(`the first controls: ${what}`, async () => {
    const asked = new Map<string, number>();
    const service = new InMemoryService({
      answer: ({ pair }) => {
        const channel = pair?.channel === 'two' ? 'two' : 'one';
        const turn = asked.get(channel) ?? 0;
        asked.set(channel, turn + 1);
        return answers[channel][turn] ?? answers[channel].at(-1);
      },
    });
    const { target } = contextOn(service).options;
    const options = { target: { ...target, credentials: { ...target.credentials, channels: ['one', 'two'] } } };
    const { run } = contextOn(service, options);
    const trouble = (await preflight(run)) ?? run.lost;
    assert.equal(trouble?.cause, cause);
    assert.match(trouble?.reason ?? '', says);
    const told = run.openFindings.filter(({ verdict }) => verdict === 'nonconformant');
    assert.equal(told.length, broken === undefined ? 0 : 1);
    for (const { label, got } of told) assert.match(`${label} ${got}`, broken ?? /^$/);
    if (cause === undefined) {
      assert.deepEqual(
        run.firstControls.map(({ pair }) => pair.channel),
        channels,
      );
      assert.deepEqual(run.names.channels, channels);
    }
  });
}

test('what is undecided has its evidence: the exchange, and what to do', async () => {
  const { run } = contextOn(new InMemoryService({ answer: () => 404 }));
  const trouble = await preflight(run);
  const [finding] = run.openFindings;
  assert.equal(finding?.verdict, 'inconclusive');
  assert.equal(finding?.cause, trouble?.cause);
  assert.match(finding?.advice ?? '', /^Check the base URL/);
  assert.ok(finding?.exchange !== undefined && run.history.exchanges.has(finding.exchange));
});

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
