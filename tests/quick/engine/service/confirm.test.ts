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
  ['fails on kept connections', fails((_, connection) => connection === 'pooled'), 'on kept connections', 11],
  ['fails on most that are kept', fails((call, on) => on === 'pooled' && call % 3 > 0), 'on kept connections', 11],
  ['fails but for the first try', fails((call) => call > 1), 'alone', 11],
  ['fails every other time', fails((call) => call % 2 === 0), 'alone', 11],
  ['fails once alone', fails((call) => call === 3), 'alone', 7],
  ['fails at the fourth try, which goes in company', fails((call) => call === 4), 'in company', 13],
  ['fails at the last of all', fails((call) => call === 13), 'in company', 13],
  ['fails in company on kept ones', fails((call, on) => on === 'pooled' && call > 3), 'on kept connections', 23],
  ['fails in company, on whatever connection', fails((call) => call > 3), 'in company', 23],
  ['never fails again', () => 202, 'not reproduced', 13],
  ['cannot be sent again', () => 'budget-spent', 'budget spent', 13],
  ['can be sent again only once', (call) => (call === 1 ? 202 : 'budget-spent'), 'budget spent', 13],
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
