/** A failing case is sent again alone, then in company: what that proves, and what it costs. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { confirm } from '../../../../engine/service/confirm.js';
import { exchangeWith, type Given } from './in-memory-service.js';

/** What came before, and over what kind of connection this one goes. */
type Service = (call: number, connection: 'fresh' | 'pooled') => Given;

const fails = (isWrong: (call: number, connection: 'fresh' | 'pooled') => boolean): Service => {
  return (call, connection) => (isWrong(call, connection) ? 500 : 202);
};

const rows: readonly (readonly [what: string, service: Service, how: string, sent: number])[] = [
  ['fails at once', fails(() => true), 'alone', 1],
  [
    'fails on every connection that is kept',
    fails((_, connection) => connection === 'pooled'),
    'on kept connections',
    5,
  ],
  ['fails but for the first try', fails((call) => call > 1), 'alone', 5],
  [
    'fails on kept connections now and then',
    fails((call, connection) => connection === 'pooled' && call % 2 > 0),
    'on kept connections',
    22,
  ],
  ['fails at the third try, which goes in company', fails((call) => call === 3), 'in company', 12],
  ['fails at the last of all', fails((call) => call === 12), 'in company', 12],
  ['fails in company, on whatever connection', fails((call) => call > 2), 'in company', 22],
  ['fails once alone', fails((call) => call === 2), 'in company', 13],
  ['never fails again', () => 202, 'not reproduced', 12],
  ['cannot be sent again', () => 'budget-spent', 'budget spent', 12],
  ['can be sent again only once', (call) => (call === 1 ? 202 : 'budget-spent'), 'budget spent', 12],
];

for (const [what, service, how, sent] of rows) {
  test(`a case that ${what}`, async () => {
    let calls = 0;
    const again = (connection: 'fresh' | 'pooled') => {
      calls += 1;
      return Promise.resolve(exchangeWith(service(calls, connection), { number: calls }));
    };
    const confirmed = await confirm(again, ({ answer }) => answer?.status === 500);
    assert.equal(confirmed.how === 'not again' ? confirmed.cause : confirmed.how, how);
    assert.equal(calls, sent);
    if (confirmed.how !== 'not again') assert.equal(confirmed.exchange.answer?.status, 500);
    if (confirmed.how === 'on kept connections') assert.equal(confirmed.passed.answer?.status, 202);
  });
}
