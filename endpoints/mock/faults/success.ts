/** Faults of Answer › success. */
import type { ClauseId } from '../../../schemas/clauses/clauses.js';
import { type Answer, jsonAnswer } from '../answer.js';
import type { Behaviour } from '../behaviour.js';
import type { Fault } from '../fault.js';

/** Answers a success otherwise. */
const answersWith = (answer: (identifier: string, usual: Answer) => Answer) => (): Behaviour => ({
  answers: (usual, outcome) => (outcome.kind === 'accepted' ? answer(outcome.identifier, usual) : usual),
});

/** A fault that answers a success with another status. */
function status<const Status extends number>(code: Status, summary: string) {
  return {
    id: `success/status-${code}`,
    clause: 'answer/success/status',
    summary,
    minLevel: 'smoke',
    behaviour: answersWith((_identifier, usual) => ({ ...usual, status: code })),
  } as const satisfies Fault;
}

/** A fault that answers a success with another JSON value. */
function carrying<const Id extends string, const Clause extends ClauseId>(
  id: Id,
  clause: Clause,
  summary: string,
  value: (identifier: string) => unknown,
) {
  return {
    id: `success/${id}`,
    clause,
    summary,
    minLevel: 'smoke',
    behaviour: answersWith((identifier) => jsonAnswer(202, value(identifier))),
  } as const satisfies Fault;
}

/** A fault that answers a success with a body that is no JSON. */
function bodied<const Id extends string>(id: Id, summary: string, type: string, body: (identifier: string) => string) {
  return {
    id: `success/${id}`,
    clause: 'answer/success/json-object',
    summary,
    minLevel: 'smoke',
    behaviour: answersWith((identifier, usual) => ({
      ...usual,
      fields: [['Content-Type', type]],
      body: body(identifier),
    })),
  } as const satisfies Fault;
}

const object = 'answer/success/json-object';
const required = 'answer/success/conversation-identifier/required';
const string = 'answer/success/conversation-identifier/string';

/** A number that stands for an identifier; the same for the same one. */
function numberFor(identifier: string): number {
  return Number.parseInt(identifier.replace(/\D/g, '').slice(0, 12), 10) || 1;
}

export const successFaults = [
  status(204, 'Answers a success without a body.'),
  status(206, 'Answers a success as a part of something.'),
  status(299, 'Answers a success with a status of its own.'),
  {
    id: 'success/status-303',
    clause: 'answer/success/status',
    summary: 'Sends whoever asks for a known pair again to another place.',
    minLevel: 'smoke',
    behaviour: () => {
      const answered = new Set<string>();
      return answersWith((identifier, usual) => {
        if (answered.has(identifier)) return { ...usual, status: 303 };
        answered.add(identifier);
        return usual;
      })();
    },
  },
  carrying('list', object, 'Wraps the success answer in a list.', (identifier) => [
    { conversationIdentifier: identifier, success: true },
  ]),
  carrying(
    'string',
    object,
    'Answers a success with the identifier alone as a JSON string.',
    (identifier) => identifier,
  ),
  bodied(
    'plain-text',
    'Answers a success with the identifier as plain text.',
    'text/plain',
    (identifier) => identifier,
  ),
  bodied('html', 'Answers a success with a page.', 'text/html', (identifier) => `<p>Conversation ${identifier}</p>`),
  bodied('empty-body', 'Answers a success with an empty body.', 'application/json', () => ''),
  bodied('cut-json', 'Cuts the success answer before its end.', 'application/json', (identifier) =>
    JSON.stringify({ conversationIdentifier: identifier, success: true }).slice(0, -2),
  ),
  carrying('no-identifier', required, 'Leaves the identifier out.', () => ({ success: true })),
  carrying('misspelled-identifier', required, 'Calls the identifier conversationId.', (identifier) => ({
    conversationId: identifier,
  })),
  carrying('nested-identifier', required, 'Puts the identifier into an object data.', (identifier) => ({
    data: { conversationIdentifier: identifier },
  })),
  carrying('number', string, 'Gives the identifier as a number.', (identifier) => ({
    conversationIdentifier: numberFor(identifier),
  })),
  carrying('null', string, 'Gives null for the identifier.', () => ({ conversationIdentifier: null })),
  carrying('identifier-list', string, 'Gives the identifier in a list.', (identifier) => ({
    conversationIdentifier: [identifier],
  })),
  carrying('empty', 'answer/success/conversation-identifier/non-empty', 'Gives an empty identifier.', () => ({
    conversationIdentifier: '',
  })),
] as const satisfies readonly Fault[];
