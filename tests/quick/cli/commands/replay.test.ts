/** Holds the command `replay` and the options of the gate: exit codes, and the words for files that cannot be used. */
import assert from 'node:assert/strict';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import type { ReplayResult } from '../../../../engine/service/replay/replay.js';
import { emptyDirectory, runCommandLine, standIn } from '../stand-ins.js';

const replayCase = {
  format: 'byoc-conformance/replay-case/2',
  version: '0.1.0',
  recordedAt: '2026-11-22T10:00:00.000Z',
  finding: 'headers--org-id--length--the-18-character-form',
  clause: 'headers/org-id/length',
  case: { slug: 'the-18-character-form' },
  label: 'the 18-character form',
  verdict: 'nonconformant',
  expected: 'a refusal',
  got: '202',
  expects: 'refusal',
  wholeStory: true,
  edition: '61.0',
  layout: 'parts',
  level: 'standard',
  seed: 1,
  target: { host: 'h', orgId: '00D', authorizationContext: 'A_B', channels: ['c'] },
  requests: [
    {
      role: 'case',
      method: 'POST',
      target: '/api/v1/conversation',
      fields: [['OrgId', '00D']],
      body: { text: '' },
      connection: 'pooled',
      together: 1,
      answered: { status: 202 },
    },
  ],
};

async function replay(t: TestContext, results: readonly ReplayResult['result'][]) {
  const cwd = await emptyDirectory(t);
  const files = results.map((_, index) => `finding-${index + 1}.json`);
  for (const file of files) await writeFile(join(cwd, file), JSON.stringify(replayCase));
  const left = [...results];
  const dependencies = standIn({
    replayCase: async () => ({ result: left.shift() ?? 'FIXED', reason: 'Because.', requests: 2 }),
  });
  return runCommandLine(t, ['replay', ...files], { cwd, dependencies });
}

test('the worst of several files is the exit code: 1 before 3 before 0', async (t) => {
  const rows = [
    [['FIXED'], 0],
    [['STILL'], 1],
    [['CHANGED'], 3],
    [['INCONCLUSIVE'], 3],
    [['CHANGED', 'STILL', 'FIXED'], 1],
    [['STILL', 'CHANGED'], 1],
    [['FIXED', 'INCONCLUSIVE'], 3],
  ] as const;
  for (const [results, code] of rows) {
    const done = await replay(t, results);
    assert.equal(done.code, code, results.join(' '));
    for (const result of results) assert.match(done.stdout, new RegExp(`^${result} {2}finding-\\d\\.json$`, 'm'));
  }
});

test('what is no replay case ends with 2 and says which files are', async (t) => {
  const cwd = await emptyDirectory(t);
  await writeFile(join(cwd, 'run.json'), '{"format": "byoc-conformance/run-record/1"}');
  const wrong = await runCommandLine(t, ['replay', 'run.json'], { cwd });
  assert.equal(wrong.code, 2);
  assert.match(wrong.stderr, /^error: .*run\.json is not a replay case of byoc-conformance\n/);
  assert.match(wrong.stderr, /name a file of the folder failures of a report directory/);
  const old = { ...replayCase, format: 'byoc-conformance/replay-case/1', command: 'byoc-conformance run --seed 1' };
  await writeFile(join(cwd, 'old.json'), JSON.stringify(old));
  const retired = await runCommandLine(t, ['replay', 'old.json'], { cwd });
  assert.equal(retired.code, 2);
  assert.match(retired.stderr, /written by an earlier version.*\n {7}judge it by: byoc-conformance run --seed 1\n$/);
  const missing = await runCommandLine(t, ['replay', 'none.json'], { cwd });
  assert.equal(missing.code, 2);
  assert.match(missing.stderr, /the replay case .*none\.json cannot be read: no such file or directory/);
});

test('files of the gate that cannot be used end with 2 before anything is sent', async (t) => {
  const cwd = await emptyDirectory(t);
  await writeFile(join(cwd, 'waivers.yaml'), '- clause: headers/org-id/lenght\n  tiket: x\n');
  await writeFile(join(cwd, 'other.json'), '{}');
  const rows = [
    [
      ['--waivers', 'waivers.yaml'],
      /the waivers file .*waivers\.yaml cannot be used\n {2}line 1: [\s\S]*unknown key "tiket"\n {4}do {2}did you mean ticket\?[\s\S]*Nothing was sent\./,
    ],
    [
      ['--waivers', 'none.yaml'],
      /the waivers file .*none\.yaml cannot be read: no such file[\s\S]*name a YAML file of waivers with --waivers/,
    ],
    [
      ['--baseline', 'none.json'],
      /the baseline .*none\.json cannot be read: no such file[\s\S]*name the run\.json of an earlier run/,
    ],
    [['--baseline', 'other.json'], /other\.json is not a run record of byoc-conformance/],
    [['--gate', 'new'], /--gate new needs a baseline[\s\S]*name its run record with --baseline/],
    [['--gate', 'old'], /--gate must be all or new, not "old"/],
  ] as const;
  for (const [flags, words] of rows) {
    const dependencies = standIn();
    const { code, stderr } = await runCommandLine(t, ['run', ...flags], { cwd, dependencies });
    assert.equal(code, 2, stderr);
    assert.match(stderr, words);
    assert.equal(dependencies.runs.length, 0);
  }
});

test('each error of waivers, baseline and replay has its section in docs/errors.md', async () => {
  const text = await readFile(new URL('../../../../../docs/errors.md', import.meta.url), 'utf8');
  const sections = [
    'the waivers file ... cannot be used',
    '1 waiver has to be mended',
    '--gate new needs a baseline',
    'is not a run record of byoc-conformance',
    'is not a replay case of byoc-conformance',
    'It cannot be sent: ...',
    'The control was not accepted',
    'the failure hung on more than this file holds',
  ];
  const heads = text.split('\n').filter((line) => line.startsWith('## '));
  for (const section of sections)
    assert.ok(
      heads.some((head) => head.includes(section)),
      section,
    );
});
