/** What is booked for an answer to a request that must be accepted, by the answer and what came of it again. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type AcceptanceFacts, isWrong, judgeAcceptance } from '../../../../engine/service/judge-acceptance.js';
import type { Cause } from '../../../../verdicts/verdict.js';
import { exchangeWith, type Given } from './in-memory-service.js';

const own = 'headers/names/any-case';
const status = 'answer/success/status';
const newConversation = 'behaviour/new-conversation';
const identifier = 'answer/success/conversation-identifier';
const success = [
  status,
  'answer/success/json-object',
  ...['required', 'string', 'non-empty'].map((end) => `${identifier}/${end}`),
];

interface Row extends Partial<AcceptanceFacts> {
  readonly answer: Given;
  readonly cause?: Cause;
  readonly again?: readonly ['alone' | 'in company', Given] | 'not reproduced' | 'budget spent';
  readonly plain?: Given;
  readonly newPairs?: readonly Given[];
  readonly withinBudget?: true;
  readonly passes?: readonly string[];
  readonly skips?: readonly string[];
  /** Clause, verdict, cause or how it was confirmed, slug of the case. */
  readonly findings?: readonly string[];
}

const malformed = (body: unknown) => ({ status: 202, body });
const notPlain = `${own}: nonconformant, alone, upper-case`;

const rows: Readonly<Record<string, Row>> = {
  'accepted with 202': { answer: 202, passes: success },
  'accepted with 200': { answer: 200, passes: success },
  'a success with a status of its own': { answer: 204, findings: [`${status}: nonconformant, any-success`] },
  'a success without an identifier': {
    answer: malformed({}),
    findings: [`${identifier}/required: nonconformant, any-success`],
  },
  'a success whose identifier is a number': {
    answer: malformed({ conversationIdentifier: 5 }),
    findings: [`${identifier}/string: nonconformant, any-success`],
  },
  'a success whose identifier is empty': {
    answer: malformed({ conversationIdentifier: '' }),
    findings: [`${identifier}/non-empty: nonconformant, any-success`],
  },
  'a success that is no JSON': {
    answer: malformed('<p>fine</p>'),
    findings: ['answer/success/json-object: nonconformant, any-success'],
  },
  'refused again, a plain new pair accepted': { answer: 400, again: ['alone', 400], plain: 202, findings: [notPlain] },
  'refused again, a plain new pair answered with a broken success': {
    answer: 400,
    again: ['alone', 400],
    plain: malformed({}),
    findings: [notPlain],
  },
  'refused again, a plain new pair out of reach': {
    answer: 400,
    again: ['alone', 400],
    plain: 'connection-refused',
    findings: [notPlain],
  },
  'refused again, and so is a plain new pair': {
    answer: 400,
    again: ['alone', 400],
    plain: 400,
    findings: [`${newConversation}: nonconformant, alone, a-new-pair`],
  },
  'not answered, and neither is a plain new pair': {
    answer: 'reset',
    again: ['alone', 'reset'],
    plain: 'reset',
    findings: [`${newConversation}: nonconformant, alone, a-new-pair`],
  },
  'refused beside others only': {
    answer: 400,
    again: ['in company', 400],
    plain: 400,
    findings: [`${status}: nonconformant, in company, upper-case`],
  },
  'a plain request that finds nothing at the path': {
    answer: 404,
    blames: status,
    again: ['alone', 404],
    plain: 202,
    findings: ['operation/endpoint: nonconformant, alone, upper-case'],
  },
  'a plain request whose method is not known': {
    answer: 405,
    blames: status,
    again: ['alone', 405],
    plain: 202,
    findings: ['operation/endpoint: nonconformant, alone, upper-case'],
  },
  'another spelling that finds nothing at the path': {
    answer: 404,
    again: ['alone', 404],
    plain: 202,
    findings: [notPlain],
  },
  'refused once, and nobody else': {
    answer: 400,
    again: 'not reproduced',
    newPairs: [202, 202],
    findings: [`${own}: inconclusive, not reproduced, not again, upper-case`],
  },
  'refused once, and so is another new pair': {
    answer: 400,
    again: 'not reproduced',
    newPairs: [202, 500, 202],
    findings: [`${newConversation}: nonconformant, now and then, new-pairs`],
  },
  'refused once, and another new pair is out of reach': {
    answer: 400,
    again: 'not reproduced',
    newPairs: [202, 'budget-spent'],
    findings: [`${own}: inconclusive, not reproduced, not again, upper-case`],
  },
  'refused, and the ceiling allows no repeats': {
    answer: 400,
    again: 'budget spent',
    newPairs: [],
    findings: [`${own}: inconclusive, budget spent, upper-case`],
  },
  'refused, and a small budget allows no repeats': {
    answer: 400,
    again: 'budget spent',
    withinBudget: true,
    findings: [`${own}: inconclusive, budget spent, upper-case`],
  },
  'left out by a ceiling': {
    answer: 'budget-spent',
    cause: 'budget spent',
    findings: [`${own}: inconclusive, budget spent, upper-case`],
  },
  'left out by a small budget': {
    answer: 'budget-spent',
    cause: 'budget spent',
    withinBudget: true,
    skips: [`${own}: budget spent`],
  },
  'a token that died': {
    answer: 'token-dead',
    cause: 'credentials refused',
    findings: [`${own}: inconclusive, credentials refused, upper-case`],
  },
  'a service out of reach': {
    answer: 503,
    cause: 'unreachable',
    findings: [`${own}: inconclusive, unreachable, upper-case`],
  },
};

