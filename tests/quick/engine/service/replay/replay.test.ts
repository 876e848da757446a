/** A replay does what a story says: others, a wait, an instant, a refusal; and only then judges. */

import assert from 'node:assert/strict';
import { type TestContext, test } from 'node:test';
import type { Answer } from '../../../../../endpoints/mock/answer.js';
import { extendMock } from '../../../../../endpoints/mock/extension.js';
import type { FaultId } from '../../../../../endpoints/mock/faults.js';
import { createMock } from '../../../../../endpoints/mock/mock.js';
import { judgeReplay } from '../../../../../engine/service/replay/judge-replay.js';
import { replayCase, requestsOf, waitsOf } from '../../../../../engine/service/replay/replay.js';
import { conformingDraft } from '../../../../../generators/basis.js';
import type { ReplayCase, ReplayRequest } from '../../../../../schemas/record/replay-case.js';
import { tokenPlace } from '../../../../../verdicts/replay/replay-request.js';
import { encodeRequest } from '../../../../../wire/codecs/encode.js';
import { sharedKeys } from '../../../end-to-end/run-against.js';
import { formOf } from '../../../forms.js';
import { answered } from '../../../verdicts/samples.js';

async function serve(t: TestContext, ...faults: FaultId[]) {
  const mock = await createMock({ keys: await sharedKeys(), faults });
  const { baseUrl, close } = await mock.listen();
  t.after(close);
  return { kind: 'service', baseUrl: new URL(baseUrl), credentials: mock.credentials, faults: [] } as const;
}

type Target = Awaited<ReturnType<typeof serve>>;

function request({ credentials }: Target, subject: string, changes: Partial<ReplayRequest> = {}): ReplayRequest {
  const basis = {
    ...formOf('parts'),
    credentials: { ...credentials, accessToken: tokenPlace },
    channel: credentials.channels[0] ?? '',
    subject,
    requestId: '6f1c0f7e-6a53-4b8e-9a39-0d2b5d2f7c11',
    boundary: 'b',
  } as const;
  const { method, fields, body } = encodeRequest(conformingDraft(basis));
  return {
    role: 'before',
    method,
    target: '/api/v1/conversation',
    fields: fields.map(([name, value]) => [name, value]),
    body: { text: Buffer.from(body).toString() },
    connection: 'pooled',
    together: 1,
    answered: { status: 202 },
    ...changes,
  };
}

function story({ credentials, baseUrl }: Target, requests: ReplayRequest[], wholeStory = true): ReplayCase {
  return {
    format: 'byoc-conformance/replay-case/2',
    version: '0.1.0',
    recordedAt: '2026-11-26T10:00:00.000Z',
    finding: 'behaviour--same-pair--for-ever--a-random-sequence',
    clause: 'behaviour/same-pair/for-ever',
    case: { slug: 'a-random-sequence' },
    label: 'a sequence of 3 steps',
    verdict: 'nonconformant',
    expected: 'the identifier given before',
    got: 'another one',
    expects: 'same identifier',
    wholeStory,
    edition: '61.0',
    layout: 'parts',
    level: 'standard',
    seed: 1,
    target: {
      host: baseUrl.host,
      orgId: credentials.orgId,
      authorizationContext: credentials.authorizationContext,
      channels: [...credentials.channels],
    },
    requests,
  };
}

const ann = 'byoc-0a1b2c-ann';

test('what fails now and then is not called mended because it came right once', async (t) => {
  const behaviour = () => ({
    answers: (usual: Answer, _outcome: unknown, { requests }: { requests: number }) =>
      requests % 5 === 0 ? { ...usual, status: 500 } : usual,
  });
  const id = 'extension/every-fifth-fails';
  const fault = { id, summary: '', clause: 'answer/success/status', minLevel: 'standard', behaviour } as const;
  t.after(extendMock({ faults: [fault] }));
  // An extension's id is known to the mock alone.
  const faulty = await serve(t, id as FaultId);
  const failed = request(faulty, ann, { role: 'case', answered: { status: 500 } });
  const replay: ReplayCase = { ...story(faulty, [failed]), clause: 'answer/success/status', expects: 'acceptance' };
  const { result, requests } = await replayCase(replay, { target: faulty });
  assert.deepEqual({ result, requests }, { result: 'STILL', requests: 5 });
  const right = await replayCase(replay, { target: await serve(t) });
  assert.deepEqual({ result: right.result, requests: right.requests }, { result: 'FIXED', requests: 6 });
});

test('others are established in between, each replay its own', async (t) => {
  const faulty = await serve(t, 'same-pair/keeps-50');
  const right = await serve(t);
  const evicted = (others: number): ReplayCase =>
    story(faulty, [request(faulty, ann), request(faulty, ann, { role: 'case', others })]);
  assert.equal(requestsOf(evicted(50)), 52);
  for (let time = 0; time < 2; time += 1) {
    assert.deepEqual(await resultOf(evicted(50), faulty), ['STILL', 52]);
    assert.deepEqual(await resultOf(evicted(40), faulty), ['FIXED', 42]);
    assert.deepEqual(await resultOf(evicted(50), right), ['FIXED', 52]);
  }
});

