/**
 * What a token that dies does to a run, by the answers that come: a conforming request goes out again with a new one, a
 * refusal counts only where a live token stood behind it, and a run that has none left says so.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { TokenResult } from '../../../../endpoints/token/request-token.js';
import type { ProbeContext } from '../../../../engine/service/probe-context.js';
import { type RefusalCase, refuse } from '../../../../engine/service/refuse.js';
import { TokenKeeper } from '../../../../engine/service/token-keeper.js';
import { mapHeader } from '../../../../generators/spellings/spelling.js';
import { pairKey } from '../../../../verdicts/service/history.js';
import type { Tally } from '../../../../verdicts/service/outcome.js';
import type { WireRequest } from '../../../../wire/request.js';
import { type Call, contextOn, type Given, InMemoryService, someOptions } from './in-memory-service.js';

const firstToken = someOptions.target.credentials.accessToken;
const tokenOf = ({ fields }: WireRequest): string =>
  fields.find(([name]) => name === 'Authorization')?.[1].replace('Bearer ', '') ?? '';
const requestIdOf = ({ fields }: WireRequest): string => fields.find(([name]) => name === 'RequestId')?.[1] ?? '';

type Renewal = 'none configured' | 'works' | 'is refused' | 'is stopped';

const flow = {
  endpoint: 'https://login.invalid/token',
  consumerKey: 'key',
  subject: 'user',
  audience: 'https://login.invalid',
  privateKey: 'none',
};

function tokensFor(renewal: Renewal): TokenKeeper {
  let renewed = 1;
  const problem = (kind: 'refused' | 'stopped', message: string): TokenResult => ({
    ok: false,
    problem: { kind, message, advice: 'approve it', settings: [], passing: false },
  });
  const results: Readonly<Record<Renewal, () => TokenResult>> = {
    'none configured': () => problem('stopped', 'no flow'),
    works: () => {
      renewed += 1;
      return { ok: true, token: { value: `token-${renewed}`, warnings: [] } };
    },
    'is refused': () => problem('refused', 'the user has not approved it'),
    'is stopped': () => problem('stopped', 'the budget is spent'),
  };
  return new TokenKeeper({
    credentials: someOptions.target.credentials,
    ...(renewal === 'none configured' ? {} : { flow }),
    request: () => Promise.resolve(results[renewal]()),
  });
}

/** Takes each token so often, by its place; the last of them for ever. The status is what it says to a dead one. */
function service(lives: readonly number[], says = 401, rest: (call: Call) => Given | undefined = () => undefined) {
  const used = new Map<string, number>();
  return new InMemoryService({
    answer: (call) => {
      const token = tokenOf(call.request);
      const times = (used.get(token) ?? 0) + 1;
      used.set(token, times);
      const life = lives[[...used.keys()].indexOf(token)] ?? Number.POSITIVE_INFINITY;
      return times > life ? says : rest(call);
    },
  });
}

async function askTimes(context: ProbeContext, times: number): Promise<readonly string[]> {
  const came: string[] = [];
  for (let index = 0; index < times; index += 1) {
    const pair = context.pair(`asked-${index}`);
    const { answer, failure } = await context.send(context.conforming(pair), { accepted: pair });
    came.push(failure?.kind ?? String(answer?.status));
  }
  return came;
}

interface SendingRow {
  readonly lives: readonly number[];
  readonly says?: number;
  readonly renewal: Renewal;
  /** What three requests come to. */
  readonly came: readonly string[];
  readonly lost?: RegExp;
  /** Requests that were sent, those that find out about the token included. */
  readonly sent: number;
}

