/** The verdict of the whole run is our reporter's: tests alone do not see mixed-up identities, waivers and baselines. */
import { UsageError } from '../cli/errors/usage-error.js';

/** Blob reports are merged later, with our reporter. @throws UsageError when neither is there: the run could end with a false 0. */
export function refuseWithoutReporter(
  reporters: readonly (readonly [name: string, ...rest: readonly unknown[]])[],
): void {
  const isEnough = ([name]: readonly [string, ...(readonly unknown[])]): boolean =>
    name === 'blob' || /[\\/]conformance-reporter\.[jt]s$/.test(name);
  if (reporters.some(isEnough)) return;
  const given = reporters.map(([name]) => name.slice(0, 60)).join(', ') || 'none';
  const message = `the reporter of byoc-conformance must be among the reporters, as it gives the verdict of the whole run, not ${given}`;
  const advice = 'leave out --reporter and add others in a configuration of your own, or use --reporter=blob and merge';
  throw new UsageError([{ message, advice }]);
}
