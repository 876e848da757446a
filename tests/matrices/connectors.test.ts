/** Connectors over the wire: each way of acting in the scenario that shows it, and each fault of one that is driven. */
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { describe, test } from 'node:test';
import { faultyRows, rareRows, testFaulty, testRare } from '../quick/end-to-end/gate-rows.js';
import { hookRows, testHook } from '../quick/end-to-end/hook-rows.js';
import { brokenClauses, runGateFor } from '../quick/end-to-end/run-gate-for.js';

describe('rare ways, and right', () => {
  for (const row of rareRows) testRare(row);
});

describe('faults', () => {
  for (const row of faultyRows) testFaulty(row);
});

describe('driven by a hook', () => {
  for (const row of hookRows) testHook(row);
});

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

test('by a command that trims: found, and told by the smallest subject', { skip: noCurl }, async () => {
  const record = await runGateFor({
    scenarios: ['all-well'],
    driver: { kind: 'command', args: ['/bin/sh', '-c', trimming] },
  });
  assert.deepEqual(brokenClauses(record), ['behaviour/driven/subject-unchanged']);
  assert.match(record.driven?.failures[0]?.smallest ?? '', /^(?: [^ ]|[^ ] )$/);
});
