/** Reads and checks a replay case from a file that the user has named. */
import { readFile } from 'node:fs/promises';
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ReplayCase } from '../../schemas/record/replay-case.js';
import { replayCaseSchema, retiredReplayCaseFormat } from '../../schemas/record/replay-case.schema.js';
import { clipped } from '../../text/clip.js';
import { visibleText } from '../../text/visible.js';
import { FileError } from '../errors/file-error.js';
import { reasonOf } from '../errors/reason.js';
import { ReplayCaseError } from '../errors/replay-case-error.js';

const validate = new Ajv2020({ strict: true, allErrors: true }).compile<ReplayCase>(replayCaseSchema);

/** @throws FileError when it cannot be read. @throws ReplayCaseError when it is no replay case. */
export async function readCase(path: string): Promise<ReplayCase> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    throw new FileError('replay case', path, 'read', reasonOf(error));
  }
  const value = parseJson(path, text);
  if (validate(value)) return value;
  if (memberOf(value, 'format') === retiredReplayCaseFormat) throw retiredCase(path, memberOf(value, 'command'));
  const reasons = (validate.errors ?? []).map(
    ({ instancePath, message }) =>
      `${instancePath === '' ? 'the file' : instancePath.slice(0, 100)} ${message ?? 'is wrong'}`,
  );
  throw new ReplayCaseError(path, reasons);
}

/** Files of the first format know their case by its words only, and words change. */
export function retiredCase(path: string, command: unknown): ReplayCaseError {
  const judge = typeof command === 'string' ? clipped(visibleText(command), 500) : 'byoc-conformance run';
  const reason = 'it was written by an earlier version, and names its case in words that this version cannot rely on';
  return new ReplayCaseError(path, [reason], `judge it by: ${judge}`);
}

const memberOf = (value: unknown, name: string): unknown => Reflect.get(Object(value), name);

function parseJson(path: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new ReplayCaseError(path, ['it is not JSON']);
  }
}
