/** Answer › refusal: a 4xx status, and nothing given away. */
import { escapesMarkup, keepsRefusalsClean } from '../engine/probes/refusal-bodies.js';
import { refusesAnyViolation } from '../engine/probes/searches.js';
import { place } from '../engine/registrar.js';

await place('Answer › refusal', [
  refusesAnyViolation,
  keepsRefusalsClean('answer/refusal/no-identifier', 'identifier'),
  keepsRefusalsClean('answer/refusal/no-token', 'token'),
  keepsRefusalsClean('answer/refusal/no-stack-trace', 'stack trace'),
  escapesMarkup,
]);
