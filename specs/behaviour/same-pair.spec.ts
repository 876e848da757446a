/** Behaviour › existing conversation: one channel and subject, one identifier. */
import { keepsAtOnce } from '../../engine/service/probes/at-once.js';
import {
  keepsAfterRefusals,
  keepsInEverySpelling,
  keepsOnEveryConnection,
  keepsOnRepeat,
} from '../../engine/service/probes/same-pair.js';
import { keepsOverSequences } from '../../engine/service/probes/sequences.js';
import { place } from '../../playwright/place.js';

await place('Behaviour › existing conversation', [
  keepsOnRepeat('behaviour/same-pair/repeated'),
  keepsOnEveryConnection('behaviour/same-pair/connection'),
  keepsInEverySpelling('behaviour/same-pair/spelling'),
  keepsAfterRefusals('behaviour/same-pair/after-refusal'),
  keepsAtOnce('behaviour/same-pair/at-once'),
  keepsOverSequences('behaviour/same-pair/repeated'),
]);
