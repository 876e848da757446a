/** Answer › refusal: a 4xx status, and nothing given away. */
import { escapesMarkup, keepsRefusalsClean } from '../../engine/service/probes/refusal-bodies.js';
import { refusesAnyViolation } from '../../engine/service/probes/searches.js';
import { place } from '../../playwright/place.js';

await place('Answer › refusal', [
  refusesAnyViolation('answer/refusal/status'),
  keepsRefusalsClean('answer/refusal/no-identifier', 'identifier'),
  keepsRefusalsClean('answer/refusal/no-token', 'token'),
  keepsRefusalsClean('answer/refusal/no-stack-trace', 'stack trace'),
  escapesMarkup('answer/refusal/no-markup'),
]);
