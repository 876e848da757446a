/** What is booked for an answer to a request that must be refused, by the answer, the control and what came of it again. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Confirmation } from '../../../../engine/service/confirm.js';
import {
  isProven,
  judgeOpenRefusal,
  judgeRefusal,
  judgeUnproven,
  type RefusalFacts,
  type TokenState,
} from '../../../../engine/service/judge-refusal.js';
import type { Booked } from '../../../../engine/service/ledger.js';
import { classify } from '../../../../verdicts/service/classify.js';
import type { Cause } from '../../../../verdicts/verdict.js';
import { exchangeWith, type Given } from './in-memory-service.js';

const own = 'headers/org-id/length';
const one: RefusalFacts = {
  clause: own,
  case: { slug: 'the-18-character-form' },
  label: 'the 18-character form',
  difference: { at: { in: 'header', name: 'OrgId' }, control: '15', case: '18' },
};

const status = 'answer/refusal/status';
const clean = ['answer/refusal/no-identifier', 'answer/refusal/no-token', 'answer/refusal/no-stack-trace'] as const;

/** Gist of what is booked: `clause: verdict, cause or how it was confirmed`. */
function gistOf({ passes = [], skips = [], findings = [] }: Booked): readonly string[] {
  return [
    ...passes.map((clause) => `${clause}: pass`),
    ...skips.map(({ clause, cause }) => `${clause}: skip, ${cause}`),
    ...findings.map(({ clause, verdict, cause, confirmed }) =>
      [
        `${clause}: ${verdict}`,
        ...(cause === undefined ? [] : [cause]),
        ...(confirmed === undefined ? [] : [confirmed]),
      ].join(', '),
    ),
  ];
}

const passed = (...clauses: readonly string[]): readonly string[] => clauses.map((clause) => `${clause}: pass`);

interface Row {
  readonly answer: Given;
  /** Accepted when it is left out. */
  readonly control?: Given;
  readonly cause?: Cause;
  readonly again?: readonly ['alone' | 'in company', Given] | 'not reproduced' | 'budget spent';
  readonly withinBudget?: true;
  /** A service may take it. */
  readonly may?: true;
  /** What the body of the request held. */
  readonly sent?: string;
  readonly books: readonly string[];
}

const leak = (clause: string): string => `answer/refusal/${clause}: nonconformant`;
const trace = 'Traceback (most recent call last)\n  File "a.py", line 1, in x';
const markup = '<byoc-probe onload=x>';
const html = [['Content-Type', 'text/html']] as const;
const broken = { status: 200, body: {} };