const resultOf = async (replay: ReplayCase, target: Target) => {
  const { result, requests } = await replayCase(replay, { target });
  return [result, requests];
};

test('a wait is as long as it was, and told', async (t) => {
  const faulty = await serve(t, 'same-pair/expires');
  const waited = (waitMs: number) =>
    story(faulty, [request(faulty, ann), request(faulty, ann, { role: 'case', waitMs })]);
  const told: number[] = [];
  const still = await replayCase(waited(350), { target: faulty, onWait: (ms) => told.push(ms) });
  assert.equal(still.result, 'STILL');
  assert.ok(told.length === 1 && (told[0] ?? 0) > 0 && (told[0] ?? 0) <= 350, told.join());
  assert.equal(waitsOf(waited(350)), 350);
});

test('a wait ends when the replay is broken off, and decides nothing', async (t) => {
  const target = await serve(t);
  const stop = new AbortController();
  const replay = story(target, [request(target, ann), request(target, ann, { role: 'case', waitMs: 3_600_000 })]);
  const { result } = await replayCase(replay, { target, signal: stop.signal, onWait: () => stop.abort() });
  assert.equal(result, 'INCONCLUSIVE');
});

test('names of another target take the place of the recorded ones, blanks around them stay', async (t) => {
  const [one, other] = [await serve(t), await serve(t)];
  const padded = request(one, ann, { role: 'case' });
  const fields = padded.fields.map(([name = '', value = '']) =>
    name === 'OrgId' || name === 'AuthorizationContext' ? [name, `\t${value}  `] : [name, value],
  );
  const replay = story(one, [request(one, ann), { ...padded, fields }]);
  assert.notEqual(one.credentials.orgId, other.credentials.orgId);
  assert.equal((await resultOf(replay, other))[0], 'FIXED');
});

test('a story whose case was not sent decides nothing', () => {
  const recorded = { role: 'before', answered: { status: 202 } } as ReplayRequest;
  const replay = { expects: 'same identifier', wholeStory: true } as ReplayCase;
  const sent = [{ role: 'before', recorded, exchange: answered(202, '{"conversationIdentifier":"a"}') }] as const;
  assert.equal(judgeReplay(replay, sent, () => false).result, 'INCONCLUSIVE');
});

test('what was refused is sent again, and whatever it gets is no verdict', async (t) => {
  const faulty = await serve(t, 'same-pair/all-forgotten-after-refusal');
  const refused = request(faulty, ann, { role: 'refused' });
  const agent = { ...refused, body: { text: refused.body.text?.replace('EndUser', 'Agent') ?? '' } };
  const replay = story(faulty, [request(faulty, ann), agent, request(faulty, ann, { role: 'case' })]);
  assert.equal((await resultOf(replay, faulty))[0], 'STILL');
  // Six rounds, for which connection or node a call meets is left to chance.
  assert.deepEqual(await resultOf(replay, await serve(t)), ['FIXED', 18]);
  assert.equal((await resultOf(replay, await serve(t, 'role/accepts-agent')))[0], 'FIXED');
});

test('a forged token in a story is made anew, never the real one', async (t) => {
  const faulty = await serve(t, 'same-pair/forgotten-after-its-refusal');
  const remake = {
    header: 'Authorization',
    clause: 'headers/authorization/expiry',
    slug: 'a-token-past-its-time',
  };
  const forged = request(faulty, ann, { role: 'refused', remake });
  const replay = story(faulty, [request(faulty, ann), forged, request(faulty, ann, { role: 'case' })]);
  assert.equal((await resultOf(replay, faulty))[0], 'STILL');
});

test('calls for several pairs start in the same instant', async (t) => {
  const faulty = await serve(t, 'same-pair/crossed-answers');
  const crowd = Array.from({ length: 8 }, (_, index) =>
    request(faulty, `byoc-0a1b2c-${index}`, index === 0 ? {} : { alongside: true }),
  );
  const replay = story(faulty, [...crowd, request(faulty, 'byoc-0a1b2c-0', { role: 'case' })], false);
  assert.equal((await resultOf(replay, faulty))[0], 'STILL');
  assert.deepEqual(await resultOf(replay, await serve(t)), ['INCONCLUSIVE', 180], 'twenty rounds, and never FIXED');
});

test('where new conversations fail, one that fails beside the case counts', async (t) => {
  const faulty = await serve(t, 'operation/every-ninth-new-pair-fails');
  const acceptance = (target: Target): ReplayCase => ({
    ...story(target, [request(target, ann, { role: 'case', others: 9 })], false),
    expects: 'acceptance',
    clause: 'behaviour/new-conversation',
  });
  const { result } = await replayCase(acceptance(faulty), { target: faulty });
  assert.ok(result === 'STILL' || result === 'CHANGED', result);
  const right = await serve(t);
  assert.equal((await resultOf(acceptance(right), right))[0], 'INCONCLUSIVE');
});
