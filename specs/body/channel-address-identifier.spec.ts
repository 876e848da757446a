/** Body › channelAddressIdentifier: present and not empty. */
import { observesUnknownChannel } from '../../engine/service/probes/observes.js';
import { refuses } from '../../engine/service/probes/refuses.js';
import { place } from '../../playwright/place.js';

await place('Body › channelAddressIdentifier', [
  refuses('body/channel-address-identifier/required'),
  refuses('body/channel-address-identifier/string'),
  observesUnknownChannel,
]);
