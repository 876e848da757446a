/** Clauses of Headers › Content-Type. */
import { clausesAt, implied, stated } from '../clause.js';

export const contentTypeClauses = clausesAt(
  'headers/content-type',
  { place: 'Headers › Content-Type', owes: 'both' },
  {
    required: stated('Every request names the media type of its body.'),
    'media-type': stated('The media type is multipart/form-data and no other.', { mediaType: 'multipart/form-data' }),
    boundary: implied('The media type carries the boundary parameter without which the form cannot be read.', {
      mediaType: 'multipart/form-data',
    }),
    'any-spelling': implied(
      'Letter case of the media type, a quoted boundary and other parameters before it change nothing.',
      { reading: 'legal-spellings', owes: 'service', mediaType: 'multipart/form-data' },
    ),
  },
);
