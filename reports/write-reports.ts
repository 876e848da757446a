/** Writes the reports of a run record into a folder, each file whole or not at all. */
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { RunRecord } from '../schemas/record/run-record.js';
import { renderCtrf } from './ctrf.js';
import { renderHtml } from './html/render-html.js';
import { renderJunit } from './junit.js';
import { replaceFile } from './replace-file.js';
import { renderSummary } from './summary.js';
import { writeReplayCases } from './write-replay-cases.js';

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