for (const [what, row] of Object.entries(rows)) {
  test(`a request that must be accepted: ${what}`, () => {
    const {
      answer,
      cause,
      again,
      plain,
      newPairs,
      withinBudget = false,
      passes = [],
      skips = [],
      findings = [],
      ...facts
    } = row;
    const one = { case: { slug: 'upper-case' }, label: 'upper case', blames: own, ...facts } as const;
    const evidence = {
      exchange: exchangeWith(answer, { number: 7 }),
      calls: 4,
      ...(cause === undefined ? {} : { cause }),
      ...(again === undefined ? {} : { confirmed: confirmedBy(again) }),
      ...(plain === undefined ? {} : { plain: exchangeWith(plain, { number: 9 }) }),
      ...(newPairs === undefined ? {} : { newPairs: newPairs.map((given) => exchangeWith(given, { number: 10 })) }),
    };
    const booked = judgeAcceptance(one, evidence, { withinBudget });
    assert.deepEqual(booked.passes ?? [], passes);
    assert.deepEqual(
      (booked.skips ?? []).map((skip) => `${skip.clause}: ${skip.cause}`),
      skips,
    );
    const told = (booked.findings ?? []).map(({ clause, verdict, cause: why, confirmed, case: { slug } }) =>
      [`${clause}: ${verdict}`, why, confirmed, slug].filter((part) => part !== undefined).join(', '),
    );
    assert.deepEqual(told, findings);
  });
}

function confirmedBy(again: NonNullable<Row['again']>) {
  if (typeof again === 'string') return { how: 'not again', cause: again } as const;
  const [how, given] = again;
  return { how, exchange: exchangeWith(given, { number: 8 }) };
}

test('a new pair that fails is told with the calls before it, so that it can be asked for again as late', () => {
  const one = { case: { slug: 'x' }, label: 'x', blames: own } as const;
  const failed = exchangeWith(500, { number: 8 });
  const alone = { exchange: failed, calls: 4, confirmed: { how: 'alone', exchange: failed }, plain: failed } as const;
  const pairs = [202, 500].map((given) => exchangeWith(given, { number: 9 }));
  const chance = {
    exchange: failed,
    calls: 4,
    confirmed: { how: 'not again', cause: 'not reproduced' },
    newPairs: pairs,
  } as const;
  const others = [alone, chance].map((evidence) => {
    const [finding] = judgeAcceptance(one, evidence, { withinBudget: false }).findings ?? [];
    return finding?.steps?.map((step) => step.others);
  });
  assert.deepEqual(others, [[4], [6]]);
});

test('a control of its own is told before that of a new pair', () => {
  const one = { case: { slug: 'x' }, label: 'x', blames: own, control: 3 } as const;
  const [failed, plain] = [exchangeWith(400, { number: 8 }), exchangeWith(202, { number: 9 })];
  const evidence = { exchange: failed, confirmed: { how: 'alone', exchange: failed }, plain } as const;
  const controlOf = (facts: AcceptanceFacts) =>
    judgeAcceptance(facts, evidence, { withinBudget: false }).findings?.[0]?.control;
  assert.equal(controlOf(one), 3);
  const { control: _control, ...without } = one;
  assert.equal(controlOf(without), 9);
});

const wrong: readonly (readonly [given: Given, isWrong: boolean])[] = [
  [202, false],
  [malformed({}), false],
  [400, true],
  [500, true],
  ['reset', true],
  ['answer-timeout', true],
  ['budget-spent', false],
  ['throttled', false],
  ['token-dead', false],
];

test('what decides nothing is not wrong, and neither is what was accepted', () => {
  for (const [given, expected] of wrong) assert.equal(isWrong(exchangeWith(given)), expected, JSON.stringify(given));
});
