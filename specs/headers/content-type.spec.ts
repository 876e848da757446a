/** Headers › Content-Type: multipart/form-data with its boundary, or application/json, in any legal spelling. */
import { acceptsSpellings } from '../../engine/service/probes/accepts-spellings.js';
import { refuses } from '../../engine/service/probes/refuses.js';
import { place } from '../../playwright/place.js';

await place('Headers › Content-Type', [
  refuses('headers/content-type/required'),
  refuses('headers/content-type/media-type'),
  refuses('headers/content-type/boundary'),
  acceptsSpellings('headers/content-type/any-spelling'),
  refuses('headers/content-type/json'),
  acceptsSpellings('headers/content-type/json-any-spelling'),
]);
