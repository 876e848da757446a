/** Scenarios in which all goes well: plainly, and in answers of another form than a connector may have seen so far. */
import { isJsonObject } from '../../../schemas/validation/parse-json.js';
import type { Staged } from '../../../wire/received.js';
import type { OrgAnswer } from '../org-answer.js';
import { isSuccess, type OrgScenario, type Play, type StageContext, yieldsConversation } from '../scenario.js';

export const allWell = {
  id: 'all-well',
  title: 'all well',
  summary: 'Every conforming request is accepted at once.',
  robust: 'Sends conforming requests, and ends well.',
  expects: 'goes on',
  play: () => ({}),
} as const satisfies OrgScenario;

export const unknownMembers = {
  id: 'unknown-members',
  title: 'an answer with unknown members',
  summary: 'Every success has further members, some of them objects and lists.',
  robust: 'Passes over what it does not know.',
  expects: 'goes on',
  clause: 'behaviour/recovery/unknown-members',
  play: changes('members', (answer) =>
    withMembers(answer, () => ({
      messagingSessionId: '0Mwzz00000000001AA',
      schemaVersion: 7,
      links: { self: null },
      notices: [{ level: 'info' }],
    })),
  ),
} as const satisfies OrgScenario;

export const identifierFormat = {
  id: 'identifier-format',
  title: 'an identifier in another format',
  summary: 'Identifiers are opaque texts that look like no GUID.',
  robust: 'Keeps and uses the identifier as it came.',
  expects: 'goes on',
  clause: 'behaviour/recovery/identifier-format',
  play: changes('identifier', (answer) =>
    withMembers(answer, ({ conversationIdentifier }) => ({
      conversationIdentifier: `cnv:${String(conversationIdentifier).replaceAll('-', '')}.Qz_v2`,
    })),
  ),
} as const satisfies OrgScenario;

export const successStatuses = {
  id: 'success-statuses',
  title: '200 and 202 in turns',
  summary: 'A success is answered 200 for one pair and 202 for the next.',
  robust: 'Takes either status for a success.',
  expects: 'goes on',
  clause: 'behaviour/recovery/success-status',
  play: changes('status', (answer, { keyNumber }) => ({ ...answer, status: keyNumber % 2 === 1 ? 200 : 202 })),
} as const satisfies OrgScenario;

export const accepted = {
  id: 'accepted',
  title: '202 with a time to come back',
  summary:
    'Every success is 202 with "Retry-After: 1", as if work went on; the same call again gets the same identifier.',
  robust: 'Uses the identifier of the first 202. Asking again is allowed, waiting for another status is not.',
  expects: 'goes on',
  clause: 'behaviour/recovery/accepted',
  play: changes('time', (answer) => ({ ...answer, status: 202, fields: [...answer.fields, ['Retry-After', '1']] })),
} as const satisfies OrgScenario;

/** Changes every success that gives a conversation. */
function changes(
  what: Extract<Staged, { did: 'changed' }>['what'],
  change: (answer: OrgAnswer, context: StageContext) => OrgAnswer,
): () => Play {
  return () => ({
    change: (answer, request, context) =>
      yieldsConversation(request) && isSuccess(answer)
        ? { ...change(answer, context), staged: { did: 'changed', what } }
        : answer,
  });
}

/** The answer with further or other members; as it was when its body holds no object. */
function withMembers(
  answer: OrgAnswer,
  members: (value: Record<string, unknown>) => Record<string, unknown>,
): OrgAnswer {
  const value: unknown = JSON.parse(Buffer.from(answer.body).toString());
  return isJsonObject(value) ? { ...answer, body: JSON.stringify({ ...value, ...members(value) }) } : answer;
}
