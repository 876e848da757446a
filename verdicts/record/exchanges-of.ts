/** Which exchanges a finding points at: the evidence that must be kept for it. Pure. */
import type { StoryStep } from '../service/outcome.js';

interface PointingFinding {
  readonly exchange?: number | undefined;
  readonly control?: number | undefined;
  readonly steps?: readonly Pick<StoryStep, 'exchange' | 'sends'>[] | undefined;
}

export function exchangesOf({ exchange, control, steps = [] }: PointingFinding): readonly number[] {
  const told = steps.flatMap((step) => [step.exchange, ...(step.sends ?? [])]);
  return [exchange, control, ...told].filter((number) => number !== undefined);
}
