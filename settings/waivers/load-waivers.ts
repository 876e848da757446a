/** Reads a waivers file that was named by option or variable. */
import { resolve } from 'node:path';
import { removeTokens } from '../../text/token-like.js';
import type { Waiver, WaiverFile } from '../../verdicts/release/waivers/waiver.js';
import { WaiversError } from '../errors/waivers-error.js';
import { readTextFile } from '../text-file.js';
import { readWaivers } from './read-waivers.js';

/** @throws FileError when it cannot be read. @throws WaiversError when it cannot be used. */
export async function loadWaivers(cwd: string, file: string): Promise<WaiverFile> {
  const path = resolve(cwd, file);
  const read = readWaivers(await readTextFile('waivers file', path));
  if (!read.ok) throw new WaiversError(path, read.problems);
  return { file, waivers: read.waivers.map(withoutTokens) };
}

/** A token that was pasted into a text would reach every report, and the correction. */
function withoutTokens(waiver: Waiver): Waiver {
  const { reason, owner, ticket, lines } = waiver;
  const plain = { ...waiver, reason: removeTokens(reason), owner: removeTokens(owner), ticket: removeTokens(ticket) };
  return lines === undefined ? plain : { ...plain, lines: { ...lines, text: lines.text.map(removeTokens) } };
}
