/** All codecs, and look-up by id and by layout. */
import type { CodecContract, CodecId, Layout } from './codec.js';
import { formJsonPartCodec, formPartsCodec } from './form.js';
import { jsonCodec } from './json.js';

export { type CodecContract, type CodecId, type Layout, layouts, type MediaType } from './codec.js';

const byId: Readonly<Record<CodecId, CodecContract>> = {
  'form-parts': formPartsCodec,
  'form-json-part': formJsonPartCodec,
  json: jsonCodec,
};

const byLayout: Readonly<Record<Layout, CodecId>> = {
  parts: 'form-parts',
  'json-part': 'form-json-part',
  json: 'json',
};

export function codecContractOf(id: CodecId): CodecContract {
  return byId[id];
}

/** The codec that people call by the name of a layout. */
export function codecOfLayout(layout: Layout): CodecId {
  return byLayout[layout];
}
