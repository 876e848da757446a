/** The command `report`: makes the reports again from a run record, with waivers or a baseline put on it when asked. */
import { resolve } from 'node:path';
import { gateRecord } from '../../verdicts/release/release-record.js';
import type { Context } from '../context.js';
import { UsageError, type UsageProblem } from '../errors/usage-error.js';
import { exitCode } from '../exit-code.js';
import { type RawGateFlags, readGateFlags } from '../options/gate-flags.js';
import { prepareReportDirectory } from '../output/report-directory.js';
import { loadGate } from './load-gate.js';
import { publishRecord } from './publish-record.js';
import { readRecord } from './read-record.js';

export interface ReportFlags extends RawGateFlags {
  readonly out: string;
}

/**
 * Gives 0 when the reports were made, whatever their verdict: the run has already given its exit code. With waivers or
 * a baseline it is judged anew, as of today, and that exit code is given.
 */
export async function reportCommand(file: string, flags: ReportFlags, context: Context): Promise<number> {
  const problems: UsageProblem[] = [];
  const gateFlags = readGateFlags(flags, problems);
  if (problems.length > 0) throw new UsageError(problems);
  const { surroundings, dependencies } = context;
  const record = await readRecord('run record', resolve(surroundings.cwd, file), dependencies);
  const gate = await loadGate(gateFlags, {
    cwd: surroundings.cwd,
    validateRecord: context.dependencies.validateRecord,
  });
  const directory = await prepareReportDirectory(surroundings.cwd, flags.out);
  const gated = gateRecord(record, { ...gate, today: new Date().toISOString().slice(0, 10) });
  await publishRecord(gated, directory, context);
  return gated === record ? exitCode.conformant : gated.exitCode;
}
