/**
 * Proves that a seed repeats a run: the same requests byte for byte, the same plan, the same verdicts.
 * The plan tells what is really sent.
 */
import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import { ContractHandler } from '../../../endpoints/mock/contract-handler.js';
import { Core } from '../../../endpoints/mock/core.js';
import { type FaultId, faultOf } from '../../../endpoints/mock/faults.js';
import { defaultChannels, issueCredentials } from '../../../endpoints/mock/issue-credentials.js';
import { serve } from '../../../endpoints/mock/serve.js';
import type { Settings } from '../../../endpoints/mock/settings.js';
import { TokenVerifier } from '../../../endpoints/mock/token-verifier.js';
import type { Layout } from '../../../engine/service/run-options.js';
import type { ServiceRecord } from '../../../schemas/record/run-record.js';
import { recordingProxy } from './recording-proxy.js';
import { runAgainst, sharedKeys, verdictsOf } from './run-against.js';

interface Recorded {
  readonly record: ServiceRecord;
  /** Every message that was sent, sorted, the port of the service replaced. */
  readonly messages: readonly string[];
}

interface Choice {
  readonly seed: number;
  readonly layout?: Layout;
  readonly faults?: readonly FaultId[];
}

/** A run against a new mock that takes these credentials: only so can two runs be compared to the byte. */
async function recordRun(t: TestContext, settings: Settings, { seed, layout = 'parts', faults = [] }: Choice) {
  const { publicKey } = await sharedKeys();
  const behaviours = faults.map((id) => faultOf(id).behaviour());
  const core = new Core({ settings, verifier: new TokenVerifier(publicKey, Date.now), behaviours, now: Date.now });
  const service = await serve([new ContractHandler(core)]);
  t.after(() => service.close());
  const proxy = await recordingProxy(t, service.baseUrl);
  const record = await runAgainst(proxy.baseUrl, settings, { seed, layout });
  const { host } = new URL(proxy.baseUrl);
  return { record, messages: proxy.messages.map(({ text }) => text.replaceAll(host, 'host')).sort() };
}

async function someSettings(): Promise<Settings> {
  return issueCredentials(await sharedKeys(), defaultChannels, Date.now());
}

for (const layout of ['parts', 'json-part'] as const) {
  test(`the same seed sends the same requests byte for byte, with layout ${layout}`, async (t) => {
    const settings = await someSettings();
    const [first, second] = [
      await recordRun(t, settings, { seed: 42, layout }),
      await recordRun(t, settings, { seed: 42, layout }),
    ];
    assertSameMessages(first, second);
    assert.deepEqual(gist(first.record), gist(second.record));
  });
}

test('token and org id alone make the difference between two orgs', async (t) => {
  const [one, two] = [await someSettings(), await someSettings()];
  assert.notEqual(one.orgId, two.orgId);
  // What is made from the token (forged signatures, altered claims) differs with it; no other request does.
  const sent = async (settings: Settings) => {
    const { record, messages } = await recordRun(t, settings, { seed: 42 });
    const { accessToken, orgId } = settings;
    const texts = messages.map((text) => text.replaceAll(accessToken, 'token').replaceAll(orgId, 'org'));
    return { record, messages: texts.filter(isWhole).sort() };
  };
  const [first, second] = [await sent(one), await sent(two)];
  assert.ok(first.messages.length > 1000, `${first.messages.length} messages`);
  assertSameMessages(first, second);
});

/** Carries the token and the org's id whole: nothing that was made from them. */
function isWhole(text: string): boolean {
  return /^authorization:[ \t]*bearer +token[ \t]*\r$/im.test(text) && /^orgid:[ \t]*org[ \t]*\r$/im.test(text);
}

test('the same seed finds the same faults in the same way', async (t) => {
  const settings = await someSettings();
  const faults: readonly FaultId[] = ['org-id/accepts-18', 'subject/refuses-emoji', 'merged-subjects/case'];
  const [first, second] = [
    await recordRun(t, settings, { seed: 7, faults }),
    await recordRun(t, settings, { seed: 7, faults }),
  ];
  assert.equal(first.record.verdict, 'nonconformant');
  assert.deepEqual(gist(first.record), gist(second.record));
});

test('another seed makes other people, and no request is the same but for fixed texts', async (t) => {
  const settings = await someSettings();
  const [one, two] = [await recordRun(t, settings, { seed: 1 }), await recordRun(t, settings, { seed: 2 })];
  const [subjects, others] = [subjectsOf(one), subjectsOf(two)];
  assert.ok(subjects.size > 300, `${subjects.size} subjects`);
  assert.deepEqual(
    [...subjects].filter((subject) => others.has(subject)),
    [],
  );
  assert.notDeepEqual(one.messages, two.messages);
  const shared = new Set(one.messages);
  assert.deepEqual(
    two.messages.filter((message) => shared.has(message)),
    [],
  );
});

test('the plan is what is really sent when nothing fails', async (t) => {
  const settings = await someSettings();
  for (const seed of [1, 2, 3]) {
    const { record, messages } = await recordRun(t, settings, { seed });
    assert.equal(record.plan.requests, record.requests);
    assert.equal(messages.length, record.requests);
  }
});

test('RequestIds are all different within a run, but for one that is repeated on purpose', async (t) => {
  const { messages } = await recordRun(t, await someSettings(), { seed: 11 });
  const times = new Map<string, number>();
  for (const message of messages) {
    const id = /^requestid:[ \t]*([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})[ \t]*\r$/im.exec(message)?.[1];
    if (id !== undefined) times.set(id.toLowerCase(), (times.get(id.toLowerCase()) ?? 0) + 1);
  }
  assert.ok(times.size > 1500, `${times.size} RequestIds`);
  const repeated = [...times].filter(([, count]) => count > 1);
  assert.equal(repeated.length, 1, JSON.stringify(repeated));
});

function assertSameMessages(first: Recorded, second: Recorded): void {
  assert.equal(first.messages.length, second.messages.length);
  const differing = first.messages.findIndex((message, index) => message !== second.messages[index]);
  assert.equal(first.messages[differing], second.messages[differing]);
}

/** What a record says but for times, ports and the numbers that concurrency deals out. */
function gist(record: ServiceRecord) {
  const { plan, seed, verdict, exitCode, identities, requests, findings } = record;
  return {
    ...{ plan, seed, verdict, exitCode, identities, requests },
    clauses: verdictsOf(record),
    findings: findings.map(({ clause, label, got }) => `${clause}: ${label}: ${got.replace(/".*?"/g, '')}`).sort(),
  };
}

/** The subjects that the run made up, each with its seeded middle. */
function subjectsOf({ messages }: Recorded): ReadonlySet<string> {
  return new Set(messages.flatMap((message) => message.match(/byoc-[a-z0-9]{6}-[\w-]+/g) ?? []));
}
