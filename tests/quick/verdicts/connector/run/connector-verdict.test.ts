/** What is broken is red; what sent nothing, failed or was not judged is never green. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ClauseResult } from '../../../../../schemas/record/run-record.js';
import { type ConnectorEnding, connectorVerdict } from '../../../../../verdicts/connector/run/connector-verdict.js';

const clause = (id: string, verdict: ClauseResult['verdict']): ClauseResult => ({
  id,
  place: 'p',
  owes: 'both',
  sureness: 'stated',
  statement: 's',
  verdict,
  cases: { conformant: 0, nonconformant: 0, inconclusive: 0, observed: 0 },
});

const green: ConnectorEnding = {
  conversationRequests: 2,
  established: 1,
  siblingRequests: 0,
  clauses: [clause('a', 'conformant'), clause('b', 'not exercised')],
  scenarios: [],
  cutShort: false,
  nothingCame: 'The command sent no request.',
  requests: 2,
};

const scenario = {
  id: 'slow',
  title: 't',
  summary: 's',
  robust: 'r',
  verdict: 'inconclusive',
  reason: 'Never met.',
  requests: 0,
  staged: 0,
} as const;

const rows: readonly (readonly [name: string, change: Partial<ConnectorEnding>, exitCode: number, reason: RegExp])[] = [
  ['all kept', {}, 0, /^2 requests judged, 1 clause exercised, none broken\.$/],
  ['one broken', { clauses: [clause('a', 'nonconformant')], commandTrouble: 'x' }, 1, /1 clause broken: a/],
  ['no request', { requests: 0, conversationRequests: 0 }, 3, /^The command sent no request\.$/],
  ['only siblings', { conversationRequests: 0, siblingRequests: 2 }, 3, /only 2 calls of operations around it/],
  ['every request refused', { established: 0 }, 3, /^No conversation was established: 2 requests .* none was answered/],
  ['refused for what is broken', { established: 0, clauses: [clause('a', 'nonconformant')] }, 1, /1 clause broken: a/],
  ['a failed command', { commandTrouble: 'the command ended with exit code 4' }, 3, /right, but the command ended/],
  [
    'a failed command whose calls were refused',
    { commandTrouble: 'the command ended with exit code 4', refused: '1, the first in exchange 3: 404' },
    3,
    /^No clause is broken, but calls .* were refused: 1, the first in exchange 3: 404\. The command ended with exit code 4\.$/,
  ],
  [
    'a failed command, every request refused',
    {
      commandTrouble: 'the command ended with exit code 4',
      established: 0,
      refused: '2, the first in exchange 1: 401',
    },
    3,
    /^No conversation was established: .* Refused were 2, the first in exchange 1: 401\. The command ended with/,
  ],
  [
    'a failed command that got no token',
    {
      commandTrouble: 'the command ended with exit code 4',
      conversationRequests: 0,
      tokenRefused: '1, the first: 400',
    },
    3,
    /^No request .* came\. The token endpoint refused 1, the first: 400\. The command ended with exit code 4\.$/,
  ],
  ['cut short before anything was established', { cutShort: true, established: 0 }, 3, /stopped before its end/],
  ['cut short', { cutShort: true }, 3, /stopped before its end/],
  ['a scenario not met', { scenarios: [scenario] }, 3, /1 scenario could not be judged: slow\. Never met\./],
  ['an undecided clause', { clauses: [clause('a', 'conformant'), clause('c', 'inconclusive')] }, 3, /not be judged: c/],
  ['nothing exercised', { clauses: [clause('a', 'not exercised')] }, 3, /no clause could be judged/],
];

for (const [name, change, exitCode, reason] of rows) {
  test(`${name}: exit code ${exitCode}`, () => {
    const found = connectorVerdict({ ...green, ...change });
    assert.equal(found.exitCode, exitCode);
    assert.match(found.reason, reason);
  });
}

test('a refusal that a broken clause explains is no trouble beside it, so that a waiver can cover it', () => {
  const clauses = [clause('a', 'nonconformant'), clause('b', 'conformant')];
  assert.equal(connectorVerdict({ ...green, established: 0, clauses }).trouble, undefined);
});

test('what could not be judged is written down beside what is broken', () => {
  const found = connectorVerdict({ ...green, clauses: [clause('a', 'nonconformant')], commandTrouble: 'it failed' });
  assert.equal(found.verdict, 'nonconformant');
  assert.equal(found.trouble?.cause, 'command failed');
});
