/** Waivers and baseline of `npx playwright test`: BYOC_WAIVERS, BYOC_BASELINE and BYOC_GATE, by the rules of the options. */
import { validateRecord } from '../../reports/validate-record.js';
import type { Gate } from '../../verdicts/gate/gate-record.js';
import { loadGate } from '../commands/load-gate.js';
import { UsageError, type UsageProblem } from '../errors/usage-error.js';
import { readGateFlags } from '../options/gate-flags.js';

/** @throws UsageError, FileError, WaiversError or RecordError for what cannot be used. */
export function gateInEnvironment(env: Readonly<Record<string, string | undefined>>, cwd: string): Promise<Gate> {
  const given = (name: string): string | undefined => (env[name] === '' ? undefined : env[name]);
  const [waivers, baseline, gate] = [given('BYOC_WAIVERS'), given('BYOC_BASELINE'), given('BYOC_GATE')];
  const problems: UsageProblem[] = [];
  const flags = readGateFlags(
    {
      ...(waivers === undefined ? {} : { waivers }),
      ...(baseline === undefined ? {} : { baseline }),
      ...(gate === undefined ? {} : { gate }),
    },
    problems,
  );
  if (problems.length > 0) {
    const named = (text: string): string =>
      text.replace(/--(waivers|baseline|gate)\b/g, (_, name: string) => `BYOC_${name.toUpperCase()}`);
    throw new UsageError(problems.map((problem) => ({ ...problem, message: named(problem.message) })));
  }
  return loadGate(flags, { cwd, validateRecord: async (data) => validateRecord(data) });
}
