/** The closing audit: what the whole run has established is asked for again. Runs last. */
import { keepsForEver } from './engine/probes/same-pair.js';
import { place } from './engine/registrar.js';

await place('Behaviour › existing conversation, at the end', [keepsForEver]);
