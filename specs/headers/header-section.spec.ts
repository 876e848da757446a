/** Headers in general: names in any case, white space around values. */
import { acceptsSpellings } from '../../engine/service/probes/accepts-spellings.js';
import { place } from '../../playwright/place.js';

await place('Headers', [
  acceptsSpellings('headers/names/any-case'),
  acceptsSpellings('headers/values/optional-whitespace'),
]);
