/**
 * An edition is data: one that shares the JSON codec and adds an optional member with a rule is generated, violated, sent,
 * mocked, judged in both directions and told in a report, and nothing but data says so.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { extendMock } from '../../../endpoints/mock/extension.js';
import { conformingMessage } from '../../../generators/basis.js';
import { violationsOf } from '../../../generators/violations/catalogue.js';
import { renderSummary } from '../../../reports/summary.js';
import { clausesOf, isClauseId } from '../../../schemas/clauses/clauses.js';
import { extendContract } from '../../../schemas/contract.js';
import { isEditionId } from '../../../schemas/editions/editions.js';
import { layoutsOf } from '../../../schemas/operations/operations.js';
import { validateRequest } from '../../../schemas/validation/validate-request.js';
import { judgeRequest } from '../../../verdicts/connector/judge-request.js';
import { runAgainstMock } from '../end-to-end/run-against.js';
import { plainBasisIn } from '../generators/some-basis.js';
import { jsonContract, requestWith } from '../verdicts/connector/some-contract.js';
import { edition66, mockOf66 } from './extension.js';

const edition: string = '66.0';
const clause = 'body/locale/string';
const basis = { ...plainBasisIn('json'), edition };
let takeBack: readonly (() => void)[] = [];

before(() => {
  takeBack = [extendContract(edition66)];
});
after(() => {
  for (const undo of takeBack) undo();
  assert.ok(!isEditionId(edition) && !isClauseId(clause));
});

test('it is known, takes the layout of the edition before it, and holds all of its clauses and one more', () => {
  assert.ok(isEditionId(edition));
  assert.deepEqual(layoutsOf(edition), ['json']);
  const ids = (of: string) => clausesOf(of).map(({ id }) => String(id));
  assert.deepEqual(
    ids(edition).filter((id) => !ids('65.0').includes(id)),
    [clause],
  );
});

test('its plain request conforms, and each violation of the new rule breaks that and nothing else', () => {
  assert.deepEqual(validateRequest(conformingMessage(basis), basis), []);
  const violations = violationsOf(basis).filter((one) => String(one.clause) === clause);
  assert.ok(violations.some(({ slug }) => slug === 'empty') && violations.length > 3);
});

const body = (locale: unknown): string =>
  JSON.stringify({
    channelAddressIdentifier: jsonContract.channels[0],
    participants: [{ subject: 'ann', role: 'EndUser', appType: 'custom' }],
    locale,
  });

test('a connector that breaks the rule is told so, and one that keeps it or leaves the member out is not', () => {
  const judged = (locale: unknown) =>
    judgeRequest(requestWith({ 'Content-Type': 'application/json' }, body(locale)), { ...jsonContract, edition }).map(
      (finding) => String(finding.clause),
    );
  assert.deepEqual([judged('en-GB'), judged(undefined), judged(7), judged('')], [[], [], [clause], [clause]]);
});

test('a service that keeps the rule is green, one that does not is red with this clause alone, and the report tells it', async () => {
  const told = (record: Awaited<ReturnType<typeof runAgainstMock>>) =>
    record.clauses.filter(({ verdict }) => verdict === 'nonconformant').map(({ id }) => id);
  // The type names what is published; the check that follows holds for what an extension adds as well.
  if (!isEditionId(edition)) throw new Error(`${edition} is not in force`);
  const options = { edition, layout: 'json', only: ['body'] } as const;
  // The mock of the published contract knows nothing of the rule: a service that is one edition behind.
  const behind = await runAgainstMock({ edition }, options);
  assert.deepEqual(told(behind), [clause]);
  assert.match(renderSummary(behind), /body\/locale\/string/);
  const undo = extendMock(mockOf66);
  try {
    const right = await runAgainstMock({ edition }, options);
    assert.deepEqual(told(right), []);
    assert.equal(right.clauses.find(({ id }) => id === clause)?.verdict, 'conformant');
  } finally {
    undo();
  }
});
