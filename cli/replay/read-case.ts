/** Reads and checks a replay case from a file that the user has named. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ReplayCase } from '../../schemas/record/replay-case.js';
import { replayCaseSchema, retiredReplayCaseFormat } from '../../schemas/record/replay-case.schema.js';
import { ContentError } from '../../settings/errors/file-error.js';
import { readJsonFile } from '../../settings/named-files.js';
import { clipped } from '../../text/clip.js';
import { visibleText } from '../../text/visible.js';

const validate = new Ajv2020({ strict: true, allErrors: true }).compile<ReplayCase>(replayCaseSchema);

/** @throws FileError when it cannot be read. @throws ContentError when it is no replay case. */
export async function readCase(path: string): Promise<ReplayCase> {
  const value = await readJsonFile('replay case', path);
  if (validate(value)) return value;
  if (memberOf(value, 'format') === retiredReplayCaseFormat) throw retiredCase(path, memberOf(value, 'command'));
  const reasons = (validate.errors ?? []).map(
    ({ instancePath, message }) =>
      `${instancePath === '' ? 'the file' : instancePath.slice(0, 100)} ${message ?? 'is wrong'}`,
  );
  throw new ContentError('replay case', path, reasons);
}

/** Files of the first format know their case by its words only, and words change. */
export function retiredCase(path: string, command: unknown): ContentError {
  const judge = typeof command === 'string' ? clipped(visibleText(command), 500) : 'byoc-conformance run';
  const reason = 'it was written by an earlier version, and names its case in words that this version cannot rely on';
  return new ContentError('replay case', path, [reason], `judge it by: ${judge}`);
}

const memberOf = (value: unknown, name: string): unknown => Reflect.get(Object(value), name);
