/**
 * Sequences that are a little simpler than a given one: a step less, or one step done more plainly. Calls at once are
 * never plain: the same number one after the other is simpler. Pure.
 */
import type { Spelling } from '../../spellings/spelling.js';
import type { EstablishStep, Step } from './step.js';

/**
 * The sequence with all its middle as one wait or as so many other pairs, then every one with one step dropped, then
 * every one with one step made plainer: the greatest gain first.
 */
export function simplerSequences(steps: readonly Step[]): readonly (readonly Step[])[] {
  const dropped = steps.map((_, index) => steps.toSpliced(index, 1));
  const plainer = steps.flatMap((step, index) =>
    plainerSteps(step).map((others) => steps.toSpliced(index, 1, ...others)),
  );
  return [...withOneStepBetween(steps), ...dropped, ...plainer].filter((candidate) => candidate.length > 0);
}

/** What is forgotten with time, or for the sake of others, needs no more between the first and the last step. */
function withOneStepBetween(steps: readonly Step[]): readonly (readonly Step[])[] {
  const [first, last] = [steps.at(0), steps.at(-1)];
  if (first === undefined || last === undefined || steps.length <= 3) return [];
  const between = steps.slice(1, -1);
  const count = between.reduce((sum, step) => sum + mostPairs(step), 0);
  const ms = between.reduce((sum, step) => sum + (step.kind === 'wait' ? step.ms : 0), 0);
  return [
    // What is between takes time of its own, so the wait is longer than all of its waits.
    ...(ms === 0 ? [] : [[first, { kind: 'wait' as const, ms: ms + timeOfRest }, last]]),
    ...(count === 0 ? [] : [[first, { kind: 'others' as const, count }, last]]),
  ];
}

/** Milliseconds. */
const timeOfRest = 100;

/** Pairs that a step may be the first to ask for. */
function mostPairs(step: Step): number {
  switch (step.kind) {
    case 'establish':
    case 'at once':
      return 1;
    case 'neighbour':
      return 2;
    case 'others':
      return step.count;
    case 'refused':
    case 'wait':
      return 0;
  }
}

/** What may stand for a step. */
function plainerSteps(step: Step): readonly (readonly Step[])[] {
  switch (step.kind) {
    case 'establish': {
      const { spellings, connection } = step;
      const halves = [spellings.slice(0, spellings.length / 2), spellings.slice(spellings.length / 2)];
      const fewer = [[], ...halves, ...spellings.map((_, index) => spellings.toSpliced(index, 1))];
      return [
        ...(connection === 'fresh' ? [[{ ...step, connection: 'pooled' as const }]] : []),
        ...fewer
          .filter(
            (some, index) => some.length < spellings.length && fewer.findIndex((one) => areSame(one, some)) === index,
          )
          .map((some) => [{ ...step, spellings: some }]),
      ];
    }
    case 'at once': {
      const { pair, calls } = step;
      const plain: EstablishStep = { kind: 'establish', pair, connection: 'pooled', spellings: [] };
      const onTwoConnections: readonly Step[] = [plain, { ...plain, connection: 'fresh' }];
      const fewer = lower(calls, 2).map((number): readonly Step[] => [{ ...step, calls: number }]);
      return [[plain], ...fewer, Array.from({ length: calls }, () => plain), onTwoConnections];
    }
    case 'others':
      return lower(step.count, 1).map((count) => [{ ...step, count }]);
    case 'wait':
      // Never down to the very edge: a story must come true again on a slower or a faster day.
      return step.ms < 2 ? [] : [[{ ...step, ms: Math.floor(step.ms / 2) }]];
    case 'refused':
    case 'neighbour':
      return [];
  }
}

function areSame(some: readonly Spelling[], others: readonly Spelling[]): boolean {
  return some.length === others.length && some.every((spelling, index) => spelling === others[index]);
}

/** The least, the middle and one less: enough to come down to any number in a few steps. */
function lower(value: number, least: number): readonly number[] {
  const candidates = [least, Math.floor((least + value) / 2), value - 1];
  return [...new Set(candidates)].filter((candidate) => candidate >= least && candidate < value);
}
