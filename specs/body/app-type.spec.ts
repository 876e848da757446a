/** Body › participants.appType: exactly custom. */
import { refuses } from '../engine/probes/refuses.js';
import { place } from '../engine/registrar.js';

await place('Body › participants.appType', [
  refuses('body/participants/app-type/required'),
  refuses('body/participants/app-type/value'),
]);
