/** Edition 65.0: the contract of the vendor's later public pages and OpenAPI document (the public facts). */
import type { Edition } from './edition.js';

export const edition65 = {
  id: '65.0',
  source: "the vendor's later public pages",
  documentedStatus: 202,
  answerMembers: ['success', 'messagingSessionId'],
} as const satisfies Edition;
