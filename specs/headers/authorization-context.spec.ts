/** Headers › AuthorizationContext: the prefix of the app and the name of a definition. */
import { refuses } from '../engine/probes/refuses.js';
import { place } from '../engine/registrar.js';

await place('Headers › AuthorizationContext', [
  refuses('headers/authorization-context/required'),
  refuses('headers/authorization-context/format'),
  refuses('headers/authorization-context/prefix'),
]);
