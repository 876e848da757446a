/** A failing case is sent again alone, then in company: what that proves, and what it costs. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { confirm } from '../../../../engine/service/confirm.js';
import { exchangeWith, type Given } from './in-memory-service.js';

interface Row {
  /** What comes, the last of it from then on. */
  readonly comes: readonly Given[];
  readonly how: string;
  readonly sent: number;
}

const rows: Readonly<Record<string, Row>> = {
  'fails at once': { comes: [500], how: 'alone', sent: 1 },
  'fails at the third try': { comes: [202, 202, 500], how: 'alone', sent: 3 },
  'fails at the fourth, which goes in company': { comes: [202, 202, 202, 500, 202], how: 'in company', sent: 13 },
  'fails at the last of all': { comes: [...Array.from({ length: 12 }, () => 202), 500], how: 'in company', sent: 13 },
  'never fails again': { comes: [202], how: 'not reproduced', sent: 13 },
  'fails when it is too late': {
    comes: [...Array.from({ length: 13 }, () => 202), 500],
    how: 'not reproduced',
    sent: 13,
  },
  'cannot be sent again': { comes: ['budget-spent'], how: 'budget spent', sent: 13 },
  'can be sent again only once': { comes: [202, 'budget-spent'], how: 'budget spent', sent: 13 },
  'fails although the budget ends': { comes: [202, 500, 'budget-spent'], how: 'alone', sent: 2 },
};

for (const [what, { comes, how, sent }] of Object.entries(rows)) {
  test(`a case that ${what}`, async () => {
    let calls = 0;
    const again = () => {
      const given = comes[calls] ?? comes.at(-1) ?? 202;
      calls += 1;
      return Promise.resolve(exchangeWith(given, { number: calls }));
    };
    const confirmed = await confirm(again, ({ answer }) => answer?.status === 500);
    assert.equal(confirmed.how === 'not again' ? confirmed.cause : confirmed.how, how);
    assert.equal(calls, sent);
    if (confirmed.how !== 'not again') assert.equal(confirmed.exchange.answer?.status, 500);
  });
}
