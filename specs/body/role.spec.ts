/** Body › participants.role: exactly EndUser. */
import { refuses } from '../../engine/service/probes/refuses.js';
import { place } from '../../playwright/place.js';

await place('Body › participants.role', [
  refuses('body/participants/role/required'),
  refuses('body/participants/role/value'),
]);
