/**
 * Proves that a run does no more than it said: the ceiling holds to the request as the service counts them, what stays
 * behind is listed, subjects tell whose they are, and with reused subjects a second run leaves nothing more behind.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createMock, type MockOptions } from '../../../endpoints/mock/mock.js';
import type { RunOptions } from '../../../engine/service/run-options.js';
import { packCarriers } from '../../../generators/identities/relations/carriers.js';
import { selectRelations, standardBudget } from '../../../generators/identities/relations/select.js';
import { runPrefix } from '../../../generators/run-prefix.js';
import { validateRecord } from '../../../reports/validate-record.js';
import { ManualClock } from '../../../tools/manual-clock.js';
import { recordingProxy } from './recording-proxy.js';
import { clausesWith, runAgainst, sharedKeys } from './run-against.js';

const ceilings: readonly (readonly [
  what: string,
  mock: Pick<MockOptions, 'faults' | 'variant'>,
  maxRequests: number,
])[] = [
  ['a conformant service', {}, 137],
  [
    'a service whose failures are confirmed and shrunk',
    { faults: ['org-id/accepts-18', 'subject/refuses-emoji'] },
    200,
  ],
  ['a service that loses races', { faults: ['same-pair/race-of-2-ms'] }, 400],
  ['a service that answers 429 now and then', { variant: 'throttling/429-at-once' }, 150],
];

for (const [what, options, maxRequests] of ceilings) {
  test(`the ceiling holds to the request against ${what}`, async (t) => {
    const mock = await createMock({ keys: await sharedKeys(), ...options });
    const service = await mock.listen();
    t.after(() => service.close());
    const proxy = await recordingProxy(t, service.baseUrl);
    const record = await runAgainst(proxy.baseUrl, mock.credentials, { maxRequests, seed: 3 });
    // What the record counts is what came; a budget that is laid out beforehand may end a little below its ceiling.
    assert.equal(proxy.messages.length, record.requests);
    assert.ok(record.requests <= maxRequests, `${record.requests} requests`);
    assert.ok(record.requests > maxRequests / 2, `${record.requests} requests`);
    if (options.variant !== undefined) assert.ok(record.throttled.count > 0);
  });
}

test('the rate holds: by the clock of the run so many requests take so long', async () => {
  const clock = new ManualClock();
  const mock = await createMock({ keys: await sharedKeys() });
  const { baseUrl, close } = await mock.listen();
  const record = await runAgainst(baseUrl, mock.credentials, { only: ['headers/org-id'], rate: 10, clock });
  await close();
  assert.ok(record.requests > 20, `${record.requests} requests`);
  assert.ok(
    Math.abs(clock.now() - 100 * (record.requests - 1)) <= 100,
    `${record.requests} requests in ${clock.now()} ms`,
  );
});

test('what stays behind is listed, and all but a few subjects carry the prefix of the run', async () => {
  const mock = await createMock({ keys: await sharedKeys(), faults: ['role/accepts-agent'] });
  const { baseUrl, close } = await mock.listen();
  const record = await runAgainst(baseUrl, mock.credentials, { seed: 5 });
  await close();
  const { conversations } = record;
  assert.ok(conversations !== undefined);
  assert.ok(validateRecord(JSON.parse(JSON.stringify(record))).ok);
  assert.deepEqual(conversations.prefixes, [runPrefix(5, false)]);
  assert.equal(conversations.list.length, conversations.total);
  assert.ok(conversations.total >= record.identities.pairs, `${conversations.total} of ${record.identities.pairs}`);
  assert.ok(conversations.list.every(({ channel, identifier }) => channel !== undefined && identifier !== undefined));
  const bare = conversations.list.filter(({ withoutPrefix }) => withoutPrefix === true).map(({ subject }) => subject);
  assert.equal(bare.length, conversations.withoutPrefix);
  // One character, one blank, the shortest length, numbers, and phone numbers that nobody has.
  const exception = /^(?:.|by|["']?[-+ 0]{0,3}(?:0x)?[\dA-F,_.٠-٩０-９]+(?:e\+?\d+)?[. ]?["']?)$/iu;
  const phone = /^(?:tel:|whatsapp:|%2B)?[ +]?(?:00)?44[\d() -]{9,16}(?:x1)?$/;
  // Relations of whole subjects, such as writings of a GUID or of a date: a prefix would hide what they show.
  const carriers = packCarriers(selectRelations(standardBudget), (name) => runPrefix(5, false) + name);
  const related = new Set(carriers.flatMap(({ base, variants }) => [base, ...variants.map(({ subject }) => subject)]));
  const others = bare.filter(
    (subject = '') => !exception.test(subject) && !phone.test(subject) && !related.has(subject),
  );
  assert.deepEqual(others, []);
  assert.ok(bare.length < conversations.total / 4, `${bare.length} of ${conversations.total} without prefix`);
});

const economy: readonly (readonly [what: string, options: Pick<RunOptions, 'level' | 'only'>])[] = [
  ['at level smoke', { level: 'smoke', only: [] }],
  ['at level standard, of some clauses', { level: 'standard', only: ['behaviour', 'body/participants/subject'] }],
];

for (const [what, options] of economy) {
  test(`with reused subjects a second run with another seed leaves no more behind, ${what}`, async () => {
    const mock = await createMock({ keys: await sharedKeys(), faults: [] });
    const { baseUrl, close } = await mock.listen();
    const run = (seed: number) => runAgainst(baseUrl, mock.credentials, { ...options, seed, reuseSubjects: true });
    const first = await run(1);
    const second = await run(2);
    await close();
    const keys = (record: typeof first) => record.conversations?.list.map((one) => JSON.stringify(one)).sort();
    assert.ok((first.conversations?.total ?? 0) > 20);
    assert.deepEqual(keys(second), keys(first));
    for (const record of [first, second]) {
      assert.equal(record.verdict, 'conformant', record.reason);
      const unexercised = record.clauses.filter(({ cause }) => cause === '--reuse-subjects').map(({ id }) => id);
      assert.deepEqual(unexercised.sort(), ['behaviour/new-conversation', 'behaviour/same-pair/at-once']);
      assert.match(record.warnings[0] ?? '', /^With --reuse-subjects .* Not exercised: new conversations/);
    }
  });
}

test('with reused subjects a fault is still found, and told', async () => {
  const mock = await createMock({ keys: await sharedKeys(), faults: ['merged-subjects/case'] });
  const { baseUrl, close } = await mock.listen();
  const records = [];
  const only = ['behaviour/different-pair'];
  for (const seed of [1, 2]) {
    records.push(await runAgainst(baseUrl, mock.credentials, { seed, only, reuseSubjects: true }));
  }
  await close();
  for (const record of records) {
    assert.ok(clausesWith(record, 'nonconformant').includes('behaviour/different-pair/subject'), record.reason);
  }
});
