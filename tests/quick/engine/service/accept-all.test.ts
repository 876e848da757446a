/** Requests that carry much: accepted, they prove all of it; refused, what is to blame is found, and nothing else is blamed. */

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Acceptance } from '../../../../engine/service/accept.js';
import { acceptAll } from '../../../../engine/service/accept-all.js';
import { plainCase } from '../../../../engine/service/plain-cases.js';
import type { ProbeContext } from '../../../../engine/service/probe-context.js';
import { subjectOfLength } from '../../../../generators/identities/subject-of-length.js';
import { spellingsIn } from '../../../../generators/spellings/index.js';
import type { ClauseId } from '../../../../schemas/clauses/clauses.js';
import { type Call, contextOn, type Given, InMemoryService } from './in-memory-service.js';

const anyText = 'body/participants/subject/any-text';

function acceptancesOf(context: ProbeContext, subjects: readonly string[]): readonly Acceptance[] {
  return subjects.map((subject) => {
    const pair = { channel: context.channel, subject: `${context.word('one')} ${subject}` };
    return {
      ...plainCase('a-new-pair', subject),
      pair,
      blames: anyText,
      probes: 'behaviour/same-pair/for-ever',
      make: () => context.conforming(pair),
    };
  });
}

const twelve = Array.from({ length: 12 }, (_, index) => `person ${index}`);

interface Seen {
  /** Clauses of findings that are nonconformant, each once. */
  readonly broken: readonly ClauseId[];
  readonly kept: ReadonlySet<string>;
  readonly through: readonly string[];
  readonly requests: number;
}

async function seenBy(
  answer: (call: Call) => Given | undefined,
  subjects: readonly string[] = twelve,
  level: 'smoke' | 'standard' = 'smoke',
): Promise<Seen> {
  const service = new InMemoryService({ answer });
  const context = contextOn(service, { level });
  const through: string[] = [];
  await acceptAll(context, acceptancesOf(context, subjects), ({ label }) => through.push(label));
  const { findings, tallies } = context.ledger.outcome(
    { name: 'A place', probes: [] },
    { clause: anyText, title: 'a test', run: () => Promise.resolve() },
    0,
    0,
  );
  const broken = findings.filter(({ verdict }) => verdict === 'nonconformant').map(({ clause }) => clause);
  const kept = Object.entries(tallies).flatMap(([clause, { conformant }]) => (conformant > 0 ? [clause] : []));
  return { broken: [...new Set(broken)], kept: new Set(kept), through, requests: service.counts.requests };
}

const right = (): undefined => undefined;
const headOf = ({ request }: Call): string => request.fields.map((field) => field.join(': ')).join('\n');
const bodyOf = ({ request }: Call): string => Buffer.from(request.body).toString();

test('a right service pays one request for each, and has proved every spelling', async () => {
  const { broken, kept, through, requests } = await seenBy(right);
  assert.deepEqual([broken, requests, through.length], [[], 12, 12]);
  const clauses = new Set(spellingsIn('61.0').map(({ clause }) => clause));
  assert.deepEqual(
    [...clauses].filter((clause) => !kept.has(clause)),
    [],
  );
});

test('at a level that does not save, each is sent plainly', async () => {
  const { kept, requests } = await seenBy(right, twelve, 'standard');
  assert.equal(requests, 12);
  assert.equal(kept.has('headers/names/any-case'), false);
});

test('a spelling that is refused takes the blame alone, and every subject is through', async () => {
  const upper = await seenBy((call) => (/^ORGID:/m.test(headOf(call)) ? 400 : undefined));
  assert.deepEqual(upper.broken, ['headers/names/any-case']);
  assert.equal(upper.through.length, 12);
  const escapes = await seenBy((call) => (/\\u[0-9a-f]{4}/.test(bodyOf(call)) ? 400 : undefined));
  assert.deepEqual(escapes.broken, ['body/participants/any-spelling']);
});

test('a subject that is refused takes the blame alone', async () => {
  const refusesSeven = ({ pair }: Call) => (pair?.subject.endsWith('person 7') === true ? 400 : undefined);
  const { broken, through } = await seenBy(refusesSeven);
  assert.deepEqual(broken, [anyText]);
  assert.deepEqual(
    twelve.filter((subject) => !through.includes(subject)),
    ['person 7'],
  );
});

test('a long subject that is refused for its length is not blamed for its text', async () => {
  const { broken } = await seenBy(
    ({ pair }) => ((pair?.subject.length ?? 0) > 64 ? 400 : undefined),
    [subjectOfLength('long', 100)],
  );
  assert.deepEqual(broken, ['body/participants/subject/length-255']);
});

test('what fails together only is blamed on no part', async () => {
  // Each is fine alone: a subject of many words, and header names in a case of their own.
  const both = (call: Call) =>
    call.pair?.subject.includes('person 1') === true && !/^OrgId:/m.test(headOf(call)) ? 400 : undefined;
  const { broken } = await seenBy(both);
  assert.deepEqual(broken, ['answer/success/status']);
});

test('where many are refused, some are looked into and the rest waits', async () => {
  const { broken, requests } = await seenBy(({ pair }) =>
    pair?.subject.includes('person') === true ? 400 : undefined,
  );
  assert.deepEqual(broken, [anyText]);
  assert.ok(requests < 12 + 4 * 12, `${requests} requests`);
});
