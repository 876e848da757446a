/** Clauses of Body: of a form and of JSON as a whole, then of the members. */
import { assumed, clausesAt, implied, owedBy, stated } from './clause.js';

const establishing = { operations: ['establish-conversation'] };
const form = { mediaType: 'multipart/form-data' } as const;
const json = { mediaType: 'application/json' } as const;

export const bodyClauses = [
  ...clausesAt('body/multipart', 'Body › multipart/form-data', owedBy('service', form), {
    'well-formed': implied(
      'The body is a complete multipart message cut by the announced boundary.',
      'a-form-that-is-not-ended',
      { owes: 'both' },
    ),
    'part-order': assumed('The parts may come in either order.', 'legal-spellings'),
    'part-types': assumed('Parts may carry a media type of their own or none.', 'legal-spellings'),
  }),
  ...clausesAt('body/json', 'Body › application/json', owedBy('both', json), {
    'well-formed': implied('The whole body is one JSON text.', 'editions'),
    object: stated('The JSON text is an object.', 'editions'),
    'any-spelling': implied(
      'White space, order of members and escapes in the body change nothing.',
      'legal-spellings',
      { owes: 'service' },
    ),
  }),
  ...clausesAt('body/channel-address-identifier', 'Body › channelAddressIdentifier', owedBy('both', establishing), {
    required: stated('Every request names the conversation channel.'),
    string: stated('The channel address identifier is a string with at least one character.', 'channels'),
  }),
  ...clausesAt('body/participants', 'Body › participants', owedBy('both', establishing), {
    required: stated('Every request carries the participants.'),
    json: implied('The participants are written as JSON text.', 'layout-of-the-form', form),
    list: stated('The participants form a list.'),
    'non-empty': implied('The list of participants has at least one entry.', 'participants'),
    'one-entry': stated('The list of participants has one entry and no more.', 'editions', {
      owes: 'connector',
      from: '65.0',
    }),
    entries: implied('Every entry of the list is an object.', 'participants'),
    'every-entry': assumed('One wrong entry, at whatever position, makes the whole request wrong.', 'participants', {
      owes: 'service',
      until: '61.0',
    }),
    'any-spelling': implied(
      'White space, order of members and escapes in the JSON text change nothing.',
      'legal-spellings',
      { owes: 'service', mediaType: 'multipart/form-data' },
    ),
  }),
  ...clausesAt('body/participants/subject', 'Body › participants.subject', owedBy('both', establishing), {
    required: stated('Every participant has a subject.'),
    string: stated('The subject is a string.'),
    'non-empty': implied('The subject has at least one character.', 'participants'),
    'any-text': assumed(
      'A subject in any script, with emoji, punctuation, quotes or inner blanks, or of one character, is accepted.',
      'subjects',
      { owes: 'service' },
    ),
    'length-255': assumed('A subject of up to 255 characters is accepted.', 'length', { owes: 'service' }),
    'beyond-255': assumed(
      'A longer subject is accepted whole or refused, but neither cut silently nor answered with a server error.',
      'length',
      { owes: 'service' },
    ),
  }),
  ...clausesAt('body/participants/role', 'Body › participants.role', owedBy('both', establishing), {
    required: stated('Every participant has a role.'),
    value: stated('The role is exactly EndUser.', 'participants'),
  }),
  ...clausesAt('body/participants/app-type', 'Body › participants.appType', owedBy('both', establishing), {
    required: stated('Every participant has an appType.'),
    value: stated('The appType is exactly custom.', 'participants'),
  }),
  // Nobody has to send them; what a service does with others is observed, as no page says that it refuses them.
  ...clausesAt(
    'body/routing-attributes',
    'Body › routingAttributes',
    owedBy('connector', { ...establishing, from: '65.0' }),
    {
      object: stated('Routing attributes, where a request has them, form an object.', 'editions'),
      'string-values': stated('The value of every routing attribute is a string.', 'editions'),
    },
  ),
];
