/** The files and the directory that the user has named, read and tried with words for what can go wrong. */
import { existsSync, statSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rmdir } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import type { RunRecord } from '../schemas/record/run-record.js';
import { removeTokens } from '../text/token-like.js';
import type { ReleaseTerms } from '../verdicts/release/release-record.js';
import type { Waiver, WaiverFile } from '../verdicts/release/waivers/waiver.js';
import { ContentError, type ContentKind, FileError, type FileRole } from './errors/file-error.js';
import { reasonOf, systemCode } from './errors/reason.js';
import { WaiversError } from './errors/waivers-error.js';
import type { ValuesOf } from './options/options.js';

async function readTextFile(role: FileRole, path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    throw new FileError(role, path, 'read', reasonOf(error));
  }
}

/**
 * Node's own message quotes the text of the file, which may be anything; ours does not.
 *
 * @throws FileError when it cannot be read. @throws ContentError when it is not JSON.
 */
export async function readJsonFile(what: ContentKind, path: string, role: FileRole = what): Promise<unknown> {
  const text = await readTextFile(role, path);
  try {
    return JSON.parse(text);
  } catch {
    throw new ContentError(what, path, ['it is not JSON']);
  }
}

type RecordCheck =
  | { readonly ok: true; readonly record: RunRecord }
  | { readonly ok: false; readonly errors: readonly string[] };

/** By the schema of the run record, which is loaded when it is needed. */
export type ValidateRecord = (data: unknown) => Promise<RecordCheck>;

/** @throws FileError when it cannot be read. @throws ContentError when it is no run record. */
export async function readRecord(
  role: 'run record' | 'baseline',
  path: string,
  validateRecord: ValidateRecord,
): Promise<RunRecord> {
  const checked = await validateRecord(await readJsonFile('run record', path, role));
  if (!checked.ok) throw new ContentError('run record', path, checked.errors);
  return checked.record;
}

/**
 * The files that decide which failures count, read before anything is sent.
 *
 * @throws FileError, WaiversError or ContentError for a file that cannot be used.
 */
export async function readReleaseFiles(
  { waivers, baseline, gate }: Pick<ValuesOf<'report'>, 'waivers' | 'baseline' | 'gate'>,
  cwd: string,
  validateRecord: ValidateRecord,
): Promise<ReleaseTerms> {
  const named = waivers === undefined ? {} : { waivers: await readWaiversFile(cwd, waivers) };
  if (baseline === undefined) return { ...named, gate };
  const record = await readRecord('baseline', resolve(cwd, baseline), validateRecord);
  return { ...named, baseline: { file: baseline, record }, gate };
}

/** Only who has waivers waits for YAML and its schema. */
async function readWaiversFile(cwd: string, file: string): Promise<WaiverFile> {
  const { readWaivers } = await import('./waivers/read-waivers.js');
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

/**
 * Makes sure that the reports can be written, before anything is sent: creates the directory when it is missing and tries
 * it by making an empty directory inside, as permissions alone do not tell of full or read-only file systems. Gives the
 * absolute path.
 *
 * @throws FileError when it cannot be written.
 */
export async function prepareReportDirectory(cwd: string, out: string): Promise<string> {
  const directory = resolve(cwd, out);
  try {
    await makeDirectory(directory);
    await rmdir(await mkdtemp(join(directory, '.writable-')));
  } catch (error) {
    throw new FileError('report directory', directory, 'written', reasonOf(error));
  }
  return directory;
}

/** With the ones above it. Node's own way to do so never ends in a file system that takes no new entries, such as /proc. */
async function makeDirectory(directory: string): Promise<void> {
  try {
    await mkdir(directory);
  } catch (error) {
    if (systemCode(error) === 'EEXIST' && statSync(directory, { throwIfNoEntry: false })?.isDirectory() === true)
      return;
    const isParentMissing = systemCode(error) === 'ENOENT' && !existsSync(dirname(directory));
    if (!isParentMissing) throw error;
    await makeDirectory(dirname(directory));
    await makeDirectory(directory);
  }
}
