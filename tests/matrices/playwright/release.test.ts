/**
 * Proves that `npx playwright test` goes through the same gate as `byoc-conformance run`: waivers, baseline and options
 * from variables and from the configuration file. It never ends with 0 where the command would not, and no waiver
 * excuses what went wrong in the suite itself. (That it does end with 0: tests/quick/end-to-end/agreement.test.ts.)
 */
import assert from 'node:assert/strict';
import { copyFile, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type TestContext, test } from 'node:test';
import type { RunRecord } from '../../../schemas/record/run-record.js';
import { emptyDirectory } from '../../quick/cli/stand-ins.js';
import { writeConfig } from '../../quick/end-to-end/playwright-config.js';
import { runPlaywright } from '../../quick/end-to-end/playwright-process.js';
import { readRecord } from '../../support/playwright-runs.js';

const length = 'headers/org-id/length';
const both = 'org-id/accepts-18,request-id/not-required';
/** Two tests, of which the first fails. */
const only = `${length},headers/request-id/required`;

const waiver = (clause: string, expires = '2099-12-31'): string =>
  `- { clause: ${clause}, reason: known, owner: Ann Example, ticket: OPS-17, expires: ${expires} }\n`;

interface Input {
  readonly waivers: string;
  readonly env?: Record<string, string>;
  readonly options?: readonly string[];
  /** A spec file of the user's own. */
  readonly spec?: string;
}

interface Ended {
  readonly cwd: string;
  readonly code: number | null;
  readonly said: string;
  readonly record: RunRecord;
}

/** @param given the variables of the options. */
async function runTests(t: TestContext, { waivers, env, options = [], spec }: Input): Promise<Ended> {
  const cwd = await emptyDirectory(t);
  await writeFile(join(cwd, 'waivers.yaml'), waivers);
  const config = spec === undefined ? ('compiled' as const) : await writeConfig(cwd, { spec });
  const variables = { BYOC_WAIVERS: 'waivers.yaml', BYOC_SEED: '1', BYOC_FAULT: 'org-id/accepts-18', BYOC_ONLY: only };
  const ended = await runPlaywright(t, ['test', ...options], { cwd, env: { ...variables, ...env }, config });
  const said = ended.stdout + ended.stderr;
  return { cwd, code: ended.code, said, record: await readRecord(cwd).catch(() => assert.fail(said)) };
}

const rows: readonly (readonly [what: string, input: Input, exitCode: number, said: RegExp])[] = [
  [
    'a second failure that nobody waived',
    { waivers: waiver(length), env: { BYOC_FAULT: both } },
    1,
    /1 clause broken: headers\/request-id\/required/,
  ],
  ['a waiver that has expired', { waivers: waiver(length, '2020-01-31') }, 4, /the waiver has expired/],
  [
    'a service out of reach',
    {
      waivers: waiver(length),
      env: {
        BYOC_FAULT: '',
        SF_SCRT_INSTANCE_URL: 'http://127.0.0.1:9',
        SF_ORG_ID: '00D000000000001',
        SF_AUTHORIZATION_CONTEXT: 'Acme1_Support1',
        CHANNEL_ADDRESS_IDENTIFIER: 'a-channel',
        SF_ACCESS_TOKEN: '00D000000000001!opaque-opaque-opaque',
      },
    },
    3,
    /UNDECIDED/,
  ],
  ['an end after the first failure', { waivers: waiver(length), options: ['-x'] }, 3, /did not come to an end/],
  [
    'a worker that dies',
    { waivers: waiver(length), spec: "test('dies', () => process.exit(7));" },
    3,
    /did not come to an end/,
  ],
  [
    'a test of the user that fails, though it speaks like ours',
    {
      waivers: waiver(length),
      spec: `test('fails', () => { throw new Error('${length} nonconformant: not really'); });`,
    },
    3,
    /did not come to an end/,
  ],
];

for (const [what, input, exitCode, said] of rows) {
  test(`not 0, although the known failure is waived: ${what}`, async (t) => {
    const ended = await runTests(t, input);
    assert.equal(ended.code, 1, ended.said);
    assert.equal(ended.record.exitCode, exitCode, ended.said);
    assert.match(ended.said, said);
  });
}

test('a spec file that cannot be loaded ends the run with 1', async (t) => {
  const cwd = await emptyDirectory(t);
  const config = await writeConfig(cwd, { spec: "throw new Error('broken file');" });
  const { code, stdout } = await runPlaywright(t, ['test'], { cwd, config, env: { BYOC_ONLY: only } });
  assert.equal(code, 1);
  assert.match(stdout, /broken file/);
});

test('baseline, gate and options stand in the configuration file too', async (t) => {
  const before = await runTests(t, { waivers: waiver('operation') });
  assert.deepEqual([before.code, before.record.exitCode], [1, 1], before.said);
  const cwd = await emptyDirectory(t);
  await copyFile(join(before.cwd, 'conformance-report/run.json'), join(cwd, 'baseline.json'));
  const options = `{ baseline: baseline.json, gate: new, seed: 1, fault: org-id/accepts-18, only: [${only}], out: here }`;
  await writeFile(join(cwd, 'byoc-conformance.config.yaml'), options);
  const known = await runPlaywright(t, ['test'], { cwd });
  assert.equal(known.code, 0, known.stdout + known.stderr);
  const record = JSON.parse(await readFile(join(cwd, 'here/run.json'), 'utf8')) as RunRecord;
  assert.deepEqual([record.verdict, record.exitCode, record.baseline?.counts.still], ['nonconformant', 0, 1]);
});

test('what cannot be followed is told by its variable, and nothing is sent', async (t) => {
  const cwd = await emptyDirectory(t);
  const refused: readonly (readonly [env: Record<string, string>, said: RegExp])[] = [
    [{ BYOC_LEVEL: 'fast' }, /Error: BYOC_LEVEL must be smoke, standard or deep, not "fast"/],
    [{ BYOC_WAIVERS: 'none.yaml' }, /Error: the waivers file \S+none\.yaml cannot be read/],
  ];
  const without = await runPlaywright(t, ['test', '--reporter=list'], { cwd, env: { BYOC_ONLY: only } });
  assert.equal(without.code, 1);
  assert.match(without.stdout + without.stderr, /the reporter of byoc-conformance must be among the reporters/);
  for (const [env, said] of refused) {
    const { code, stdout, stderr } = await runPlaywright(t, ['test'], { cwd, env });
    assert.equal(code, 1);
    assert.match(stdout + stderr, said);
    assert.doesNotMatch(stdout + stderr, /^\s+at .*:\d+/m);
  }
});
