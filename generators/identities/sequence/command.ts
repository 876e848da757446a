/** A step as a command of fast-check: the same for every execution, because it keeps nothing. */
import type { fc } from '../../fast-check.js';
import type { Step } from './step.js';
import { tellStep } from './tell.js';

/** What a right service must have in mind: which identifier each pair has. */
export interface Model {
  /** By `pairKey`. */
  readonly identifiers: Map<string, string>;
  /** Nothing more can be learnt from the sequence: a rule is broken, or a conforming request was refused. */
  over: boolean;
}

/** Whoever can do a step to a service. */
export interface Performer {
  perform(step: Step, model: Model): Promise<void>;
}

export class StepCommand implements fc.AsyncCommand<Model, Performer> {
  readonly step: Step;

  constructor(step: Step) {
    this.step = step;
  }

  check(model: Readonly<Model>): boolean {
    return !model.over;
  }

  run(model: Model, performer: Performer): Promise<void> {
    return performer.perform(this.step, model);
  }

  toString(): string {
    return tellStep(this.step);
  }
}

/** Steps to do one after the other, as fast-check draws them. */
export type Sequence = Iterable<fc.AsyncCommand<Model, Performer, boolean>>;
