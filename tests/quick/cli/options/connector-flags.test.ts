/** Options of gate and proxy: what is taken, and what is said of what cannot be. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import { UsageError } from '../../../../cli/errors/usage-error.js';
import { readConnectorFlags, readProxyFlags, splitWords } from '../../../../cli/options/connector-flags.js';
import { scenarioIds } from '../../../../endpoints/org/scenarios.js';

test('with a command all scenarios are played, without one only the control', () => {
  assert.deepEqual(readConnectorFlags({}, true).scenarios, scenarioIds);
  assert.deepEqual(readConnectorFlags({}, false).scenarios, ['all-well']);
  assert.deepEqual(readConnectorFlags({ scenario: ['slow', 'all-well', 'slow'] }, true).scenarios, [
    'all-well',
    'slow',
  ]);
  assert.equal(readConnectorFlags({}, true).timeoutMs, 300_000);
});

const wrong: readonly (readonly [act: () => unknown, message: RegExp])[] = [
  [() => readConnectorFlags({ scenario: ['slw'] }, true), /--scenario: there is no "slw"/],
  [
    () => readConnectorFlags({ scenario: ['slow', 'all-well'] }, false),
    /without a command only one --scenario can be served/,
  ],
  [() => readConnectorFlags({ timeout: '5' }, true), /--timeout must be a time such as/],
  [() => readConnectorFlags({ timeout: '0s' }, true), /--timeout must be longer than nothing/],
  [() => readConnectorFlags({ driver: 'localhost:3' }, true), /--driver must be the http or https URL of a hook/],
  [
    () => readConnectorFlags({ driver: 'http://a/', driverCommand: 'b' }, true),
    /--driver and --driver-command cannot be used together/,
  ],
  [() => readConnectorFlags({ driverCommand: 'b' }, true), /--driver-command and a command behind -- cannot/],
  [() => readConnectorFlags({ driverCommand: `a 'b` }, false), /with quotes that are closed/],
  [() => readConnectorFlags({ edition: '60.0' }, true), /--edition must be 61.0 or 65.0/],
  [() => readProxyFlags({}), /proxy needs --base-url/],
  [() => readProxyFlags({ baseUrl: 'ftp://x' }), /--base-url must be an http or https URL/],
];

for (const [act, message] of wrong) {
  test(`told: ${message.source}`, () => {
    assert.throws(act, (error) => error instanceof UsageError && message.test(error.message));
  });
}

test('words of a command line are divided by blanks, quotes keep them', () => {
  assert.deepEqual(splitWords(` node  'a b'.js "{subject}" x'y'"z" '' `), ['node', 'a b.js', '{subject}', 'xyz', '']);
  assert.equal(splitWords(`node "a`), undefined);
  assert.deepEqual(splitWords(`a;b $(c)`), ['a;b', '$(c)']);
});
