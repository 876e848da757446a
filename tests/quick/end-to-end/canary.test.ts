/**
 * Proves that no token gets out: the service gives back all that it got, in every encoding, times out and resets.
 * A canary over every file and all output of the command; tests/matrices/playwright/ has those of Playwright.
 */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { assertNoTrace } from '../../support/no-trace.js';
import { byCharacter, findTrace, spell, tracesOf } from '../../support/traces.js';
import { runProcess } from '../cli/processes.js';
import { emptyDirectory } from '../cli/stand-ins.js';
import { type EchoingService, echoingService, reactionNames } from './echoing-service.js';
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

function assertEveryReaction({ reacted }: EchoingService): void {
  const missing = reactionNames.filter((name) => !reacted.has(name));
  assert.deepEqual(missing, [], 'the service did not get to all that it can do');
}
