/** Headers › RequestId: a GUID of any version, new in each request. */
import { acceptsSpellings } from '../../engine/service/probes/accepts-spellings.js';
import { observesRepeatedRequestId, observesSpecialGuids } from '../../engine/service/probes/observes.js';
import { refuses } from '../../engine/service/probes/refuses.js';
import { place } from '../../playwright/place.js';

await place('Headers › RequestId', [
  refuses('headers/request-id/required'),
  refuses('headers/request-id/format'),
  acceptsSpellings('headers/request-id/any-version'),
  observesSpecialGuids,
  observesRepeatedRequestId,
]);
