/** Holds what `probe` prints, asks and ends with. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ProbeResult } from '../../../../engine/service/probe-service.js';
import { settings } from '../sample.js';
import { runCommandLine, standIn } from '../stand-ins.js';

const notFound: ProbeResult = {
  decision: {
    found: false,
    cause: 'credentials refused',
    reason: 'A request was refused with 401.',
    advice: 'check the token',
  },
  attempts: [{ edition: '61.0', layout: 'parts', answer: { kind: 'refused', status: 401, code: 10004 } }],
  requests: 3,
  pair: { channel: 'c', subject: 'byoc-abcdef-probe', established: false },
};

test('what was found is told with the options to use and what was left behind', async (t) => {
  const { code, stdout } = await runCommandLine(t, ['probe']);
  assert.equal(code, 0);
  assert.match(stdout, /The service speaks edition 65\.0 in the layout json, success status 202\./);
  assert.match(stdout, /Use: npx byoc-conformance run --edition 65\.0 --layout json/);
  assert.match(stdout, /Left behind: one conversation of the subject "byoc-abcdef-probe" on the channel "c"\./);
  assert.match(stdout, /5 requests went to http:\/\/127\.0\.0\.1:1\/api\./);
});

test('as JSON it has the options and no identifier of the service', async (t) => {
  const { code, stdout } = await runCommandLine(t, ['probe', '--json']);
  const told = JSON.parse(stdout);
  assert.equal(code, 0);
  assert.equal(told.found, true);
  assert.equal(told.options, '--edition 65.0 --layout json');
  assert.deepEqual(told.left, [{ channel: 'c', subject: 'byoc-abcdef-probe' }]);
  assert.doesNotMatch(stdout, /c-1/);
});

test('without an edition it ends with 3 and says what came and what to do', async (t) => {
  const dependencies = standIn({ probeService: async () => notFound });
  const { code, stdout } = await runCommandLine(t, ['probe'], { dependencies });
  assert.equal(code, 3);
  assert.match(stdout, /No edition was found: credentials refused\./);
  assert.match(stdout, /A request was refused with 401\./);
  assert.match(stdout, /What to do: check the token\./);
  assert.match(stdout, /No conversation was established\./);
});

const elsewhere = { ...settings, SF_SCRT_INSTANCE_URL: 'https://partner.my.salesforce-scrt.com' };

test('a service elsewhere gets nothing where nobody can be asked', async (t) => {
  let asked = 0;
  const dependencies = standIn({
    async probeService() {
      asked += 1;
      return notFound;
    },
  });
  const { code, stderr } = await runCommandLine(t, ['probe'], { dependencies, env: elsewhere });
  assert.equal(code, 2);
  assert.equal(asked, 0);
  assert.match(stderr, /partner\.my\.salesforce-scrt\.com is not on this machine/);
  assert.match(stderr, /add --yes when it may be asked/);
  await runCommandLine(t, ['probe', '--yes'], { dependencies, env: elsewhere });
  assert.equal(asked, 1);
});

test('somebody who says no ends it', async (t) => {
  const questions: string[] = [];
  const confirm = async (question: string): Promise<boolean> => {
    questions.push(question);
    return false;
  };
  const { code, stderr } = await runCommandLine(t, ['probe'], { env: elsewhere, confirm });
  assert.equal(code, 3);
  assert.match(stderr, /Nothing was sent\./);
  assert.match(
    questions.join(),
    /at most 12 requests to partner\.my\.salesforce-scrt\.com\? One conversation is left behind/,
  );
});
