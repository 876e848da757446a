/** Body › application/json: one JSON object as the whole body, in any spelling. */
import { acceptsSpellings } from '../../engine/service/probes/accepts-spellings.js';
import { observesJson } from '../../engine/service/probes/observes.js';
import { refuses } from '../../engine/service/probes/refuses.js';
import { place } from '../../playwright/place.js';

await place('Body › application/json', [
  refuses('body/json/well-formed'),
  refuses('body/json/object'),
  acceptsSpellings('body/json/any-spelling'),
  observesJson,
]);
