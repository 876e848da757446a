/** A success that is broken for one subject only is blamed on the subject; one that is broken for all, or by chance, on the answer. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accept } from '../../../../engine/service/accept.js';
import { plainCase } from '../../../../engine/service/plain-cases.js';
import { type Call, contextOn, type Given, InMemoryService } from './in-memory-service.js';

const broken: Given = { status: 200, body: { success: true } };
const anyText = 'body/participants/subject/any-text';

/** Findings of two odd subjects behind a plain one, as clause and count of their id. */
async function judged(answer: (call: Call) => Given | undefined) {
  const service = new InMemoryService({ answer });
  const context = contextOn(service);
  await accept(context, { ...plainCase('a-new-pair'), pair: context.pair('plain') });
  const before = service.requests.length;
  for (const subject of ['constructor', '__proto__']) {
    const pair = { channel: context.channel, subject };
    await accept(context, { ...plainCase('established'), pair, blames: anyText });
  }
  const probe = { clause: anyText, title: '', run: () => Promise.resolve() } as const;
  const { findings } = context.ledger.outcome({ name: 'A place', probes: [] }, probe, 0, 0);
  return {
    told: findings.map(({ clause, case: { slug } }) => `${clause} ${slug}`),
    sent: service.requests.length - before,
  };
}

const isOdd = ({ pair }: Call): boolean => pair?.subject === 'constructor' || pair?.subject === '__proto__';

test('what only odd subjects get is blamed on their clause, under one name', async () => {
  const { told } = await judged((call) => (isOdd(call) ? broken : undefined));
  assert.deepEqual(told, [`${anyText} any-success`, `${anyText} any-success`]);
});

test('what every call gets is blamed on the answer, at no cost', async () => {
  const { told, sent } = await judged(() => broken);
  const required = 'answer/success/conversation-identifier/required any-success';
  assert.deepEqual(told, [required, required, required]);
  assert.equal(sent, 2);
});

test('what a plain new pair gets as well is blamed on the answer', async () => {
  const { told } = await judged(({ number }) => (number === 1 ? undefined : broken));
  assert.ok(
    told.every((one) => one.startsWith('answer/success/')),
    told.join(),
  );
});

test('what does not come again is blamed on the answer', async () => {
  let odd = 0;
  const { told } = await judged((call) => {
    if (!isOdd(call)) return undefined;
    odd += 1;
    return odd === 1 ? broken : undefined;
  });
  assert.deepEqual(told, ['answer/success/conversation-identifier/required any-success']);
});
