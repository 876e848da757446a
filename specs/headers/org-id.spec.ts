/** Headers › OrgId: 15 letters and digits, the org of the token. */
import { refuses } from '../../engine/service/probes/refuses.js';
import { place } from '../../playwright/place.js';

await place('Headers › OrgId', [
  refuses('headers/org-id/required'),
  refuses('headers/org-id/length'),
  refuses('headers/org-id/characters'),
  refuses('headers/org-id/token-org'),
]);
