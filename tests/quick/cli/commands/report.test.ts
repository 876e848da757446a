/** Holds the command `report`: reports made again from a record, and files that are none. */
import assert from 'node:assert/strict';
import { mkdir, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import type { RunRecord } from '../../../../schemas/record/run-record.js';
import { runProcess } from '../processes.js';
import { sampleRecord } from '../sample.js';
import { emptyDirectory, runCommandLine, standIn } from '../stand-ins.js';

test('the reports are made from the record, and 0 says only that they were', async (t) => {
  const cwd = await emptyDirectory(t);
  const record = sampleRecord({ verdict: 'nonconformant', exitCode: 1 });
  await writeFile(join(cwd, 'run.json'), JSON.stringify(record));
  const written: [RunRecord, string][] = [];
  const dependencies = standIn({
    validateRecord: async (data) => {
      assert.deepEqual(data, record);
      return { ok: true, record };
    },
    writeReports: async (given, directory) => {
      written.push([given, directory]);
      return [join(directory, 'index.html')];
    },
  });
  const { code, stdout } = await runCommandLine(t, ['report', 'run.json', '--out', 'there'], { cwd, dependencies });
  assert.equal(code, 0);
  assert.deepEqual(written, [[record, join(cwd, 'there')]]);
  assert.equal(stdout, `verdict: nonconformant\n\nWritten:\n  ${join('there', 'index.html')}\n`);
});

test('the real reports can be made from a record', async (t) => {
  const cwd = await emptyDirectory(t);
  await writeFile(join(cwd, 'run.json'), JSON.stringify(sampleRecord()));
  const { code, stderr } = await runProcess(t, ['report', 'run.json', '--out', 'there'], { cwd });
  assert.equal(code, 0, stderr);
  assert.deepEqual((await readdir(join(cwd, 'there'))).sort(), [
    'ctrf.json',
    'index.html',
    'junit.xml',
    'run.json',
    'summary.md',
  ]);
});

test('what is not a run record ends with 2 and leaves nothing behind', async (t) => {
  const cwd = await emptyDirectory(t);
  await mkdir(join(cwd, 'directory'));
  await writeFile(join(cwd, 'text.json'), 'no JSON, but a secret');
  await writeFile(join(cwd, 'other.json'), '{"seed": "x"}');
  const before = await readdir(cwd);
  const rows = [
    ['missing.json', /^error: the run record .*missing\.json cannot be read: no such file or directory\n/],
    ['directory', /^error: the run record .*directory cannot be read: it is a directory\n/],
    [
      'text.json',
      /^error: .*text\.json is not a run record of byoc-conformance\n {7}it is not JSON\n {7}name the run\.json of a report directory\n$/,
    ],
    [
      'other.json',
      /^error: .*other\.json is not a run record of byoc-conformance\n {7}\/seed must be integer\n {7}name the run\.json of a report directory\n$/,
    ],
  ] as const;
  for (const [file, text] of rows) {
    const { code, stdout, stderr } = await runCommandLine(t, ['report', file], { cwd });
    assert.equal(code, 2);
    assert.equal(stdout, '');
    assert.match(stderr, text);
  }
  assert.deepEqual(await readdir(cwd), before);
});
