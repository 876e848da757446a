/** Behaviour › existing conversation: one channel and subject, one identifier. */
import {
  keepsAfterRefusals,
  keepsAtOnce,
  keepsInEverySpelling,
  keepsOnEveryConnection,
  keepsOnRepeat,
} from '../../engine/service/probes/same-pair.js';
import { keepsOverSequences } from '../../engine/service/probes/sequences.js';
import { place } from '../../playwright/place.js';

await place('Behaviour › existing conversation', [
  keepsOnRepeat,
  keepsOnEveryConnection,
  keepsInEverySpelling,
  keepsAfterRefusals,
  keepsAtOnce,
  keepsOverSequences,
]);
