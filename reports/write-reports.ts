/** Writes the reports of a run record into a folder, each file whole or not at all. */
import { randomUUID } from 'node:crypto';
import { mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join, parse } from 'node:path';
import type { RunRecord } from '../schemas/record/run-record.js';
import { isFindingId } from '../text/finding-id.js';
import { replayCasesOf } from '../verdicts/replay/replay-cases.js';
import { renderCtrf } from './ctrf.js';
import { renderHtml } from './html/render-html.js';
import { renderJunit } from './junit.js';
import { renderSummary } from './summary.js';

/**
 * Writes run.json, index.html, junit.xml, ctrf.json and summary.md, replacing those of an earlier run, and gives their
 * paths in this order; behind them that of the folder `failures`, when there are failures to send again. run.json comes first: should a report fail, the evidence is safe.
 * Rejects with the error of the file system when the folder cannot be made or written.
 */
export async function writeReports(record: RunRecord, directory: string): Promise<string[]> {
  await mkdir(directory, { recursive: true });
  const paths: string[] = [];
  for (const [name, render] of reports) paths.push(await replaceFile(join(directory, name), render(record)));
  const failures = await writeReplayCases(record, directory);
  return failures === undefined ? paths : [...paths, failures];
}

const reports = [
  ['run.json', (record: RunRecord) => `${JSON.stringify(record, null, 2)}\n`],
  ['index.html', renderHtml],
  ['junit.xml', renderJunit],
  ['ctrf.json', renderCtrf],
  ['summary.md', renderSummary],
] as const;

/**
 * Writes the folder `failures`: a replay case for each failure of a record, in place of those of an earlier run. Its
 * path; undefined when there is nothing to send again. Files that are not ours stay.
 */
async function writeReplayCases(record: RunRecord, directory: string): Promise<string | undefined> {
  const folder = join(directory, 'failures');
  const { cases } = replayCasesOf(record);
  const names = new Set(cases.map(({ finding }) => `${finding}.json`));
  for (const old of await readdir(folder).catch(() => [])) {
    if (isReplayCase(old) && !names.has(old)) await rm(join(folder, old), { force: true });
  }
  if (cases.length === 0) return undefined;
  await mkdir(folder, { recursive: true });
  for (const one of cases) await replaceFile(join(folder, `${one.finding}.json`), `${JSON.stringify(one, null, 2)}\n`);
  return folder;
}

/** Names of this version and of the one before, which numbered them. */
function isReplayCase(name: string): boolean {
  const { name: id, ext } = parse(name);
  return ext === '.json' && (isFindingId(id) || /^finding-\d+$/.test(id));
}

/** Writes beside the place and renames, so that a reader never meets half a file. */
async function replaceFile(path: string, content: string): Promise<string> {
  const draft = `${path}.${randomUUID()}.tmp`;
  try {
    await writeFile(draft, content, { flag: 'wx' });
    await rename(draft, path);
  } catch (error) {
    await rm(draft, { force: true });
    throw error;
  }
  return path;
}
