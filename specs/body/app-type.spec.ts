/** Body › participants.appType: exactly custom. */
import { refuses } from '../../engine/service/probes/refuses.js';
import { place } from '../../playwright/place.js';

await place('Body › participants.appType', [
  refuses('body/participants/app-type/required'),
  refuses('body/participants/app-type/value'),
]);
