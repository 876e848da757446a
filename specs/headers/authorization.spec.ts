/** Headers › Authorization: a Bearer token that is a JWT, unaltered and in its time. */
import { acceptsSpellings } from '../../engine/service/probes/accepts-spellings.js';
import { refuses } from '../../engine/service/probes/refuses.js';
import { place } from '../../playwright/place.js';

await place('Headers › Authorization', [
  refuses('headers/authorization/required'),
  refuses('headers/authorization/scheme'),
  acceptsSpellings('headers/authorization/scheme-any-case'),
  refuses('headers/authorization/token'),
  refuses('headers/authorization/signature'),
  refuses('headers/authorization/expiry'),
]);
