/**
 * The sentences of the specification that oblige nobody, in our own words and its order, each with the reason why
 * no clause stands for it. With the clauses they account for the whole text.
 */
import type { SilentSentence } from './clause.js';

export const silentSentences = [
  {
    place: 'Title',
    gist: 'The page is about establishing a conversation.',
    reason: 'A heading; what the operation does is obliged under Behaviour.',
  },
  {
    place: 'Behaviour › use of the identifier',
    gist: 'Other operations of the same API take the identifier, to route conversations, record work and send history.',
    reason: 'It speaks of other operations; this suite judges this one, to which the identifier is opaque.',
  },
  {
    place: 'Products',
    gist: 'Two products use the operation: one for messaging, one for contact centers.',
    reason: 'It tells customers what they need to buy; no message differs between the two.',
  },
  {
    place: 'Editions',
    gist: 'The operation exists from edition 61.0 on.',
    reason:
      'It dates the text. The edition is data of this suite (docs/reading.md), and no field of a request names it.',
  },
  {
    place: 'Headers',
    gist: 'Each header is called a standard one and its value a string.',
    reason: 'Every HTTP header value is text; the constraints on these texts follow header by header.',
  },
  {
    place: 'Headers › AuthorizationContext',
    gist: 'One value is shown as an example.',
    reason: 'An example of the format, which has a clause; no request must use these very names.',
  },
  {
    place: 'Body › example',
    gist: 'An example of a request is announced and not shown.',
    reason: 'Nothing stands where the example belongs; how the form is laid out is an assumption of docs/reading.md.',
  },
  {
    place: 'Body › table',
    gist: 'The columns of the table of properties are named.',
    reason: 'Headings of columns; each row that follows has clauses of its own.',
  },
  {
    place: 'Body › channelAddressIdentifier',
    gist: 'The identifier of the channel is unique across the globe and comes from a field of the MessagingChannel record.',
    reason:
      'The org assigns it when the channel is set up; no single message can show it unique, and unknown channels are observed, not judged (docs/reading.md).',
  },
  {
    place: 'Body › participants',
    gist: 'Representatives are named beside end users as those who take part.',
    reason: 'The only role that this operation takes is EndUser (Body › participants.role), so none can be sent.',
  },
  {
    place: 'Body › participants.role',
    gist: 'The role is the part that somebody has in the conversation.',
    reason: 'It explains the property; the one value that it may have has a clause.',
  },
  {
    place: 'Body › participants.appType',
    gist: 'The word custom stands for a channel that somebody else built.',
    reason: 'It explains the property; the one value that it may have has a clause.',
  },
] as const satisfies readonly SilentSentence[];
