/** All codecs by id. */
import { type CodecId, codecOfLayout, type Layout } from '../../schemas/codecs/codecs.js';
import type { Codec } from './codec.js';
import { formJsonPart, formParts } from './form.js';
import { json } from './json.js';

const byId: Readonly<Record<CodecId, Codec>> = { 'form-parts': formParts, 'form-json-part': formJsonPart, json };

export function codecOf(id: CodecId): Codec {
  return byId[id];
}

export function codecForLayout(layout: Layout): Codec {
  return byId[codecOfLayout(layout)];
}
