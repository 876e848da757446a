/** Conforming messages for the tests of the schemas, written down by hand so that they do not depend on the generators. */
import type { RequestMessage } from '../../../schemas/validation/validate-request.js';

export type FormMessage = Extract<RequestMessage, { readonly form: unknown }>;
export type JsonMessage = Extract<RequestMessage, { readonly body: unknown }>;

export const channel = 'c7d5e3a1-2b4f-4e6a-8c9d-0f1e2d3c4b5a';
export const entry = { subject: 'ann', role: 'EndUser', appType: 'custom' };

/** Three parts of base64url; the schemas look at the form only. */
export const jwt = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhIn0.c2lnbmF0dXJl';

const headers = {
  Authorization: `Bearer ${jwt}`,
  'Content-Type': 'multipart/form-data; boundary=b1',
  OrgId: '00DA00AA0a0Aa0z',
  AuthorizationContext: 'Partner1_ChannelDefinition1',
  RequestId: '0b9f2c1e-6d4a-4f5b-8c7d-1a2b3c4d5e6f',
};

/** Layout `parts`, with headers changed or, when undefined, left out. */
export function conforming(changes: Readonly<Record<string, string | undefined>> = {}): FormMessage {
  const kept = Object.entries({ ...headers, ...changes }).filter(
    (pair): pair is [string, string] => pair[1] !== undefined,
  );
  return {
    headers: Object.fromEntries(kept),
    form: { channelAddressIdentifier: channel, participants: JSON.stringify([entry]) },
  };
}

/** Layout `parts` with other participants, given as a value. */
export function withParticipants(participants: unknown): FormMessage {
  const message = conforming();
  return { ...message, form: { ...message.form, participants: JSON.stringify(participants) } };
}

/** Layout `json-part`, with another text in the part. */
export function conformingJsonPart(
  text = JSON.stringify({ channelAddressIdentifier: channel, participants: [entry] }),
): FormMessage {
  return { headers, form: { json: text } };
}

/** Layout `json`, with members of the object changed or, when undefined, left out. */
export function conformingJson(changes: Readonly<Record<string, unknown>> = {}): JsonMessage {
  const whole = { channelAddressIdentifier: channel, participants: [entry], ...changes };
  return { headers: { ...headers, 'Content-Type': 'application/json' }, body: JSON.stringify(whole) };
}
