/** Body › participants.role: exactly EndUser. */
import { refuses } from '../engine/probes/refuses.js';
import { place } from '../engine/registrar.js';

await place('Body › participants.role', [
  refuses('body/participants/role/required'),
  refuses('body/participants/role/value'),
]);
