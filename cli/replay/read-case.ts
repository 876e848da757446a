/** Reads and checks a replay case from a file that the user has named. */
import { Ajv2020 } from 'ajv/dist/2020.js';
import type { ReplayCase } from '../../schemas/record/replay-case.js';
import { replayCaseSchema } from '../../schemas/record/replay-case.schema.js';
import { ContentError } from '../../settings/errors/content-error.js';
import { parseJsonFile, readTextFile } from '../../settings/text-file.js';

const validate = new Ajv2020({ strict: true, allErrors: true }).compile<ReplayCase>(replayCaseSchema);

/** @throws FileError when it cannot be read. @throws ContentError when it is no replay case. */
export async function readCase(path: string): Promise<ReplayCase> {
  const value = parseJsonFile('replay case', path, await readTextFile('replay case', path));
  if (validate(value)) return value;
  const reasons = (validate.errors ?? []).map(
    ({ instancePath, message }) =>
      `${instancePath === '' ? 'the file' : instancePath.slice(0, 100)} ${message ?? 'is wrong'}`,
  );
  throw new ContentError('replay case', path, reasons);
}
