/** Reads the files that a gate works with, before anything is sent. */
import { resolve } from 'node:path';
import type { Gate } from '../../verdicts/release/release-record.js';
import type { WaiverFile } from '../../verdicts/release/waivers/waiver.js';
import type { Dependencies } from '../dependencies.js';
import type { GateFlags } from '../options/gate-flags.js';
import { readRecord } from './read-record.js';

export interface GateSurroundings {
  readonly cwd: string;
  readonly validateRecord: Dependencies['validateRecord'];
}

/** @throws FileError, WaiversError or RecordError for a file that cannot be used. */
export async function loadGate(
  { waivers, baseline, gate }: GateFlags,
  { cwd, validateRecord }: GateSurroundings,
): Promise<Gate> {
  const named = waivers === undefined ? {} : { waivers: await readWaiverFile(cwd, waivers) };
  if (baseline === undefined) return { ...named, gate };
  const record = await readRecord('baseline', resolve(cwd, baseline), { validateRecord });
  return { ...named, baseline: { file: baseline, record }, gate };
}

/** Only who has waivers waits for YAML and its schema. */
async function readWaiverFile(cwd: string, file: string): Promise<WaiverFile> {
  const { loadWaivers } = await import('../waivers/load-waivers.js');
  return loadWaivers(cwd, file);
}
