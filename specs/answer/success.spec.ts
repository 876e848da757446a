/** Answer › success: 200, 201 or 202 with a JSON object and its conversationIdentifier. */
import { establishes } from '../../engine/service/probes/establishes.js';
import { acceptsAnything } from '../../engine/service/probes/searches.js';
import { place } from '../../playwright/place.js';

await place('Answer › success', [
  establishes('answer/success/status'),
  establishes('answer/success/json-object'),
  establishes('answer/success/conversation-identifier/required'),
  establishes('answer/success/conversation-identifier/string'),
  establishes('answer/success/conversation-identifier/non-empty'),
  acceptsAnything('answer/success/status'),
]);
