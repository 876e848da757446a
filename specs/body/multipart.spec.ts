/** Body › multipart/form-data: a complete message, its parts in any order, typed or not. */
import { acceptsSpellings } from '../../engine/service/probes/accepts-spellings.js';
import { observesMoreParts } from '../../engine/service/probes/observes.js';
import { refuses } from '../../engine/service/probes/refuses.js';
import { place } from '../../playwright/place.js';

await place('Body › multipart/form-data', [
  refuses('body/multipart/well-formed'),
  acceptsSpellings('body/multipart/part-order'),
  acceptsSpellings('body/multipart/part-types'),
  observesMoreParts,
]);
