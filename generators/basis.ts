/** The basis of a case: whom it is for and which conversation it means, and the conforming request made of it. Pure. */
import type { Credentials } from '../endpoints/credentials.js';
import type { RequestMessage } from '../schemas/validation/validate-request.js';

export type Layout = 'parts' | 'json-part';

export interface Basis {
  readonly layout: Layout;
  readonly credentials: Credentials;
  readonly channel: string;
  readonly subject: string;
  readonly requestId: string;
  readonly boundary: string;
}

/** The conforming request of a basis in its plainest form: what every violation and every spelling starts from. */
export function conformingMessage(basis: Basis): RequestMessage {
  const { credentials, channel, subject } = basis;
  const participants = [{ subject, role: 'EndUser', appType: 'custom' }];
  return {
    headers: {
      Authorization: `Bearer ${credentials.accessToken}`,
      'Content-Type': `multipart/form-data; boundary=${basis.boundary}`,
      OrgId: credentials.orgId,
      AuthorizationContext: credentials.authorizationContext,
      RequestId: basis.requestId,
    },
    form:
      basis.layout === 'parts'
        ? { channelAddressIdentifier: channel, participants: JSON.stringify(participants) }
        : { json: JSON.stringify({ channelAddressIdentifier: channel, participants }) },
  };
}
