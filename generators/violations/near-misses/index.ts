/** Near misses by the name that a schema gives in `x-near-misses`: named values that just fail its pattern or word. */
import type { NamedValue } from '../violation.js';
import { authorizationContextMisses } from './authorization-context.js';
import { boundaryMisses, jsonMediaTypeMisses, mediaTypeMisses } from './content-type.js';
import { guidMisses } from './guid.js';
import { orgIdCharacterMisses, orgIdLengthMisses } from './org-id.js';
import { schemeMisses, tokenMisses } from './token.js';
import { appTypeNeighbours, roleNeighbours } from './vocabulary.js';

export type Miss = NamedValue<string>;

const byName: Readonly<Record<string, (value: string) => readonly Miss[]>> = {
  scheme: schemeMisses,
  token: tokenMisses,
  'media-type': mediaTypeMisses,
  'json-media-type': jsonMediaTypeMisses,
  boundary: boundaryMisses,
  'org-id-length': orgIdLengthMisses,
  'org-id-characters': orgIdCharacterMisses,
  'authorization-context': authorizationContextMisses,
  guid: guidMisses,
  role: roleNeighbours,
  'app-type': appTypeNeighbours,
};

/** Near misses of a conforming value; a name without any is an error in a schema. */
export function nearMisses(name: string, value: string): readonly Miss[] {
  const make = byName[name];
  if (make === undefined) throw new Error(`no near misses are known by the name ${name}`);
  return make(value);
}