const sendingRows: Readonly<Record<string, SendingRow>> = {
  'a token that lives': { lives: [9], renewal: 'works', came: ['202', '202', '202'], sent: 3 },
  // The second request, three plain ones that find out, and the second again.
  'one that dies behind the first request': { lives: [1], renewal: 'works', came: ['202', '202', '202'], sent: 7 },
  'one that is refused with 403 from then on': {
    lives: [1],
    says: 403,
    renewal: 'works',
    came: ['202', '202', '202'],
    sent: 7,
  },
  'one that was dead when it came': { lives: [0], renewal: 'works', came: ['202', '202', '202'], sent: 4 },
  'one that dies and cannot be renewed': {
    lives: [1],
    renewal: 'none configured',
    came: ['202', 'token-dead', 'token-dead'],
    lost: /^The access token was refused from .+ UTC on, half way: .*SF_ACCESS_TOKEN/,
    sent: 6,
  },
  'one that dies and whose renewal is refused': {
    lives: [1],
    renewal: 'is refused',
    came: ['202', 'token-dead', 'token-dead'],
    lost: /no new one came: the user has not approved it: approve it\.$/,
    sent: 6,
  },
  // The budget tells of itself: the run goes on, and every request says why it tells nothing.
  'one that dies when the budget allows no renewal': {
    lives: [1],
    renewal: 'is stopped',
    came: ['202', 'token-dead', 'token-dead'],
    sent: 9,
  },
  'two that die, one after the other': { lives: [1, 1], renewal: 'works', came: ['202', '202', '202'], sent: 11 },
  'a new one that is never taken': {
    lives: [1, 0],
    renewal: 'works',
    came: ['202', 'token-dead', 'token-dead'],
    lost: /^The service refuses also the access token that was renewed/,
    sent: 10,
  },
  'none that is ever taken, and nothing to renew it with': {
    lives: [0],
    renewal: 'none configured',
    came: ['401', '401', '401'],
    sent: 3,
  },
};

for (const [what, { lives, says, renewal, came, lost, sent }] of Object.entries(sendingRows)) {
  test(`conforming requests with ${what}`, async () => {
    const target = service(lives, says);
    const context = contextOn(target, {}, { tokens: tokensFor(renewal) });
    assert.deepEqual(await askTimes(context, 3), came);
    assert.match(context.run.lost?.reason ?? 'not lost', lost ?? /^not lost$/);
    assert.equal(target.requests.length, sent);
    const ids = target.requests.map(requestIdOf);
    assert.equal(new Set(ids).size, ids.length, 'every request has a RequestId of its own');
  });
}

test('what is sent again has a RequestId of its own, and takes none from what comes behind it', async () => {
  const [living, dying] = [service([9]), service([1])];
  for (const target of [living, dying]) await askTimes(contextOn(target, {}, { tokens: tokensFor('works') }), 3);
  const sent = new Set(dying.requests.map(requestIdOf));
  for (const request of living.requests) assert.ok(sent.has(requestIdOf(request)));
});

test('one 401 among acceptances is an answer, and costs no token', async () => {
  const target = new InMemoryService({ answer: ({ number }) => (number === 2 ? 401 : undefined) });
  const context = contextOn(target, {}, { tokens: tokensFor('works') });
  assert.deepEqual(await askTimes(context, 3), ['202', '401', '202']);
  assert.equal(context.tokens.generation, 1);
});

test('calls at once with a dead token go out again with one new token, each alone', async () => {
  const target = service([1]);
  const context = contextOn(target, {}, { tokens: tokensFor('works') });
  await askTimes(context, 1);
  const pairs = [1, 2, 3, 4].map((index) => context.pair(`raced-${index}`));
  const exchanges = await context.race(pairs);
  assert.deepEqual(
    exchanges.map(({ answer }) => answer?.status),
    [202, 202, 202, 202],
  );
  assert.equal(context.tokens.generation, 2);
  for (const exchange of exchanges) assert.equal(context.run.sending.generationOf(exchange), 2);
});

interface RefusalRow {
  readonly lives: readonly number[];
  readonly renewal: Renewal;
  /** Whether the service lets one of the cases through while its token lives. */
  readonly faulty?: true;
  /** Conformant, nonconformant and inconclusive under the clause of the cases. */
  readonly tally: readonly [conformant: number, nonconformant: number, inconclusive: number];
  /** Requests that were sent, those that find out about the token included. */
  readonly sent: number;
}