const rows: Readonly<Record<string, Row>> = {
  'a refusal beside an accepted control': { answer: 400, books: passed(...clean, status, own) },
  'the lowest and the highest refusal': { answer: 499, books: passed(...clean, status, own) },
  'a refusal beside a control with a broken body': {
    answer: 403,
    control: broken,
    books: passed(...clean, status, own),
  },
  'an acceptance of what may be taken': {
    answer: 202,
    may: true,
    books: [...passed(own), `${own}: observed`],
  },
  'a refusal of what may be taken': { answer: 400, may: true, books: passed(...clean, status, own) },
  'a breakdown over what may be taken': {
    answer: 500,
    may: true,
    again: ['alone', 500],
    books: [`${own}: nonconformant, alone`],
  },
  'a refusal beside a refused control': {
    answer: 400,
    control: 400,
    books: [...passed(...clean, status), `${own}: inconclusive, control refused`],
  },
  'a refusal beside a control in trouble': {
    answer: 400,
    control: 503,
    books: [...passed(...clean, status), `${own}: inconclusive, control refused`],
  },
  'a refusal beside a control out of reach': {
    answer: 400,
    control: 'connection-refused',
    books: [...passed(...clean, status), `${own}: inconclusive, unreachable`],
  },
  'a refusal beside a control whose token died': {
    answer: 401,
    control: 'token-dead',
    books: [...passed(...clean, status), `${own}: inconclusive, credentials refused`],
  },
  'a refusal beside a control that a ceiling left out': {
    answer: 400,
    control: 'budget-spent',
    books: [...passed(...clean, status), `${own}: inconclusive, budget spent`],
  },
  'a refusal beside a control that a small budget left out': {
    answer: 400,
    control: 'budget-spent',
    withinBudget: true,
    books: [...passed(...clean, status), `${own}: skip, budget spent`],
  },
  'an identifier in a refusal': {
    answer: { status: 400, body: { conversationIdentifier: 'c' } },
    books: [...passed(...clean.slice(1), status, own), leak('no-identifier')],
  },
  'the token in a refusal, beside a refused control': {
    answer: { status: 400, body: { message: 'Bearer secret' } },
    control: 400,
    books: [
      ...passed('answer/refusal/no-identifier', 'answer/refusal/no-stack-trace', status),
      leak('no-token'),
      `${own}: inconclusive, control refused`,
    ],
  },
  'a stack trace in a refusal': {
    answer: { status: 400, body: trace },
    books: [...passed(...clean.slice(0, 2), status, own), leak('no-stack-trace')],
  },
  'markup in an HTML refusal': {
    answer: { status: 400, body: `<p>${markup}</p>`, fields: html },
    sent: markup,
    books: [...passed(...clean, status, own), leak('no-markup')],
  },
  'markup escaped in an HTML refusal': {
    answer: { status: 400, body: '&lt;byoc-probe onload=x&gt;', fields: html },
    sent: markup,
    books: passed(...clean, 'answer/refusal/no-markup', status, own),
  },
  'markup in a JSON refusal': {
    answer: { status: 400, body: { message: markup }, fields: [['Content-Type', 'application/json']] },
    sent: markup,
    books: passed(...clean, 'answer/refusal/no-markup', status, own),
  },
  'an acceptance that comes again': {
    answer: 202,
    again: ['alone', 202],
    books: [`${own}: nonconformant, alone`],
  },
  'an acceptance, whatever the control says': {
    answer: 202,
    control: 503,
    again: ['alone', 202],
    books: [`${own}: nonconformant, alone`],
  },
  'an acceptance beside others only': {
    answer: 202,
    again: ['in company', 202],
    books: [`${own}: nonconformant, in company`],
  },
  'a success that is broken': {
    answer: broken,
    again: ['alone', broken],
    books: [`${own}: nonconformant, alone`, `${status}: nonconformant, alone`],
  },
  'a 500': {
    answer: 500,
    again: ['alone', 500],
    books: [`${own}: nonconformant, alone`, `${status}: nonconformant, alone`],
  },
  'a redirection': {
    answer: 302,
    again: ['alone', 302],
    books: [`${own}: nonconformant, alone`, `${status}: nonconformant, alone`],
  },
  'a 408, which is no refusal': {
    answer: 408,
    again: ['alone', 408],
    books: [`${own}: nonconformant, alone`, `${status}: nonconformant, alone`],
  },
  'a 429, which is no refusal': {
    answer: 429,
    again: ['alone', 429],
    books: [`${own}: nonconformant, alone`, `${status}: nonconformant, alone`],
  },
  'no answer': {
    answer: 'reset',
    again: ['alone', 'reset'],
    books: [`${own}: nonconformant, alone`, `${status}: nonconformant, alone`],
  },
  'a 500 that is an acceptance when it is asked for again': {
    answer: 500,
    again: ['alone', 202],
    books: [`${own}: nonconformant, alone`],
  },
  'an acceptance that does not come again': {
    answer: 202,
    again: 'not reproduced',
    books: [`${own}: inconclusive, not reproduced, not again`],
  },
  'an acceptance that cannot be asked for again': {
    answer: 202,
    again: 'budget spent',
    books: [`${own}: inconclusive, budget spent`],
  },
  'an acceptance that a small budget cannot ask for again': {
    answer: 202,
    again: 'budget spent',
    withinBudget: true,
    books: [`${own}: inconclusive, budget spent`],
  },
  'a request that a ceiling left out': {
    answer: 'budget-spent',
    cause: 'budget spent',
    books: [`${own}: inconclusive, budget spent`],
  },
  'a request that a small budget left out': {
    answer: 'budget-spent',
    cause: 'budget spent',
    withinBudget: true,
    books: [`${own}: skip, budget spent`],
  },
  'a service out of reach': { answer: 500, cause: 'unreachable', books: [`${own}: inconclusive, unreachable`] },
  'one more without an answer': {
    answer: 'answer-timeout',
    cause: 'another clause broken',
    books: [`${own}: inconclusive, another clause broken`],
  },
};

for (const [
  what,
  { answer, control = 202, cause, again, withinBudget = false, may, books, sent = '' },
] of Object.entries(rows)) {
  test(`a request that must be refused: ${what}`, () => {
    const evidence = {
      exchange: exchangeWith(answer, { number: 7, body: Buffer.from(sent) }),
      control: controlWith(control),
      ...(cause === undefined ? {} : { cause }),
      ...(again === undefined ? {} : { confirmed: confirmedBy(again) }),
    };
    const run = { withinBudget, carriesToken: (text: string) => text.includes('secret') };
    const facts = may === undefined ? one : { ...one, mayBeTaken: may };
    const booked = judgeRefusal(facts, evidence, run);
    assert.deepEqual(gistOf(booked).toSorted(), books.toSorted());
    for (const finding of booked.findings ?? []) {
      assert.equal(finding.control, 9);
      assert.equal(finding.exchange, finding.confirmed === undefined || finding.confirmed === 'not again' ? 7 : 8);
    }
  });
}

