/** Holds that a token pasted into a waivers file gets no further than the file. */
import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { readReleaseFiles } from '../../../settings/named-files.js';
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
