/** POST v1/conversation: the conversation of a channel and an end user, made when there is none. */
import { createHash } from 'node:crypto';
import { isWithin } from '../../../schemas/editions/edition.js';
import { isJsonObject } from '../../../schemas/validation/parse-json.js';
import { jsonAnswer } from '../answer.js';
import {
  channelAddressIdentifierChecks,
  entriesOf,
  participantsChecks,
  participantsJsonCheck,
  routingAttributesChecks,
  unknownChannelCheck,
} from '../checks/body.js';
import type { MockOperation } from '../operation.js';

/** The later editions tell the session, which belongs to the conversation. */
const withSession = { from: '65.0' };

export const establishConversation: MockOperation = {
  id: 'establish-conversation',
  method: 'POST',
  path: 'v1/conversation',
  endpoint: 'operation/endpoint',
  bodies: [
    { until: '61.0', kind: 'form' },
    { from: '65.0', kind: 'json' },
  ],
  parts: { texts: ['channelAddressIdentifier'], json: ['participants'] },
  checks: [
    participantsJsonCheck,
    ...channelAddressIdentifierChecks,
    unknownChannelCheck,
    ...participantsChecks,
    ...routingAttributesChecks,
  ],
  channelCheck: unknownChannelCheck,
  pairOf({ channelAddressIdentifier: channel, participants }) {
    const [entry] = entriesOf(participants);
    const subject = isJsonObject(entry) ? entry.subject : undefined;
    return typeof channel === 'string' && typeof subject === 'string' ? [channel, subject] : undefined;
  },
  answer(outcome, edition) {
    const conversationIdentifier = outcome.kind === 'accepted' ? outcome.identifier : '';
    if (!isWithin(withSession, edition)) return jsonAnswer(202, { conversationIdentifier, success: true });
    const hash = createHash('sha256').update(conversationIdentifier).digest('hex');
    const messagingSessionId = `0Mw${hash.slice(0, 12)}`;
    return jsonAnswer(202, { conversationIdentifier, success: true, messagingSessionId });
  },
};
