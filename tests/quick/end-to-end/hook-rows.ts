/** Connectors that are driven by a hook: what arrives, and how small a failure becomes. All of them in tests/matrices/connectors.test.ts. */
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { test } from 'node:test';
import { brokenClauses, runGateFor } from './run-gate-for.js';
import { type ConnectorFault, smallConnector } from './small-connector.js';

export const hookRows: readonly (readonly [
  faults: readonly ConnectorFault[],
  smallest: string | RegExp | undefined,
])[] = [
  [[], undefined],
  [['breaks on quotes'], '"'],
  [['lower case'], /^\p{Lu}$/u],
  [['lower case', 'remembers'], /^\p{Lu}$/u],
  [['question marks for emoji'], /^\p{Emoji_Presentation}$/u],
  [['forgets the channel'], 'byoc-7-plain'],
  [['remembers by subject'], 'byoc-7-plain'],
];

export function testHook([faults, smallest]: (typeof hookRows)[number]): void {
  test(`by a hook, with ${faults.length === 0 ? 'no fault' : `the fault "${faults.join()}"`}`, async (t) => {
    const port = await freePort();
    const record = await runGateFor({
      scenarios: ['all-well'],
      command: [process.execPath, await smallConnector(t, faults), `--hook=${port}`],
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
    const isChannel = faults.some((fault) => ['forgets the channel', 'remembers by subject'].includes(fault));
    assert.deepEqual(brokenClauses(record), [`behaviour/driven/${isChannel ? 'channel' : 'subject'}-unchanged`]);
    const found = record.driven?.failures.map((failure) => failure.smallest) ?? [];
    assert.ok(
      found.some((one) => (typeof smallest === 'string' ? one === smallest : smallest.test(one))),
      found.join(),
    );
  });
}

export async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
