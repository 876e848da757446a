/** The command `report`: makes the reports again from a run record, with waivers or a baseline put on it when asked. */
import { resolve } from 'node:path';
import { prepareReportDirectory, readRecord, readReleaseFiles } from '../../settings/named-files.js';
import { asFlag } from '../../settings/options/declaration.js';
import { type GivenOptions, readOptions } from '../../settings/options/read-options.js';
import { exitCodes } from '../../verdicts/record/run-verdict.js';
import { decideRelease } from '../../verdicts/release/release-record.js';
import type { Context } from '../context.js';
import { publishRecord } from './publish-record.js';

/**
 * Gives 0 when the reports were made, whatever their verdict: the run has already given its exit code. With waivers or
 * a baseline it is judged anew, as of today, and that exit code is given.
 */
export async function reportCommand(given: GivenOptions, file: string, context: Context): Promise<number> {
  const { out, ...choices } = readOptions('report', given, { spelling: asFlag });
  const { cwd } = context.surroundings;
  const { validateRecord } = context.dependencies;
  const record = await readRecord('run record', resolve(cwd, file), validateRecord);
  const terms = await readReleaseFiles(choices, cwd, validateRecord);
  const directory = await prepareReportDirectory(cwd, out);
  const released = decideRelease(record, { ...terms, today: new Date().toISOString().slice(0, 10) });
  await publishRecord(released, directory, context);
  return released === record ? exitCodes.conformant : released.exitCode;
}
