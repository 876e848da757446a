/** Writes the reports of a run record into a folder, each file whole or not at all. */
import { randomUUID } from 'node:crypto';
import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { RunRecord } from '../schemas/run-record.js';
import { renderCtrf } from './ctrf.js';
import { renderHtml } from './html/render-html.js';
import { renderJunit } from './junit.js';
import { renderSummary } from './summary.js';

/**
 * Writes run.json, index.html, junit.xml, ctrf.json and summary.md, replacing those of an earlier run, and gives their
 * paths in this order. run.json comes first: should a report fail, the evidence is safe.
 * Rejects with the error of the file system when the folder cannot be made or written.
 */
export async function writeReports(record: RunRecord, directory: string): Promise<string[]> {
  await mkdir(directory, { recursive: true });
  const paths: string[] = [];
  for (const [name, render] of reports) paths.push(await replaceFile(join(directory, name), render(record)));
  return paths;
}

const reports = [
  ['run.json', (record: RunRecord) => `${JSON.stringify(record, null, 2)}\n`],
  ['index.html', renderHtml],
  ['junit.xml', renderJunit],
  ['ctrf.json', renderCtrf],
  ['summary.md', renderSummary],
] as const;

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
