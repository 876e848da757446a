/** Writes the folder `failures`: a replay case for each failure of a record, in place of those of an earlier run. */
import { mkdir, readdir, rm } from 'node:fs/promises';
import { join, parse } from 'node:path';
import type { RunRecord } from '../schemas/record/run-record.js';
import { isFindingId } from '../verdicts/record/finding-id.js';
import { replayCasesOf } from '../verdicts/replay/replay-cases.js';
import { replaceFile } from './replace-file.js';

/** Names of this version and of the one before, which numbered them. */
function isOurs(name: string): boolean {
  const { name: id, ext } = parse(name);
  return ext === '.json' && (isFindingId(id) || /^finding-\d+$/.test(id));
}

/** Path of the folder; undefined when there is nothing to send again. Files that are not ours stay. */
export async function writeReplayCases(record: RunRecord, directory: string): Promise<string | undefined> {
  const folder = join(directory, 'failures');
  const { cases } = replayCasesOf(record);
  const names = new Set(cases.map(({ finding }) => `${finding}.json`));
  for (const old of await readdir(folder).catch(() => [])) {
    if (isOurs(old) && !names.has(old)) await rm(join(folder, old), { force: true });
  }
  if (cases.length === 0) return undefined;
  await mkdir(folder, { recursive: true });
  for (const one of cases) await replaceFile(join(folder, `${one.finding}.json`), `${JSON.stringify(one, null, 2)}\n`);
  return folder;
}
