/** Behaviour › existing conversation: one channel and subject, one identifier. */
import {
  keepsAfterRefusals,
  keepsAtOnce,
  keepsInEverySpelling,
  keepsOnEveryConnection,
  keepsOnRepeat,
} from '../engine/probes/same-pair.js';
import { keepsOverSequences } from '../engine/probes/sequences.js';
import { place } from '../engine/registrar.js';

await place('Behaviour › existing conversation', [
  keepsOnRepeat,
  keepsOnEveryConnection,
  keepsInEverySpelling,
  keepsAfterRefusals,
  keepsAtOnce,
  keepsOverSequences,
]);
