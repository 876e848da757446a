/** Reads the files that decide which failures count, before anything is sent. */
import { resolve } from 'node:path';
import type { ReleaseTerms } from '../verdicts/release/release-record.js';
import type { WaiverFile } from '../verdicts/release/waivers/waiver.js';
import type { ValuesOf } from './options/options.js';
import { readRecord, type ValidateRecord } from './read-record.js';

/** @throws FileError, WaiversError or ContentError for a file that cannot be used. */
export async function readReleaseFiles(
  { waivers, baseline, gate }: Pick<ValuesOf<'report'>, 'waivers' | 'baseline' | 'gate'>,
  cwd: string,
  validateRecord: ValidateRecord,
): Promise<ReleaseTerms> {
  const named = waivers === undefined ? {} : { waivers: await readWaiverFile(cwd, waivers) };
  if (baseline === undefined) return { ...named, gate };
  const record = await readRecord('baseline', resolve(cwd, baseline), validateRecord);
  return { ...named, baseline: { file: baseline, record }, gate };
}

/** Only who has waivers waits for YAML and its schema. */
async function readWaiverFile(cwd: string, file: string): Promise<WaiverFile> {
  const { loadWaivers } = await import('./waivers/load-waivers.js');
  return loadWaivers(cwd, file);
}
