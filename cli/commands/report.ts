/** The command `report`: makes the reports again from a run record. */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import type { RunRecord } from '../../schemas/run-record.js';
import type { Context } from '../context.js';
import { FileError } from '../errors/file-error.js';
import { reasonOf } from '../errors/reason.js';
import { RecordError } from '../errors/record-error.js';
import { exitCode } from '../exit-code.js';
import { prepareReportDirectory } from '../output/report-directory.js';
import { publishRecord } from './publish-record.js';

/** Gives 0 when the reports were made, whatever their verdict: the run has already given its exit code. */
export async function reportCommand(file: string, flags: { readonly out: string }, context: Context): Promise<number> {
  const record = await readRecord(resolve(context.surroundings.cwd, file), context);
  const directory = await prepareReportDirectory(context.surroundings.cwd, flags.out);
  await publishRecord(record, directory, context);
  return exitCode.conformant;
}

async function readRecord(path: string, { dependencies }: Context): Promise<RunRecord> {
  const checked = await dependencies.validateRecord(parseJson(path, await readText(path)));
  if (!checked.ok) throw new RecordError(path, checked.errors);
  return checked.record;
}

async function readText(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new FileError('run record', path, 'read', reasonOf(error));
  }
}

/** Node's own message quotes the text of the file, which may be anything; ours does not. */
function parseJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new RecordError(path, ['it is not JSON']);
  }
}