/** Of what a service may take or refuse, what a refusal gives away counts and nothing else. */
const openRows: Readonly<Record<string, Pick<Row, 'answer' | 'books'>>> = {
  'it is taken': { answer: 202, books: [] },
  'the service breaks down': { answer: 500, books: [] },
  'no answer comes': { answer: 'reset', books: [] },
  'it is refused': { answer: 404, books: passed(...clean, 'answer/refusal/no-markup') },
  'the refusal repeats it': {
    answer: { status: 404, body: `<p>${markup}</p>`, fields: html },
    books: [...passed(...clean), leak('no-markup')],
  },
};

for (const [what, { answer, books }] of Object.entries(openRows)) {
  test(`a request that may be refused: ${what}`, () => {
    const exchange = exchangeWith(answer, { number: 7, body: Buffer.from(markup) });
    const booked = judgeOpenRefusal(one, exchange, { withinBudget: false, carriesToken: () => false });
    assert.deepEqual(gistOf(booked).toSorted(), books.toSorted());
  });
}

function controlWith(given: Given, startedMs = 20) {
  const exchange = exchangeWith(given, { number: 9, startedMs });
  const { kind } = classify(exchange);
  return { exchange, through: kind === 'accepted' || kind === 'malformed success' };
}

function confirmedBy(again: NonNullable<Row['again']>): Confirmation {
  if (typeof again === 'string') return { how: 'not again', cause: again };
  const [how, given] = again;
  return { how, exchange: exchangeWith(given, { number: 8 }) };
}

test('a wrong answer is told by its own case beside that of the violation', () => {
  const tell = (given: Given): readonly string[] => {
    const evidence = {
      exchange: exchangeWith(given),
      control: controlWith(202),
      confirmed: confirmedBy(['in company', given]),
    };
    const { findings = [] } = judgeRefusal(one, evidence, { withinBudget: false, carriesToken: () => false });
    return findings.map(({ case: told, got }) => `${told.slug}: ${got}`);
  };
  const company = ', only now and then or beside other requests';
  assert.deepEqual(tell(502), [
    `the-18-character-form: the status 502${company}`,
    `answered-with-another-status: the status 502${company}`,
  ]);
  assert.match(tell(broken)[1] ?? '', /^answered-with-a-broken-success: 200, and /);
  assert.match(tell('reset')[1] ?? '', /^not-answered: no answer: reset/);
});

interface TokenRow extends Partial<TokenState> {
  readonly answer?: Given;
  readonly control?: Given;
  /** When the control went out; the case went out at 0 and was answered at 10. */
  readonly controlAt?: number;
  readonly proven: boolean;
}

/** Of a 401 to a request with a token of the run, which was good as far as it says, beside a later control with another. */
const tokenRows: Readonly<Record<string, TokenRow>> = {
  'the control had another token': { proven: false },
  'the control had the same token, and came after it': { isOfControl: true, proven: true },
  'the control had the same token, and began in the same instant': { isOfControl: true, controlAt: 10, proven: true },
  'the control had the same token, and came before it': { isOfControl: true, controlAt: 9, proven: false },
  'the request held no token of the run': { isWhole: false, proven: true },
  'it is no 401, and the token says that it was good': { answer: 400, proven: true },
  'it is no 401, and the token says that it was not': { answer: 400, isAlive: false, proven: false },
  'it is no 401, and the token was found dead': { answer: 400, isDead: true, proven: false },
  'it is no 401, and the token says nothing': { answer: 400, isAlive: undefined, proven: false },
  'it is no 401, the token says nothing, and a control with it went before': {
    answer: 400,
    isAlive: undefined,
    isOfControl: true,
    controlAt: 0,
    proven: true,
  },
  'the control was refused, which the judge tells': { control: 401, proven: true },
  'it was accepted, which no token explains': { answer: 202, isDead: true, proven: true },
  'it was not answered': { answer: 'reset', isDead: true, proven: true },
};

for (const [what, { answer = 401, control = 202, controlAt = 20, proven, ...state }] of Object.entries(tokenRows)) {
  test(`a refusal is ${proven ? '' : 'not '}proven: ${what}`, () => {
    const token = { isOfControl: false, isAlive: true, isDead: false, isWhole: true, ...state };
    const { isAlive, ...rest } = token;
    const given = { ...rest, ...(isAlive === undefined ? {} : { isAlive }) };
    assert.equal(isProven(exchangeWith(answer, { durationMs: 10 }), controlWith(control, controlAt), given), proven);
  });
}

test('a refusal that is not proven is inconclusive under its own clause, and passes none', () => {
  const booked = judgeUnproven(one, { exchange: exchangeWith(401), control: controlWith(202) });
  assert.deepEqual(gistOf(booked), [`${own}: inconclusive, credentials refused`]);
});
