/** Holds the sequences: the same for a seed, of every kind, told in the words of a story, and always made simpler. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { fc } from '../../../../../generators/fast-check.js';
import { type SequenceMaterial, sequenceOf } from '../../../../../generators/identities/sequence/arbitrary.js';
import { type Model, StepCommand } from '../../../../../generators/identities/sequence/command.js';
import { simplerSequences } from '../../../../../generators/identities/sequence/simpler.js';
import type { PairName, Step } from '../../../../../generators/identities/sequence/step.js';
import { tellStep } from '../../../../../generators/identities/sequence/tell.js';
import { spellings } from '../../../../../generators/spellings/index.js';
import type { MessagePlace } from '../../../../../schemas/record/message-place.schema.js';

const at: MessagePlace = { in: 'member', path: ['participants', 0, 'role'] };
const orgId: MessagePlace = { in: 'header', name: 'OrgId' };
const difference = { at, control: 'EndUser', case: 'Agent' };
const material: SequenceMaterial = {
  edition: '61.0',
  violations: [
    { clause: 'body/participants/role/value', slug: 'the-role-agent', label: 'the role Agent', difference },
    { clause: 'body/participants/role/value', slug: 'in-lower-case', label: 'in lower case', difference },
    {
      clause: 'headers/org-id/length',
      slug: 'one-character-shorter',
      label: 'one character shorter',
      difference: { ...difference, at: orgId },
    },
  ],
  twoChannels: true,
  steps: 12,
};

/** The steps of sequences as fast-check draws them. */
function drawn(seed: number, count: number, from = material): readonly (readonly Step[])[] {
  return fc
    .sample(sequenceOf(from), { seed, numRuns: count })
    .map((sequence) =>
      [...sequence].flatMap((command) => (command instanceof StepCommand ? [command.step] : stepsIn(command))),
    );
}

/** fast-check wraps a command; what it does is seen by letting it run. */
function stepsIn(command: fc.AsyncCommand<Model, { perform(step: Step): Promise<void> }, boolean>): readonly Step[] {
  const steps: Step[] = [];
  void command.run(
    { identifiers: new Map(), over: false },
    {
      perform: (step) => {
        steps.push(step);
        return Promise.resolve();
      },
    },
  );
  return steps;
}

test('the same seed draws the same sequences, another seed others', () => {
  assert.deepEqual(JSON.stringify(drawn(1, 50)), JSON.stringify(drawn(1, 50)));
  assert.notDeepEqual(JSON.stringify(drawn(1, 50)), JSON.stringify(drawn(2, 50)));
});

test('every kind of step is drawn, within its bounds', () => {
  const steps = drawn(3, 400).flat();
  assert.deepEqual([...new Set(steps.map(({ kind }) => kind))].sort(), [
    'at once',
    'establish',
    'neighbour',
    'others',
    'refused',
    'wait',
  ]);
  for (const step of steps) {
    if (step.kind === 'at once') assert.ok(step.calls >= 2 && step.calls <= 8);
    if (step.kind === 'wait') assert.ok(step.ms >= 0 && step.ms <= 300);
    if (step.kind === 'others') assert.ok(step.count >= 2 && step.count <= 12);
  }
  assert.ok(steps.some((step) => step.kind === 'establish' && step.pair.channel === 'other'));
  assert.ok(steps.some((step) => step.kind === 'establish' && step.connection === 'fresh'));
  assert.ok(Math.max(...drawn(3, 400).map(({ length }) => length)) === 12);
});

test('with one channel there is no other', () => {
  const steps = drawn(3, 400, { ...material, twoChannels: false }).flat();
  assert.ok(!steps.some((step) => step.kind === 'establish' && step.pair.channel === 'other'));
});

const a: PairName = { letter: 'A', channel: 'first' };
const told: readonly (readonly [Step, string])[] = [
  [{ kind: 'establish', pair: a, connection: 'pooled', spellings: [] }, 'establish A'],
  [
    {
      kind: 'establish',
      pair: { letter: 'B', channel: 'other' },
      connection: 'fresh',
      spellings: spellings.filter(({ dimension }) => dimension === 'part order'),
    },
    'establish B on the other channel on a fresh connection, with the parts in the other order',
  ],
  [{ kind: 'at once', pair: a, calls: 8 }, '8 calls at once for A'],
  [
    {
      kind: 'refused',
      pair: a,
      violation: { clause: 'body/participants/role/value', slug: 'the-role-agent' },
      label: 'the role Agent',
      at,
    },
    'refused request for A (participants[0].role: the role Agent)',
  ],
  [
    {
      kind: 'refused',
      pair: a,
      violation: { clause: 'headers/org-id/length', slug: 'one-character-shorter' },
      label: 'one character shorter',
      at: orgId,
    },
    'refused request for A (header OrgId: one character shorter)',
  ],
  [
    {
      kind: 'neighbour',
      of: a,
      family: { slug: 'a-name', name: 'a name' },
      relation: { slug: 'case-of-one-letter', relation: 'case of one letter' },
    },
    'establish two near neighbours of A (a name: case of one letter)',
  ],
  [{ kind: 'others', count: 1 }, 'establish 1 other'],
  [{ kind: 'others', count: 7 }, 'establish 7 others'],
  [{ kind: 'wait', ms: 120 }, 'wait 120 ms'],
];

for (const [step, text] of told) test(`tells: ${text}`, () => assert.equal(tellStep(step), text));

test('going from simpler to simpler always comes to an end, whichever is taken', () => {
  for (const steps of drawn(11, 60)) {
    for (const pick of [(length: number) => length - 1, (length: number) => length >> 1]) {
      let current = steps;
      let rounds = 0;
      for (let next = simplerSequences(current); next.length > 0; next = simplerSequences(current)) {
        current = next[pick(next.length)] ?? [];
        rounds += 1;
        assert.ok(rounds < 2_000, tellAll(steps));
      }
      assert.equal(current.length, Math.min(1, steps.length));
    }
  }
});

test('a step less comes before a step made plainer', () => {
  const [first] = drawn(11, 1).filter(({ length }) => length > 2);
  const steps = first ?? told.map(([step]) => step);
  const candidates = simplerSequences(steps);
  const isShorter = candidates.map(({ length }) => length < steps.length);
  assert.equal(isShorter.indexOf(false), isShorter.lastIndexOf(true) + 1);
  assert.ok(isShorter.filter(Boolean).length >= steps.length);
});

function tellAll(steps: readonly Step[]): string {
  return steps.map(tellStep).join('; ');
}
