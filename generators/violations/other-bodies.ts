/** Whole bodies in another format than JSON, under a Content-Type that says JSON. Pure. */

import { draftOf } from '../../wire/codecs/draft.js';
import { encodeBody } from '../../wire/codecs/encode.js';
import { type Basis, conformingMessage } from '../basis.js';
import { seededBytes } from '../seeded.js';
import type { NamedValue } from './violation.js';

export function otherBodies(basis: Basis): readonly NamedValue<Uint8Array>[] {
  const form = draftOf(conformingMessage({ ...basis, layout: 'parts' }), basis.boundary);
  const fields = { channelAddressIdentifier: basis.channel, participants: '[]' };
  return [
    ['a-multipart-body-as-edition-61-0-has-it', 'a multipart body, as edition 61.0 has it', encodeBody(form.body)],
    ['an-urlencoded-body', 'an urlencoded body', Buffer.from(new URLSearchParams(fields).toString())],
    ['garbage', 'garbage', seededBytes(7, basis.boundary)],
  ];
}
