/** Shows the result of a record on the terminal and writes its reports. */
import { relative } from 'node:path';
import type { RunRecord } from '../../schemas/record/run-record.js';
import { FileError } from '../../settings/errors/file-error.js';
import { reasonOf, systemCode } from '../../settings/errors/reason.js';
import type { Context } from '../context.js';
import { wantsColour } from '../output/colour.js';

/** The terminal first: its result is not lost when the disk is full. @throws FileError when a file cannot be written. */
export async function publishRecord(record: RunRecord, directory: string, context: Context): Promise<void> {
  const { surroundings, dependencies, printer } = context;
  const { cwd, env, stdout } = surroundings;
  const text = await dependencies.renderTerminal(record, { colour: wantsColour(env, stdout) });
  printer.result(text.trimEnd());
  const files = await writeReports(record, directory, context);
  const shown = files.map((file) => {
    const path = relative(cwd, file);
    return `  ${path.startsWith('..') ? file : path}`;
  });
  printer.result(['', 'Written:', ...shown].join('\n'));
}

async function writeReports(record: RunRecord, directory: string, context: Context): Promise<readonly string[]> {
  try {
    return await context.dependencies.writeReports(record, directory);
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
    throw new FileError('report directory', directory, 'written', reasonOf(error));
  }
}
