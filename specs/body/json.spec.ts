/** Body › application/json: one JSON object as the whole body, in any spelling. */
import { acceptsSpellings } from '../engine/probes/accepts-spellings.js';
import { observesJson } from '../engine/probes/observes.js';
import { refuses } from '../engine/probes/refuses.js';
import { place } from '../engine/registrar.js';

await place('Body › application/json', [
  refuses('body/json/well-formed'),
  refuses('body/json/object'),
  acceptsSpellings('body/json/any-spelling'),
  observesJson,
]);
