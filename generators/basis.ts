/** The basis of a case: whom it is for and which conversation it means, and the conforming request made of it. Pure. */

import { editionOf, editionOfLayout, type Layout } from '../schemas/editions/editions.js';
import type { RequestMessage } from '../schemas/validation/validate-request.js';
import type { Credentials } from './credentials.js';

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
  const whole = JSON.stringify({ channelAddressIdentifier: channel, participants });
  const headers = {
    Authorization: `Bearer ${credentials.accessToken}`,
    'Content-Type': contentTypeOf(basis),
    OrgId: credentials.orgId,
    AuthorizationContext: credentials.authorizationContext,
    RequestId: basis.requestId,
  };
  switch (basis.layout) {
    case 'parts':
      return { headers, form: { channelAddressIdentifier: channel, participants: JSON.stringify(participants) } };
    case 'json-part':
      return { headers, form: { json: whole } };
    case 'json':
      return { headers, body: whole };
  }
}

/** Only a form has a boundary. */
function contentTypeOf({ layout, boundary }: Basis): string {
  const { mediaType } = editionOf(editionOfLayout(layout));
  return mediaType === 'multipart/form-data' ? `${mediaType}; boundary=${boundary}` : mediaType;
}