/** Four cases at once and their control, behind one accepted request. */
const refusalRows: Readonly<Record<string, RefusalRow>> = {
  'a token that lives': { lives: [99], renewal: 'works', tally: [4, 0, 0], sent: 6 },
  'one that dies between the cases': { lives: [3], renewal: 'works', tally: [4, 0, 0], sent: 15 },
  'one that dies behind the cases, before the control': { lives: [5], renewal: 'works', tally: [4, 0, 0], sent: 15 },
  'one that dies and cannot be renewed': { lives: [3], renewal: 'none configured', tally: [0, 0, 4], sent: 9 },
  'one that dies, and a service that lets a case through': {
    lives: [3],
    renewal: 'works',
    faulty: true,
    tally: [3, 1, 0],
    sent: 15,
  },
  'one that lives, and a service that lets a case through': {
    lives: [99],
    renewal: 'works',
    faulty: true,
    tally: [3, 1, 0],
    sent: 7,
  },
  'tokens that never outlive a round': {
    lives: [3, 3, 3, 3, 3, 3, 3, 3],
    renewal: 'works',
    tally: [0, 0, 4],
    sent: 28,
  },
};

const clause = 'headers/org-id/length';

function caseOf(context: ProbeContext, slug: string): RefusalCase {
  const difference = { at: { in: 'header', name: 'OrgId' }, control: 'whole', case: slug } as const;
  const make = () => mapHeader(context.conforming(context.pair('violated')), 'OrgId', () => slug);
  return { clause, case: { slug }, label: slug, difference, make };
}

function tallyOf({ ledger }: ProbeContext): Partial<Tally> {
  const probe = { clause, title: '', run: () => Promise.resolve() } as const;
  return ledger.outcome({ name: '', probes: [] }, probe, 0, 0).tallies[clause] ?? {};
}

for (const [what, { lives, renewal, faulty, tally, sent }] of Object.entries(refusalRows)) {
  test(`violations with ${what}`, async () => {
    const target = service(lives, 401, ({ pair, request }) =>
      faulty === true && pair === undefined && request.fields.some(([, value]) => value === 'b') ? 202 : undefined,
    );
    const context = contextOn(target, {}, { tokens: tokensFor(renewal) });
    await askTimes(context, 1);
    await refuse(
      context,
      context.pair('violated'),
      ['a', 'b', 'c', 'd'].map((slug) => caseOf(context, slug)),
    );
    const { conformant = 0, nonconformant = 0, inconclusive = 0 } = tallyOf(context);
    assert.deepEqual([conformant, nonconformant, inconclusive], tally);
    assert.equal(target.requests.length, sent);
  });
}

test('a control is shared where a level saves, and each has its own where it does not', async () => {
  for (const [level, controls] of [
    ['smoke', 1],
    ['standard', 2],
  ] as const) {
    const target = new InMemoryService();
    const context = contextOn(target, { level });
    for (const name of ['one', 'two']) {
      const control = await refuse(context, context.pair(name), [caseOf(context, 'x')]);
      assert.ok(control.through);
    }
    assert.equal(target.requests.length, 2 + controls, level);
  }
});

test('a 401 behind a shared control needs a control behind it, and is not sent again', async () => {
  const target = new InMemoryService({ answer: ({ pair }) => (pair === undefined ? 401 : undefined) });
  const context = contextOn(target, { level: 'smoke' });
  for (const name of ['one', 'two']) await refuse(context, context.pair(name), [caseOf(context, 'x')]);
  assert.equal(target.requests.length, 4);
  assert.equal(tallyOf(context).conformant, 2);
});

test('a shared control that was refused is asked for again', async () => {
  const target = new InMemoryService({ answer: ({ number }) => (number === 2 ? 'budget-spent' : undefined) });
  const context = contextOn(target, { level: 'smoke' });
  const through: boolean[] = [];
  for (const name of ['one', 'two', 'three']) {
    through.push((await refuse(context, context.pair(name), [caseOf(context, 'x')])).through);
  }
  assert.deepEqual(through, [false, true, true]);
  const pairs = new Set(context.history.knownPairs().map(pairKey));
  assert.equal(pairs.size, 1);
});

test('a token that the run began with is asked for by nobody', () => {
  const { credentials, generation } = tokensFor('none configured');
  assert.deepEqual([credentials.accessToken, generation], [firstToken, 1]);
});

test('a token that is refused on a kept connection alone is not dead', async () => {
  // In memory a fresh connection is the second one.
  const kept = new InMemoryService({
    answer: ({ number, connection }) => (number > 3 && connection === 1 ? 401 : undefined),
  });
  const context = contextOn(kept);
  assert.deepEqual(await askTimes(context, 6), ['202', '202', '202', '401', '401', '401']);
  assert.equal(context.run.lost, undefined);
});
