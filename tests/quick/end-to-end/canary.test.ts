/**
 * Proves that no token gets out: the service gives back all that it got, in every encoding, times out and resets.
 * A canary over every file and all output, here of the command and of Playwright.
 */
import assert from 'node:assert/strict';
import { readdir, readFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { test } from 'node:test';
import { validateRecord } from '../../../reports/validate-record.js';
import type { RunRecord } from '../../../schemas/record/run-record.js';
import { byCharacter, findTrace, spell, type Traces, tracesOf } from '../../support/traces.js';
import { runProcess } from '../cli/processes.js';
import { emptyDirectory } from '../cli/stand-ins.js';
import { type EchoingService, echoingService, reactionNames } from './echoing-service.js';
import { runPlaywright } from './playwright-process.js';
import { settingsFor } from './settings-for.js';

test('the search finds a token in every encoding', () => {
  const token = 'eyJhbGciOiJub3QifQ.canary-canary_CANARY0123456789.signature-of-no-meaning';
  const traces = tracesOf(token);
  const cut = token.slice(20, 36);
  for (const [name, character] of Object.entries(byCharacter)) {
    assert.ok(findTrace(traces, `<b>${spell(cut, character)}</b>`), name);
    assert.ok(findTrace(traces, JSON.stringify({ echo: spell(cut, character) })), `${name} inside JSON`);
  }
  for (const before of ['', 'a', 'ab']) {
    assert.ok(findTrace(traces, Buffer.from(`${before}${token}`).toString('base64')), `base64 behind "${before}"`);
  }
  assert.equal(findTrace(traces, `${token.slice(0, 11)} ${token.slice(20, 31)}`), undefined);
});

test('the command lets no token out', async (t) => {
  const service = await echoingService(t, 1);
  const cwd = await emptyDirectory(t);
  const env = settingsFor(service.url.href, service.credentials);
  const run = await runProcess(t, ['run', '--seed', '1', '--yes', '--only', 'headers', '--only', 'answer'], {
    cwd,
    env,
  });
  assert.equal(run.code, 1, run.stderr);
  assertEveryReaction(service);
  await assertNoTrace(cwd, service, run);
});

test('Playwright lets no token out', async (t) => {
  const service = await echoingService(t, 2);
  const cwd = await emptyDirectory(t);
  const env = { ...settingsFor(service.url.href, service.credentials), BYOC_SEED: '2' };
  // Playwright starts a new worker behind each red test: some of the tests tell as much as all.
  const run = await runPlaywright(t, ['test', '--grep', 'breaks headers/org-id'], { cwd, env });
  assert.equal(run.code, 1, run.stderr);
  await assertNoTrace(cwd, service, run);
});

function assertEveryReaction({ reacted }: EchoingService): void {
  const missing = reactionNames.filter((name) => !reacted.has(name));
  assert.deepEqual(missing, [], 'the service did not get to all that it can do');
}

interface Output {
  readonly stdout: string;
  readonly stderr: string;
}

/** Searches all output and every file below the directory, the names of the files too. */
async function assertNoTrace(directory: string, service: EchoingService, { stdout, stderr }: Output): Promise<void> {
  const { accessToken, expiredAccessToken = '' } = service.credentials;
  const files = (await readdir(directory, { recursive: true, withFileTypes: true })).filter((entry) => entry.isFile());
  const paths = files.map(({ parentPath, name }) => join(parentPath, name));
  const record = await readRecord(paths);
  // The canary is only worth something when the token came back and was taken out.
  assert.ok(JSON.stringify(record.evidence).split('‹secret›').length > 50);
  assert.ok(record.clauses.some(({ id, verdict }) => id === 'answer/refusal/no-token' && verdict === 'nonconformant'));
  const texts = new Map([
    ['stdout', stdout],
    ['stderr', stderr],
    ['names of files', paths.join('\n')],
  ]);
  for (const path of paths) texts.set(path, (await readFile(path)).toString('latin1'));
  const traces: readonly Traces[] = [tracesOf(accessToken), tracesOf(expiredAccessToken)];
  for (const [place, text] of texts) {
    for (const one of traces) {
      const trace = findTrace(one, text);
      assert.equal(trace, undefined, `${place} holds a piece of the token: ${trace}`);
    }
  }
}

async function readRecord(paths: readonly string[]): Promise<RunRecord> {
  const path = paths.find((one) => basename(one) === 'run.json');
  assert.ok(path !== undefined, `no run.json among ${paths.join(', ')}`);
  const checked = validateRecord(JSON.parse(await readFile(path, 'utf8')));
  if (!checked.ok) assert.fail(checked.errors.join('\n'));
  return checked.record;
}
