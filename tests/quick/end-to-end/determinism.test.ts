/**
 * Proves that a seed repeats a run: the same requests byte for byte, the same plan, the same verdicts.
 * The plan tells what is really sent.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Core } from '../../../endpoints/mock/core.js';
import { type FaultId, faultOf } from '../../../endpoints/mock/faults.js';
import { ContractHandler } from '../../../endpoints/mock/handlers.js';
import { defaultChannels, issueCredentials } from '../../../endpoints/mock/issue-credentials.js';
import { serve } from '../../../endpoints/mock/serve.js';
import type { Settings } from '../../../endpoints/mock/settings.js';
import { TokenVerifier } from '../../../endpoints/mock/token-verifier.js';
import type { RunOptions } from '../../../engine/service/run-options.js';
import type { ServiceRecord } from '../../../schemas/record/run-record.js';
import { type Owner, recordingProxy } from './recording-proxy.js';
import { runAgainst, sharedKeys, verdictsOf } from './run-against.js';

interface Recorded {
  readonly record: ServiceRecord;
  /** Every message that was sent, sorted, the port of the service replaced. */
  readonly messages: readonly string[];
}

type Choice = Partial<Pick<RunOptions, 'layout' | 'level' | 'only'>> & {
  readonly seed: number;
  readonly faults?: readonly FaultId[];
};

/** A run against a new mock that takes these credentials: only so can two runs be compared to the byte. */
async function recordRun(owner: Owner, settings: Settings, { faults = [], ...options }: Choice): Promise<Recorded> {
  const { publicKey } = await sharedKeys();
  const behaviours = faults.map((id) => faultOf(id).behaviour());
  const core = new Core({ settings, verifier: new TokenVerifier(publicKey, Date.now), behaviours, now: Date.now });
  const service = await serve([new ContractHandler(core)]);
  owner.after(() => void service.close());
  const proxy = await recordingProxy(owner, service.baseUrl);
  const record = await runAgainst(proxy.baseUrl, settings, options);
  const { host } = new URL(proxy.baseUrl);
  return { record, messages: proxy.messages.map(({ text }) => text.replaceAll(host, 'host')).sort() };
}

async function someSettings(): Promise<Settings> {
  return issueCredentials(await sharedKeys(), defaultChannels, Date.now());
}

// Whole runs, each looked at by several tests.
let org: Settings;
let seed42: Recorded;
let seed2: Recorded;
before(async () => {
  org = await someSettings();
  seed42 = await recordRun({ after }, org, { seed: 42 });
  seed2 = await recordRun({ after }, org, { seed: 2 });
});

test('the same seed sends the same requests byte for byte', async (t) => {
  const again = await recordRun(t, org, { seed: 42 });
  assert.ok(again.messages.length > 1500, `${again.messages.length} messages`);
  assertSameMessages(seed42, again);
  assert.deepEqual(gist(seed42.record), gist(again.record));
});

test('so it does with layout json-part', async (t) => {
  const choice = {
    seed: 42,
    layout: 'json-part',
    only: ['headers', 'body/participants', 'behaviour/same-pair'],
  } as const;
  const [first, second] = [await recordRun(t, org, choice), await recordRun(t, org, choice)];
  assertSameMessages(first, second);
  assert.deepEqual(gist(first.record), gist(second.record));
});

test('token and org id alone make the difference between two orgs', async (t) => {
  const another = await someSettings();
  assert.notEqual(another.orgId, org.orgId);
  // What is made from the token (forged signatures, altered claims) differs with it; no other request does.
  const plain = ({ record, messages }: Recorded, { accessToken, orgId }: Settings): Recorded => {
    const texts = messages.map((text) => text.replaceAll(accessToken, 'token').replaceAll(orgId, 'org'));
    return { record, messages: texts.filter(isWhole).sort() };
  };
  const [first, second] = [plain(seed42, org), plain(await recordRun(t, another, { seed: 42 }), another)];
  assert.ok(first.messages.length > 1000, `${first.messages.length} messages`);
  assertSameMessages(first, second);
});

/** Carries the token and the org's id whole: nothing that was made from them. */
function isWhole(text: string): boolean {
  return /^authorization:[ \t]*bearer +token[ \t]*\r$/im.test(text) && /^orgid:[ \t]*org[ \t]*\r$/im.test(text);
}

test('the same seed finds the same faults in the same way', async (t) => {
  const faults: readonly FaultId[] = ['org-id/accepts-18', 'subject/refuses-emoji', 'merged-subjects/case'];
  const only = ['headers/org-id', 'body/participants/subject', 'behaviour/different-pair'];
  const [first, second] = [
    await recordRun(t, org, { seed: 7, faults, only }),
    await recordRun(t, org, { seed: 7, faults, only }),
  ];
  assert.equal(first.record.verdict, 'nonconformant');
  assert.deepEqual(gist(first.record), gist(second.record));
});

test('another seed makes other people, and no request is the same but for fixed texts', () => {
  const [subjects, others] = [subjectsOf(seed42), subjectsOf(seed2)];
  assert.ok(subjects.size > 300, `${subjects.size} subjects`);
  assert.deepEqual(
    [...subjects].filter((subject) => others.has(subject)),
    [],
  );
  assert.notDeepEqual(seed42.messages, seed2.messages);
  const shared = new Set(seed42.messages);
  assert.deepEqual(
    seed2.messages.filter((message) => shared.has(message)),
    [],
  );
});

test('the plan is what is really sent when nothing fails', () => {
  for (const { record, messages } of [seed42, seed2]) {
    assert.equal(record.plan.requests, record.requests);
    assert.equal(messages.length, record.requests);
  }
});

test('RequestIds are all different within a run, but for one that is repeated on purpose', () => {
  const times = new Map<string, number>();
  for (const message of seed42.messages) {
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
