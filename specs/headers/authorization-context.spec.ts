/** Headers › AuthorizationContext: the prefix of the app and the name of a definition. */
import { refuses } from '../../engine/service/probes/refuses.js';
import { place } from '../../playwright/place.js';

await place('Headers › AuthorizationContext', [
  refuses('headers/authorization-context/required'),
  refuses('headers/authorization-context/format'),
  refuses('headers/authorization-context/prefix'),
]);
