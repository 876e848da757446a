/** What fails as three others of its clause did is not sent again, and counts all the same; what is new is looked into. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { refuses } from '../../../../engine/service/probes/refuses.js';
import { contextOn, type Given, InMemoryService } from './in-memory-service.js';

const clause = 'headers/org-id/characters';

async function judged(answer: (orgId: string) => Given | undefined) {
  const service = new InMemoryService({
    answer: ({ request }) => answer(request.fields.find(([name]) => name === 'OrgId')?.[1] ?? ''),
  });
  const context = contextOn(service);
  const probe = refuses(clause);
  await probe.run(context);
  const { findings, tallies } = context.ledger.outcome({ name: 'A place', probes: [] }, probe, 0, 0);
  const own = findings.filter((one) => one.clause === clause);
  return { own, tally: tallies[clause], requests: service.requests.length };
}

const isWrong = (orgId: string): boolean => !/^[A-Za-z0-9]{15}$/.test(orgId);
const error = (name: string): Given => ({ status: 500, body: { [name]: 'x' } });

test('every case counts, and from the fourth on none is sent again', async () => {
  const { own, tally } = await judged((orgId) => (isWrong(orgId) ? error('message') : undefined));
  const again = own.map(({ confirmed }) => confirmed);
  assert.equal(tally?.nonconformant, own.length);
  assert.ok(own.length > 4, `${own.length} cases`);
  assert.deepEqual(again.slice(0, 3), ['alone', 'alone', 'alone']);
  assert.ok(
    again.slice(3).every((how) => how === undefined),
    again.join(),
  );
});

test('an answer of another shape is looked into', async () => {
  const { own } = await judged((orgId) =>
    isWrong(orgId) ? error(orgId.includes('*') ? 'other' : 'message') : undefined,
  );
  assert.equal(own.find(({ label }) => label.includes('asterisk'))?.confirmed, 'alone');
});

test('what fails by chance is no failure that came again', async () => {
  let calls = 0;
  const { own } = await judged((orgId) => {
    if (!isWrong(orgId)) return undefined;
    calls += 1;
    // Only the first round, which holds each case once.
    return calls <= 8 ? error('message') : 400;
  });
  assert.deepEqual(new Set(own.map(({ verdict }) => verdict)), new Set(['inconclusive']));
});

test('what gets no answer is sent again each time', async () => {
  const { own } = await judged((orgId) => (isWrong(orgId) ? 'reset' : undefined));
  assert.ok(own.every(({ confirmed }) => confirmed === 'alone'));
});
