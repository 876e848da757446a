/**
 * An operation is data: a second one with a JSON body that goes on in a conversation gets its conforming requests, its
 * violations and a mock that takes the ones and refuses the others, and requests of connectors to it are judged.
 */
import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Answer } from '../../../endpoints/mock/answer.js';
import { extendMock } from '../../../endpoints/mock/extension.js';
import { createMock } from '../../../endpoints/mock/mock.js';
import { conformingDraft, conformingMessage } from '../../../generators/basis.js';
import { violationsOf } from '../../../generators/violations/catalogue.js';
import { extendContract } from '../../../schemas/contract.js';
import { validateSuccess } from '../../../schemas/validation/validate-answer.js';
import { validateRequest } from '../../../schemas/validation/validate-request.js';
import { encodeBody } from '../../../wire/codecs/encode.js';
import type { RequestDraft } from '../../../wire/request.js';
import { sharedKeys } from '../end-to-end/run-against.js';
import { plainBasisIn } from '../generators/some-basis.js';
import { mockOfRouting, startRouting } from './extension.js';

let takeBack: readonly (() => void)[] = [];

before(() => {
  takeBack = [extendContract(startRouting), extendMock(mockOfRouting)];
});
after(() => {
  for (const undo of takeBack) undo();
});

const form = { operation: 'start-routing', edition: '65.0', layout: 'json', conversationIdentifier: 'c-1' } as const;
const own = (clause: string): boolean => clause.includes('start-routing');

test('its plain request conforms and goes to its path with the conversation that it needs', () => {
  const basis = { ...plainBasisIn('json'), ...form };
  assert.deepEqual(validateRequest(conformingMessage(basis), basis), []);
  const draft = conformingDraft(basis);
  assert.deepEqual(JSON.parse(Buffer.from(encodeBody(draft.body)).toString()), {
    conversationIdentifier: 'c-1',
    routingType: 'Initial',
  });
});

test('the mock accepts what conforms and refuses every violation, those of the shared headers among them', async () => {
  const mock = await createMock({ keys: await sharedKeys(), edition: '65.0' });
  const { credentials } = mock;
  const established = { ...plainBasisIn('json'), credentials, channel: credentials.channels[0] ?? '' };
  const ask = async (draft: RequestDraft): Promise<Answer> =>
    mock.core.handle({
      method: draft.method,
      target: `/api/${draft.path}`,
      fields: draft.fields,
      body: Buffer.from(encodeBody(draft.body)),
      connection: 0,
    });
  const unknown = { ...established, ...form };
  assert.equal((await ask(conformingDraft(unknown))).status, 404);
  const answer = await ask(conformingDraft(established));
  const judged = validateSuccess({ status: answer.status, body: JSON.parse(Buffer.from(answer.body).toString()) });
  assert.ok(judged.ok);
  const basis = { ...unknown, ...judged.yields };
  const routed = await ask(conformingDraft(basis));
  assert.equal(routed.status, 202);
  assert.deepEqual(validateSuccess({ status: 202, body: {} }, form.operation), {
    ok: true,
    yields: {},
    tested: ['answer/success/status', 'answer/start-routing/status', 'answer/success/json-object'],
  });
  assert.ok(!validateSuccess({ status: 200 }, form.operation).ok);
  const violations = violationsOf(basis);
  const clauses = new Set(violations.map(({ clause }) => String(clause)));
  assert.ok(clauses.has('headers/org-id/length') && clauses.has('body/start-routing/type/value'));
  assert.ok(
    ![...clauses].some((clause) => clause.startsWith('body/') && !clause.startsWith('body/json/') && !own(clause)),
    [...clauses].join(' '),
  );
  for (const { clause, slug, draft } of violations) {
    const { status } = await ask(draft);
    assert.ok(status >= 400 && status < 500, `${clause} ${slug}: ${status}`);
  }
});
