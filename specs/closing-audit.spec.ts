/** The closing audit: what the whole run has established is asked for again. Runs last. */
import { keepsForEver } from '../engine/service/probes/closing-audit.js';
import { place } from '../playwright/place.js';

await place('Behaviour › existing conversation, at the end', [keepsForEver('behaviour/same-pair/for-ever')]);
