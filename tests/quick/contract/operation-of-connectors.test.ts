/**
 * A second operation, added as data, as connectors call it: the org of the gate answers it, and the judge judges what is
 * sent: by its headers, its body, and the conversation that it goes on in.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { extendMock } from '../../../endpoints/mock/extension.js';
import { Org } from '../../../endpoints/org/org.js';
import { type Basis, conformingDraft } from '../../../generators/basis.js';
import { violationOf, violationsOf } from '../../../generators/violations/catalogue.js';
import { clauseOf, clausesOf } from '../../../schemas/clauses/clauses.js';
import { extendContract } from '../../../schemas/contract.js';
import { type ConnectorContract, joined } from '../../../verdicts/connector/contract.js';
import { examineRequest } from '../../../verdicts/connector/judge-request.js';
import { OverTime } from '../../../verdicts/connector/over-time.js';
import { encodeBody } from '../../../wire/codecs/encode.js';
import type { ReceivedRequest } from '../../../wire/received.js';
import type { RequestDraft } from '../../../wire/request.js';
import { plainBasisIn } from '../generators/some-basis.js';
import { mockOfRouting, startRouting } from './extension.js';

let takeBack: readonly (() => void)[] = [];

before(() => {
  takeBack = [extendContract(startRouting), extendMock(mockOfRouting)];
});
after(() => {
  for (const undo of takeBack) undo();
});

/** An org, requests as they arrive at it, and what the judge is told of it. */
async function scene(edition: string) {
  const org = await Org.create({ edition, onSecret: () => undefined });
  const { credentials } = org;
  const [channel = ''] = credentials.channels;
  const { orgId, authorizationContext, channels } = credentials;
  const contract: ConnectorContract = { edition, orgId, authorizationContext, channels, tokens: org.tokens };
  let number = 0;
  const arrive = (draft: RequestDraft): ReceivedRequest => {
    number += 1;
    const target = `/api/${draft.path}`;
    return {
      number,
      receivedMs: number * 5_000,
      endedMs: number * 5_000,
      connection: 1,
      httpVersion: '1.1',
      method: draft.method,
      target,
      fields: draft.fields,
      body: Buffer.from(encodeBody(draft.body)),
      bodyCut: false,
      operation: org.addresseeOf(draft.method, target),
    };
  };
  const answered = async (request: ReceivedRequest): Promise<ReceivedRequest & { readonly status: number }> => {
    const { status, fields, body } = await org.answer(request);
    const answer = {
      httpVersion: '1.1',
      reason: '',
      status,
      fields,
      body: Buffer.from(body),
      sentMs: request.receivedMs + 1,
    };
    return { ...request, answer, status };
  };
  const layout = edition === '61.0' ? 'parts' : 'json';
  const establishing: Basis = { ...plainBasisIn(layout), edition, credentials, channel };
  const routing = (conversationIdentifier: string): Basis => ({
    ...establishing,
    operation: 'start-routing',
    layout: 'json',
    conversationIdentifier,
    requestId: 'e8d1c7f0-2a3b-4c5d-9e6f-708192a3b4c5',
  });
  return { contract, arrive, answered, establishing, routing };
}

for (const edition of ['61.0', '65.0']) {
  test(`${edition}: the org answers it in a conversation that it gave, and the judge finds nothing`, async () => {
    const { contract, arrive, answered, establishing, routing } = await scene(edition);
    const judge = new OverTime(contract);
    const judged = (request: ReceivedRequest) => joined(examineRequest(request, contract), judge.take(request));
    const first = await answered(arrive(conformingDraft(establishing)));
    assert.deepEqual([first.status, judged(first).findings], [202, []]);
    const { conversationIdentifier } = JSON.parse(String(first.answer?.body));
    const second = await answered(arrive(conformingDraft(routing(conversationIdentifier))));
    assert.deepEqual([second.operation, second.status], ['start-routing', 202]);
    const { findings, exercised } = judged(second);
    assert.deepEqual(findings, []);
    const clauses = exercised.map(String);
    for (const clause of [
      'operation/start-routing/endpoint',
      'headers/org-id/token-org',
      'headers/content-type/json',
      'body/json/well-formed',
      'body/start-routing/type/value',
      'behaviour/conversation-identifier/used',
    ]) {
      assert.ok(clauses.includes(clause), `${clause} was put to the test`);
    }
    const held = new Set(clausesOf(edition, 'start-routing').map(({ id }) => String(id)));
    assert.deepEqual(
      clauses.filter((clause) => !held.has(clause)),
      [],
    );
  });

  test(`${edition}: each violation of its own is named, with words for the one who made it`, async () => {
    const { contract, arrive, routing } = await scene(edition);
    const basis = routing('c-1');
    const own = violationsOf(basis).filter(({ clause }) => clause.includes('start-routing'));
    assert.ok(new Set(own.map(({ clause }) => clause)).size >= 4);
    for (const { clause, slug, draft } of own) {
      const { findings } = examineRequest(arrive(draft), contract);
      const [finding, ...more] = findings.filter(({ verdict }) => verdict !== 'observed');
      assert.deepEqual(
        [finding?.clause, finding?.verdict, more.length],
        [clause, 'nonconformant', 0],
        `${clause} ${slug}`,
      );
      assert.ok(finding !== undefined && finding.message !== '' && finding.advice !== '');
      assert.notEqual(finding.message, clauseOf(clause).statement);
    }
  });

  test(`${edition}: headers are judged as those of every operation`, async () => {
    const { contract, arrive, routing } = await scene(edition);
    const violation = violationOf(routing('c-1'), { clause: 'headers/org-id/required', slug: 'absent' });
    assert.ok(violation !== undefined);
    const { findings } = examineRequest(arrive(violation.draft), contract);
    assert.deepEqual(
      findings.map(({ clause }) => clause),
      ['headers/org-id/required'],
    );
  });

  test(`${edition}: a conversation that nobody gave is refused by the org, and told`, async () => {
    const { contract, arrive, answered, establishing, routing } = await scene(edition);
    const judge = new OverTime(contract);
    const judged = (request: ReceivedRequest) => joined(examineRequest(request, contract), judge.take(request));
    judged(await answered(arrive(conformingDraft(establishing))));
    const wrong = await answered(arrive(conformingDraft(routing('c-1'))));
    assert.equal(wrong.status, 404);
    assert.deepEqual(
      judged(wrong).findings.map(({ clause }) => clause),
      ['behaviour/conversation-identifier/used'],
    );
  });
}
