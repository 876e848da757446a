/** Which exchanges a finding points at: the evidence that must be kept for it. Pure. */
import type { Finding } from '../service/outcome.js';

export function exchangesOf({
  exchange,
  control,
  steps = [],
}: Pick<Finding, 'exchange' | 'control' | 'steps'>): readonly number[] {
  const told = steps.flatMap((step) => [step.exchange, ...(step.sends ?? [])]);
  return [exchange, control, ...told].filter((number) => number !== undefined);
}
