/** Holds that a token pasted into a waivers file gets no further than the file, and that a report directory is made or told. */
import assert from 'node:assert/strict';
import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { FileError } from '../../../settings/errors/file-error.js';
import { prepareReportDirectory, readReleaseFiles } from '../../../settings/named-files.js';
import { emptyDirectory } from '../cli/stand-ins.js';

const token = 'eyJhbGciOiJub25lIn0.eyJzdWIiOiJhbm4ifQ.c2lnbmF0dXJl';

test('a token in a text of a waiver is taken out, in the lines for the correction too', async (t) => {
  const cwd = await emptyDirectory(t);
  const entry = ['clause: headers/org-id/length', `reason: fails with ${token}`, `owner: ${token}`, `ticket: ${token}`];
  await writeFile(join(cwd, 'w.yaml'), `- ${[...entry, 'expires: 2026-12-31'].join('\n  ')}\n`);
  const noRecord = () => Promise.reject(new Error('no record was named'));
  const { waivers: file } = await readReleaseFiles({ waivers: 'w.yaml', gate: 'all' }, cwd, noRecord);
  assert.equal(file?.waivers[0]?.reason, 'fails with [token removed]');
  assert.ok(!JSON.stringify(file).includes(token));
});

test('a report directory is made with those above it, and left empty', async (t) => {
  const cwd = await emptyDirectory(t);
  for (const out of ['a/b/c', 'a/b/c', '.']) assert.equal(await prepareReportDirectory(cwd, out), join(cwd, out));
  assert.deepEqual(await readdir(join(cwd, 'a/b/c')), []);
});

const skip = process.platform === 'linux' ? false : 'there is no /proc';

test('one that cannot be made is told at once, whatever the reason', { skip }, async (t) => {
  const cwd = await emptyDirectory(t);
  await writeFile(join(cwd, 'file'), '');
  for (const out of ['/proc/x', '/proc/x/y', 'file', 'file/x']) {
    await assert.rejects(prepareReportDirectory(cwd, out), FileError, out);
  }
});
