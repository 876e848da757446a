/** Answers by the clauses that they break, as a success and as a refusal. */
import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  type AnswerMessage,
  validateRefusal,
  validateSuccess,
} from '../../../../schemas/validation/validate-answer.js';

const body = { conversationIdentifier: 'c-1' };

const conformant: readonly AnswerMessage[] = [
  { status: 200, body },
  { status: 201, body: { ...body, success: true, more: { deep: [1] } } },
  { status: 202, body: { conversationIdentifier: ' ' } },
];

for (const answer of conformant) {
  test(`${JSON.stringify(answer)} is a success`, () => {
    const identifier = Reflect.get(Object(answer.body), 'conversationIdentifier');
    const judged = validateSuccess(answer);
    assert.ok(judged.ok);
    assert.deepEqual(judged.yields, { conversationIdentifier: identifier });
    assert.deepEqual(judged.tested, [
      'answer/success/status',
      'answer/success/json-object',
      'answer/success/conversation-identifier/required',
      'answer/success/conversation-identifier/string',
      'answer/success/conversation-identifier/non-empty',
    ]);
  });
}

/** Answer, the clauses that it breaks below `answer/success/`. */
const broken: readonly (readonly [AnswerMessage, ...string[]])[] = [
  [{ status: 203, body }, 'status'],
  [{ status: 204 }, 'status', 'json-object'],
  [{ status: 200 }, 'json-object'],
  [{ status: 200, body: null }, 'json-object'],
  [{ status: 200, body: [body] }, 'json-object'],
  [{ status: 200, body: 'c-1' }, 'json-object'],
  [{ status: 200, body: {} }, 'conversation-identifier/required'],
  [{ status: 200, body: { conversationidentifier: 'c-1' } }, 'conversation-identifier/required'],
  [{ status: 200, body: { conversationIdentifier: null } }, 'conversation-identifier/string'],
  [{ status: 200, body: { conversationIdentifier: 7 } }, 'conversation-identifier/string'],
  [{ status: 200, body: { conversationIdentifier: '' } }, 'conversation-identifier/non-empty'],
];

for (const [answer, ...clauses] of broken) {
  test(`${JSON.stringify(answer)} breaks ${clauses.join(' and ')}`, () => {
    const judged = validateSuccess(answer);
    assert.ok(!judged.ok);
    assert.deepEqual(
      judged.broken.map(({ clause }) => clause),
      clauses.map((clause) => `answer/success/${clause}`),
    );
  });
}

/** Answer, the clauses that it breaks below `answer/refusal/`. */
const refusals: readonly (readonly [AnswerMessage, ...string[]])[] = [
  [{ status: 400 }],
  [{ status: 401, body: { code: 10004, message: 'no' } }],
  [{ status: 418, body: 'text' }],
  [{ status: 408 }, 'status'],
  [{ status: 429 }, 'status'],
  [{ status: 399 }, 'status'],
  [{ status: 200 }, 'status'],
  [{ status: 500 }, 'status'],
  [{ status: 400, body }, 'no-identifier'],
  [{ status: 400, body: { conversationIdentifier: null } }],
  [{ status: 400, body: { conversationIdentifier: '' } }],
  [{ status: 400, body: [{ errorCode: 'INVALID', conversationIdentifier: null }] }],
  [{ status: 400, body: { type: 'about:blank', title: 'no', conversationIdentifier: '' } }],
  [{ status: 400, body: { data: { conversation: { conversationIdentifier: '' } }, errors: [null, [[]]] } }],
  [{ status: 400, body: { errors: { conversationIdentifier: ['is given by the service'] } } }],
  [{ status: 400, body: { properties: { conversationIdentifier: { type: 'string' } } } }],
  [{ status: 400, body: 'a text with conversationIdentifier' }],
  [{ status: 499, body: [body] }, 'no-identifier'],
  [{ status: 400, body: { code: 1, data: [[{ more: body }]] } }, 'no-identifier'],
  [{ status: 400, body: { conversationIdentifier: '', data: body } }, 'no-identifier'],
  [{ status: 409, body: { type: 'about:blank', title: 'exists', extensions: body } }, 'no-identifier'],
  [{ status: 503, body: [body] }, 'status', 'no-identifier'],
  [{ status: 503, body }, 'status', 'no-identifier'],
];

for (const [answer, ...clauses] of refusals) {
  test(`the refusal ${JSON.stringify(answer)} breaks ${clauses.join(' and ') || 'nothing'}`, () => {
    assert.deepEqual(
      validateRefusal(answer).map(({ clause }) => clause),
      clauses.map((clause) => `answer/refusal/${clause}`),
    );
  });
}

test('every answer is judged, as a success and as a refusal, and none is both', () => {
  fc.assert(
    fc.property(fc.integer({ min: 100, max: 999 }), fc.jsonValue(), (status, value) => {
      const accepted = validateSuccess({ status, body: value }).ok;
      const refused = validateRefusal({ status, body: value }).length === 0;
      assert.ok(!(accepted && refused));
    }),
  );
});
