/** Faults of Answer › success: smoke finds them all. */
import { jsonAnswer } from '../answer.js';
import { changesSuccess } from '../hooks.js';
import { faultsOf, rowsBy } from '../named-behaviour.js';

const hasStatus = rowsBy((status: number) => changesSuccess((usual) => ({ ...usual, status })), 'smoke');

/** Has another JSON value for its body. */
const carries = rowsBy(
  (value: (identifier: string) => unknown) =>
    changesSuccess((_usual, { identifier }) => jsonAnswer(202, value(identifier))),
  'smoke',
);

/** Has a body that is no JSON. */
const hasBody = rowsBy(
  ([type, body]: readonly [type: string, body: (identifier: string) => string]) =>
    changesSuccess((usual, { identifier }) => ({
      ...usual,
      fields: [['Content-Type', type]],
      body: body(identifier),
    })),
  'smoke',
);

/** A number that stands for an identifier; the same for the same one. */
function numberFor(identifier: string): number {
  return Number.parseInt(identifier.replace(/\D/g, '').slice(0, 12), 10) || 1;
}

export const successFaults = faultsOf('success', {
  'answer/success/status': {
    ...hasStatus({
      'status-204': ['Answers a success without a body.', 204],
      'status-206': ['Answers a success as a part of something.', 206],
      'status-299': ['Answers a success with a status of its own.', 299],
    }),
    'status-303': [
      'Sends whoever asks for a known pair again to another place.',
      () => {
        const answered = new Set<string>();
        return changesSuccess((usual, { identifier }) => {
          if (answered.has(identifier)) return { ...usual, status: 303 };
          answered.add(identifier);
          return usual;
        });
      },
      'smoke',
    ],
  },
  'answer/success/json-object': {
    ...carries({
      list: [
        'Wraps the success answer in a list.',
        (identifier) => [{ conversationIdentifier: identifier, success: true }],
      ],
      string: ['Answers a success with the identifier alone as a JSON string.', (identifier) => identifier],
    }),
    ...hasBody({
      'plain-text': [
        'Answers a success with the identifier as plain text.',
        ['text/plain', (identifier) => identifier],
      ],
      html: ['Answers a success with a page.', ['text/html', (identifier) => `<p>Conversation ${identifier}</p>`]],
      'empty-body': ['Answers a success with an empty body.', ['application/json', () => '']],
      'cut-json': [
        'Cuts the success answer before its end.',
        [
          'application/json',
          (identifier) => JSON.stringify({ conversationIdentifier: identifier, success: true }).slice(0, -2),
        ],
      ],
    }),
  },
  'answer/success/conversation-identifier/required': carries({
    'no-identifier': ['Leaves the identifier out.', () => ({ success: true })],
    'misspelled-identifier': ['Calls the identifier conversationId.', (identifier) => ({ conversationId: identifier })],
    'nested-identifier': [
      'Puts the identifier into an object data.',
      (identifier) => ({ data: { conversationIdentifier: identifier } }),
    ],
  }),
  'answer/success/conversation-identifier/string': carries({
    number: ['Gives the identifier as a number.', (identifier) => ({ conversationIdentifier: numberFor(identifier) })],
    null: ['Gives null for the identifier.', () => ({ conversationIdentifier: null })],
    'identifier-list': ['Gives the identifier in a list.', (identifier) => ({ conversationIdentifier: [identifier] })],
  }),
  'answer/success/conversation-identifier/non-empty': carries({
    empty: ['Gives an empty identifier.', () => ({ conversationIdentifier: '' })],
  }),
});
