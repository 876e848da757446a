/** Driven connectors: what arrives is what was asked for, and a failure shrinks to the smallest subject that breaks it. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { test } from 'node:test';
import { brokenClauses, runGateFor } from './run-gate-for.js';
import { type ConnectorFault, smallConnector } from './small-connector.js';

const node = process.execPath;
const noCurl = spawnSync('curl', ['--version']).error === undefined ? false : 'curl is not installed';

/** The subject comes on standard input as a JSON text, which is trimmed inside its quotes. Node would take ten times as long. */
const trimming = String.raw`
  subject=$(sed -e 's/.*"subject":\(".*"\)}$/\1/' -e 's/^" */"/' -e 's/ *"$/"/')
  curl --silent --show-error --fail --output /dev/null "$SF_SCRT_INSTANCE_URL/api/v1/conversation" \
    -H "Authorization: Bearer $SF_ACCESS_TOKEN" -H "OrgId: $SF_ORG_ID" -H "RequestId: $(cat /proc/sys/kernel/random/uuid)" \
    -H "AuthorizationContext: $SF_AUTHORIZATION_CONTEXT" \
    --form-string "channelAddressIdentifier=$BYOC_CHANNEL" \
    --form-string "participants=[{\"subject\":$subject,\"role\":\"EndUser\",\"appType\":\"custom\"}]"
`;

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}

for (const [faults, smallest] of [
  [[], undefined],
  [['breaks on quotes'], '"'],
  [['lower case'], /^\p{Lu}$/u],
  [['lower case', 'remembers'], /^\p{Lu}$/u],
  [['question marks for emoji'], /^\p{Emoji_Presentation}$/u],
] as const satisfies readonly (readonly [readonly ConnectorFault[], string | RegExp | undefined])[]) {
  test(`by a hook, with ${faults.length === 0 ? 'no fault' : `the fault "${faults.join()}"`}`, async (t) => {
    const port = await freePort();
    const record = await runGateFor({
      scenarios: ['all-well'],
      command: [node, await smallConnector(t, faults), `--hook=${port}`],
      driver: { kind: 'url', url: new URL(`http://127.0.0.1:${port}/establish`) },
    });
    if (smallest === undefined) {
      assert.deepEqual([record.verdict, record.exitCode], ['conformant', 0], record.reason);
      assert.ok((record.driven?.asked ?? 0) > 100);
      assert.equal(record.driven?.arrived, record.driven?.asked);
      // How it ended is our doing, and no exit code of its own.
      assert.deepEqual([record.command?.exitCode, record.command?.runs[0]?.ending], [undefined, 'served']);
      return;
    }
    assert.deepEqual(brokenClauses(record), ['behaviour/driven/subject-unchanged']);
    const found = record.driven?.failures.map((failure) => failure.smallest) ?? [];
    assert.ok(
      found.some((one) => (typeof smallest === 'string' ? one === smallest : smallest.test(one))),
      found.join(),
    );
  });
}

test('by a command for each subject, which arrives as one argument', async (t) => {
  const file = await smallConnector(t);
  const record = await runGateFor({
    scenarios: ['token-expires'],
    driver: { kind: 'command', args: [node, file, '{subject}'] },
  });
  assert.deepEqual([record.verdict, record.exitCode], ['conformant', 0], record.reason);
  assert.equal(record.requests > 4, true);
});

test('by a command that trims: found, and told by the smallest subject', { skip: noCurl }, async () => {
  const record = await runGateFor({
    scenarios: ['all-well'],
    driver: { kind: 'command', args: ['/bin/sh', '-c', trimming] },
  });
  assert.deepEqual(brokenClauses(record), ['behaviour/driven/subject-unchanged']);
  assert.match(record.driven?.failures[0]?.smallest ?? '', /^(?: [^ ]|[^ ] )$/);
});

test('a hook that nobody serves is inconclusive', async () => {
  const port = await freePort();
  const record = await runGateFor({
    scenarios: ['all-well'],
    timeoutMs: 300,
    driver: { kind: 'url', url: new URL(`http://127.0.0.1:${port}/`) },
  });
  assert.deepEqual([record.verdict, record.exitCode], ['inconclusive', 3]);
  assert.match(record.reason, /^No request came\. Nothing accepts connections at 127\.0\.0\.1/);
});
