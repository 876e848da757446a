/** All reports land in the folder, whole, and replace those of an earlier run. */
import assert from 'node:assert/strict';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import { validateRecord } from '../../../reports/validate-record.js';
import { writeReports } from '../../../reports/write-reports.js';
import { conformantRecord, sampleRecord } from './sample-record.js';

const names = ['run.json', 'index.html', 'junit.xml', 'ctrf.json', 'summary.md'];

async function folder(context: TestContext): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), 'byoc-reports-'));
  context.after(() => rm(path, { recursive: true, force: true }));
  return path;
}

test('makes the folder and writes every report, leaving nothing else behind', async (context) => {
  const directory = join(await folder(context), 'deep', 'er');
  const paths = await writeReports(sampleRecord(), directory);
  assert.deepEqual(
    paths,
    names.map((name) => join(directory, name)),
  );
  assert.deepEqual((await readdir(directory)).sort(), [...names].sort());
});

test('run.json gives the record back', async (context) => {
  const directory = await folder(context);
  await writeReports(sampleRecord(), directory);
  const value: unknown = JSON.parse(await readFile(join(directory, 'run.json'), 'utf8'));
  assert.deepEqual(validateRecord(value), { ok: true, record: sampleRecord() });
});

test('replaces the reports of an earlier run and leaves other files alone', async (context) => {
  const directory = await folder(context);
  await writeFile(join(directory, 'notes.txt'), 'mine');
  await writeReports(sampleRecord(), directory);
  await writeReports(conformantRecord(), directory);
  assert.match(await readFile(join(directory, 'summary.md'), 'utf8'), /YES/);
  assert.equal(await readFile(join(directory, 'notes.txt'), 'utf8'), 'mine');
});

test('a place that cannot be a folder is an error of the file system', async (context) => {
  const path = join(await folder(context), 'file');
  await writeFile(path, '');
  await assert.rejects(writeReports(sampleRecord(), path), { code: 'EEXIST' });
});

test('failures that can be sent again are saved beside the reports, and those of an earlier run go', async (context) => {
  const directory = await folder(context);
  const record = sampleRecord();
  const name = 'headers--org-id--length--one-character-shorter';
  await mkdir(join(directory, 'failures'));
  for (const file of ['finding-3.json', 'headers--org-id--length--gone.json', 'notes.json']) {
    await writeFile(join(directory, 'failures', file), '{}');
  }
  const findings = record.findings.slice(0, 1).map((finding) => ({ ...finding, id: name }));
  const paths = await writeReports({ ...record, findings }, directory);
  assert.equal(paths.at(-1), join(directory, 'failures'));
  assert.deepEqual(await readdir(join(directory, 'failures')), [`${name}.json`, 'notes.json']);
  assert.match(
    await readFile(join(directory, 'index.html'), 'utf8'),
    new RegExp(`byoc-conformance replay failures/${name}\\.json`),
  );
  await writeReports(conformantRecord(), directory);
  assert.deepEqual(await readdir(join(directory, 'failures')), ['notes.json']);
});
