/** Clauses of Behaviour: which identifier a pair gets, then what connectors do with it, and in the field. */
import { assumed, clausesAt, implied, owedBy, stated } from './clause.js';

const establishing = { operations: ['establish-conversation'] };

export const behaviourClauses = [
  ...clausesAt('behaviour/same-pair', 'Behaviour › existing conversation', owedBy('service', establishing), {
    repeated: stated(
      'Asking again for a channel and subject, with another RequestId, gives the identifier given before.',
      'same-conversation',
    ),
    connection: implied('The identifier is the same on every connection.', 'connections-and-processes'),
    spelling: implied(
      'The identifier is the same for every legal spelling of one request: part order, header case, JSON text.',
      'legal-spellings',
    ),
    'after-refusal': implied(
      'Refused requests before or in between do not change the identifier.',
      'same-conversation',
    ),
    'at-once': implied(
      'Calls for one pair that run at the same time are each accepted, with one identifier.',
      'calls-at-the-same-time',
    ),
    'for-ever': implied(
      'A pair keeps its identifier however many other conversations are established after it.',
      'same-conversation',
    ),
  }),
  ...clausesAt('behaviour', 'Behaviour › new conversation', owedBy('service', establishing), {
    'new-conversation': stated('A channel and subject that are not known yet get a conversation with an identifier.'),
  }),
  ...clausesAt('behaviour/different-pair', 'Behaviour › new conversation', owedBy('service', establishing), {
    subject: stated('Two subjects on one channel, however alike, never share an identifier.', 'different-conversation'),
    channel: stated('One subject on two channels never shares an identifier.', 'different-conversation'),
  }),
  // How a connector copes with a day in the field. No sentence of the specification says so: all are assumed.
  ...clausesAt(
    'behaviour/recovery',
    'Behaviour › connector in the field',
    owedBy('connector', { reading: 'a-day-in-the-field' }),
    {
      'token-expired': assumed('After a 401 the connector fetches a new access token and asks again with it.'),
      throttled: assumed('What was answered 429 is asked for again.'),
      unavailable: assumed('What was answered 503 is asked for again.'),
      'connection-reset': assumed(
        'When the connection breaks before an answer has come whole, the connector asks again.',
      ),
      'connection-closed': assumed('A connection that was closed behind an answer does no harm to the next request.'),
      'bad-gateway': assumed('What was answered 502 or 504, with a page in HTML, is asked for again.'),
      'slow-answer': assumed('An answer that takes two seconds is waited for, or asked for again.'),
      'always-slow': assumed('Where every try of a call is slow, tries that were given up do not pile up.'),
      overtaken: assumed('An answer that comes later than those to other calls is waited for.'),
      redirected: assumed(
        'What was answered 307 or 308 within the origin is sent as it was to the new address, or given up, and told so.',
      ),
      'redirected-elsewhere': assumed('No access token is sent to another host, wherever a redirect leads.'),
      'unknown-members': assumed('Members of an answer that the connector does not know are passed over.'),
      'identifier-format': assumed('The conversation identifier is taken as an opaque text, whatever its format.'),
      'success-status': assumed('The connector takes 200 for a success as well as 202.'),
      accepted: assumed('A 202 with an identifier is a success, also where it names a time to come back.'),
    },
  ),
  ...clausesAt(
    'behaviour/driven',
    'Behaviour › connector in the field',
    owedBy('connector', { reading: 'driven-connectors' }),
    {
      'subject-unchanged': assumed(
        'The subject that the connector was asked to establish arrives unchanged, code point for code point.',
      ),
      'channel-unchanged': assumed(
        'The channel address identifier that the connector was asked to use arrives unchanged.',
      ),
      'identifier-kept': assumed(
        'The conversation identifier that the connector says it holds for a channel and subject is the one that it was given for them.',
      ),
    },
  ),
  ...clausesAt('behaviour/conversation-identifier', 'Behaviour › use of the identifier', owedBy('connector'), {
    used: implied(
      'Calls that name a conversation name it by an identifier that was given back, never by an invented one.',
      'use-of-the-identifier',
    ),
    own: implied(
      'A call from an end user names a conversation that was given back for this end user, not that of another one.',
      'use-of-the-identifier',
    ),
  }),
  // How a connector tries again. That it does at all is among the clauses of recovery.
  ...clausesAt('behaviour/retry', 'Behaviour › retry', owedBy('connector', { reading: 'retries' }), {
    'waits-as-told': assumed(
      'After a 429 or 503 with Retry-After, the same call does not come again before that time is over.',
    ),
    'backs-off': assumed(
      'After 429 or 503 without Retry-After, the same call does not come again at once time after time.',
    ),
    ends: assumed('Retries of one call end after a bounded number.'),
    'not-after-refusal': assumed(
      'What was refused with a 4xx other than 401, 408, 425 and 429 is not sent again unchanged.',
    ),
  }),
];
