/**
 * Proves that random sequences find what breaks an identity, tell it shortly, and never cry wolf.
 * Model-based sequences, shrunk to at most four steps, exact for a seed, with replay.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { retellSequence } from '../../../../engine/service/probes/sequences.js';
import { splitsOf } from '../../../../verdicts/service/history.js';
import type { Finding } from '../../../../verdicts/service/outcome.js';
import {
  assertQuietOverSequences,
  assertToldShortly,
  contextOver,
  sequenceFaults,
  sequencesAgainst,
} from '../../../support/sequence-faults.js';
import { InMemoryService } from './in-memory-service.js';

// tests/matrices/sequences.test.ts takes more seeds.
test('a right service passes with 30 seeds, at about 150 requests each', () => assertQuietOverSequences(30));

test('the same seed asks the same byte for byte, however the answers take turns', async () => {
  const sent = async (delay?: () => Promise<unknown>): Promise<readonly string[]> => {
    const service = new InMemoryService(delay === undefined ? {} : { delay });
    await sequencesAgainst(service, 5);
    return service.requests.map(({ fields, body }) => `${JSON.stringify(fields)}\n${Buffer.from(body)}`).sort();
  };
  let turn = 0;
  const unevenly = async (): Promise<void> => {
    turn += 1;
    for (let left = (turn * 7) % 5; left > 0; left -= 1) await nextTurn();
  };
  const messages = await sent();
  assert.deepEqual(await sent(unevenly), messages);
  assert.ok(messages.length > 100);
  assert.equal(new Set(messages).size, messages.length, 'every request has a RequestId of its own');
});

/** Identifiers by the order in which a story names them: those of two executions are not the same. */
function plainStory({ steps }: Pick<Finding, 'steps'>): readonly string[] {
  const names = new Map<string, string>();
  return (steps ?? []).map(({ text }) =>
    text.replaceAll(/c-\d+/g, (identifier) => {
      const name = names.get(identifier) ?? `identifier ${names.size + 1}`;
      names.set(identifier, name);
      return name;
    }),
  );
}

const forgetsAfterRefusal = (): InMemoryService =>
  new InMemoryService({ onRefusal: ({ conversations }) => conversations.clear() });

test('a story names the pair, the steps that matter and what was expected', async () => {
  const { outcome } = await sequencesAgainst(forgetsAfterRefusal(), 3);
  const [finding] = outcome.findings;
  assert.ok(finding !== undefined && outcome.findings.length === 1);
  const [first = '', second = '', third = '', ...rest] = plainStory(finding);
  assert.deepEqual(rest, []);
  const letter = /^establish ([ABC]): identifier 1$/.exec(first)?.[1] ?? 'no story';
  assert.match(second, /^refused request for [ABC] \(.+\): 400$/);
  assert.equal(third, `establish ${letter}: identifier 2, expected identifier 1`);
  assert.equal(finding.clause, 'behaviour/same-pair/after-refusal');
  assert.equal(finding.label, 'a sequence of 3 steps');
  assert.deepEqual(
    [finding.control, finding.exchange],
    [finding.steps?.[0]?.exchange, finding.steps?.[2]?.exchange],
    'control and case are the two exchanges that disagree',
  );
});

test('a path tells the same story again, and nothing once the service is mended', async () => {
  for (const seed of [1, 2, 3, 4, 5]) {
    const { outcome } = await sequencesAgainst(forgetsAfterRefusal(), seed);
    const [finding] = outcome.findings;
    assert.match(finding?.path ?? '', /^\d+(:\d+)*\|\w+:\w+$/);
    const retold = await retellSequence(contextOver(forgetsAfterRefusal(), seed), finding?.path ?? '', 'retold');
    assert.deepEqual(plainStory(retold ?? {}), plainStory(finding ?? {}), `seed ${seed}`);
    assert.equal(retold?.path, finding?.path);
    assert.equal(
      await retellSequence(contextOver(new InMemoryService(), seed), finding?.path ?? '', 'retold'),
      undefined,
    );
  }
});

test('executions that fail stay out of the history, those that hold are in it', async () => {
  const { run, outcome } = await sequencesAgainst(forgetsAfterRefusal(), 3);
  const told = new Set(outcome.findings.flatMap(({ exchange, control }) => [exchange, control]));
  assert.ok(outcome.observations.length > 0);
  assert.ok(outcome.observations.every(({ exchange }) => !told.has(exchange)));
  const identifiers = new Map(run.history.observations.map((one) => [`${one.channel} ${one.subject}`, one.identifier]));
  for (const one of run.history.observations)
    assert.equal(identifiers.get(`${one.channel} ${one.subject}`), one.identifier);
});

test('a split that never comes again is left to the history, which tells it by its answers', async () => {
  let asked = 0;
  const once = new InMemoryService({
    identify: ({ pair, service }) => {
      const known = service.conversations.has(JSON.stringify([pair.channel, pair.subject]));
      asked += known ? 1 : 0;
      return known && asked === 1 ? service.newIdentifier() : service.lookUp(pair);
    },
  });
  const { outcome } = await sequencesAgainst(once, 1);
  assert.deepEqual(outcome.findings, []);
  assert.equal(splitsOf(outcome.observations).length, 1);
});

test('what fails beside other sequences only is told as such', async () => {
  // No step has more than eight calls under way.
  const crowded = new InMemoryService({
    delay: nextTurn,
    identify: ({ pair, underWay, service }) => (underWay > 8 ? service.newIdentifier() : service.lookUp(pair)),
  });
  const { outcome } = await sequencesAgainst(crowded, 2);
  const [finding] = outcome.findings;
  assert.deepEqual([finding?.verdict, finding?.clause], ['nonconformant', 'behaviour/same-pair/repeated']);
  assert.match(finding?.got ?? '', /beside other sequences only$/);
  assert.ok((finding?.steps?.length ?? 9) <= 2);
});

test('a conforming request that is refused is booked, and is no failure of identity', async () => {
  const choosy = new InMemoryService({
    identify: ({ pair, service }) => (/-b$/.test(pair.subject) ? undefined : service.lookUp(pair)),
  });
  const { outcome } = await sequencesAgainst(choosy, 1);
  assert.ok(outcome.findings.length > 0);
  for (const { clause, verdict } of outcome.findings) {
    assert.equal(verdict, 'nonconformant');
    assert.doesNotMatch(clause, /same-pair|different-pair/);
  }
});

for (const fault of sequenceFaults) {
  test(`finds in at most four steps: ${fault.name}`, () => assertToldShortly(fault, 2));
}
