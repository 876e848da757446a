/**
 * Proves that random sequences find what breaks an identity, tell it shortly, and never cry wolf.
 * Model-based sequences, shrunk to at most four steps, exact for a seed, with replay.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate as nextTurn } from 'node:timers/promises';
import type { Behaviour } from '../../../../endpoints/mock/behaviour.js';
import { ContractHandler } from '../../../../endpoints/mock/contract-handler.js';
import { Core } from '../../../../endpoints/mock/core.js';
import { type FaultId, faultOf } from '../../../../endpoints/mock/faults.js';
import { defaultChannels, issueCredentials } from '../../../../endpoints/mock/issue-credentials.js';
import { serve } from '../../../../endpoints/mock/serve.js';
import { TokenVerifier } from '../../../../endpoints/mock/token-verifier.js';
import type { Step } from '../../../../engine/service/places.js';
import type { ProbeContext } from '../../../../engine/service/probe-context.js';
import { keepsOverSequences, retellSequence } from '../../../../engine/service/probes/sequences.js';
import { Run } from '../../../../engine/service/run.js';
import { StepInRun } from '../../../../engine/service/step-in-run.js';
import type { FindingRecord } from '../../../../schemas/record/run-record.js';
import { splitsOf } from '../../../../verdicts/service/history.js';
import type { Finding } from '../../../../verdicts/service/outcome.js';
import { runAgainst, sharedKeys } from '../../end-to-end/run-against.js';
import { InMemoryService, someOptions } from './in-memory-service.js';

const probe = keepsOverSequences('behaviour/same-pair/repeated');
const step: Step = { place: { name: 'sequences', probes: [probe] }, probe };

const contextOf = (service: InMemoryService, seed: number): ProbeContext =>
  new Run({ ...someOptions, seed }, service).contextFor(step.place, step.probe);

/** Runs the probe alone, in a run of its own, against a service without a network. */
async function sequencesAgainst(service: InMemoryService, seed: number) {
  const run = new Run({ ...someOptions, seed }, service);
  const outcome = await new StepInRun(run, step).go();
  return { run, outcome };
}

test('a right service passes with 300 seeds, at about 150 requests each', async () => {
  let requests = 0;
  for (let seed = 1; seed <= 300; seed += 1) {
    const service = new InMemoryService();
    const { outcome } = await sequencesAgainst(service, seed);
    assert.deepEqual(outcome.findings, [], `seed ${seed}`);
    assert.ok((outcome.tallies['behaviour/same-pair/repeated']?.conformant ?? 0) > 8, `seed ${seed}`);
    assert.ok(outcome.observations.length > 40, `seed ${seed}: ${outcome.observations.length}`);
    requests += service.counts.requests;
  }
  assert.ok(requests > 300 * 120 && requests < 300 * 180, `${requests / 300} requests on average`);
});

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
    const retold = await retellSequence(contextOf(forgetsAfterRefusal(), seed), finding?.path ?? '', 'retold');
    assert.deepEqual(plainStory(retold ?? {}), plainStory(finding ?? {}), `seed ${seed}`);
    assert.equal(retold?.path, finding?.path);
    assert.equal(
      await retellSequence(contextOf(new InMemoryService(), seed), finding?.path ?? '', 'retold'),
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

/** A mock on a real socket with behaviours of the test's own, judged by the clause of the sequences alone. */
async function sequenceFinding(behaviours: readonly Behaviour[], seed: number): Promise<FindingRecord | undefined> {
  const keys = await sharedKeys();
  const settings = await issueCredentials(keys, defaultChannels, Date.now());
  const verifier = new TokenVerifier(keys.publicKey, Date.now);
  const core = new Core({ settings, verifier, behaviours, now: Date.now });
  const service = await serve([new ContractHandler(core)]);
  try {
    const record = await runAgainst(service.baseUrl, settings, { seed, only: ['behaviour/same-pair/repeated'] });
    return record.findings.find(({ label }) => label.startsWith('a sequence of'));
  } finally {
    await service.close();
  }
}

const keepsSeven = (): Behaviour => {
  const known = new Map<string, readonly [string, string]>();
  return {
    identifies(next, pair, _reading, { conversations }) {
      known.set(JSON.stringify(pair), pair);
      const [oldest] = known;
      if (known.size > 7 && oldest !== undefined) {
        known.delete(oldest[0]);
        conversations.forget(oldest[1]);
      }
      return next();
    },
  };
};

const planted = (id: FaultId) => (): Behaviour => faultOf(id).behaviour();

/** Which clauses may be blamed, and in how many of ten seeds the fault must be found. */
const faults: readonly (readonly [name: string, behaviour: () => Behaviour, clauses: RegExp, least: number])[] = [
  ['changes at the third call', planted('same-pair/changes-at-third-call'), /repeated/, 10],
  ['by connection', planted('same-pair/by-connection'), /connection/, 10],
  ['by part order', planted('same-pair/by-part-order'), /spelling/, 10],
  ['two nodes', planted('same-pair/two-nodes'), /repeated/, 10],
  ['a race of 2 ms', planted('same-pair/race-of-2-ms'), /at-once/, 10],
  ['seen late', planted('same-pair/seen-late'), /repeated|at-once/, 10],
  ['forgotten after its refusal', planted('same-pair/forgotten-after-its-refusal'), /after-refusal/, 9],
  ['a refusal establishes', planted('same-pair/refusal-establishes'), /after-refusal/, 9],
  ['forgets after seven other pairs', keepsSeven, /for-ever|repeated/, 10],
];

for (const [name, behaviour, clauses, least] of faults) {
  test(`finds in at most four steps: ${name}`, async () => {
    let found = 0;
    for (let seed = 1; seed <= 10; seed += 1) {
      const finding = await sequenceFinding([behaviour()], seed);
      if (finding === undefined) continue;
      found += 1;
      const { verdict, clause, steps = [], replay } = finding;
      const story = steps.map(({ text }) => text).join('; ');
      assert.equal(verdict, 'nonconformant', `seed ${seed}: ${story}`);
      assert.match(clause, clauses, `seed ${seed}: ${story}`);
      assert.ok(steps.length >= 1 && steps.length <= 4, `seed ${seed}: ${story}`);
      assert.match(replay?.path ?? '', /^\d+(:\d+)*\|/);
    }
    assert.ok(found >= least, `found with ${found} of 10 seeds`);
  });
}
