/** Body › channelAddressIdentifier: present and not empty. */
import { observesUnknownChannel } from '../engine/probes/observes.js';
import { refuses } from '../engine/probes/refuses.js';
import { place } from '../engine/registrar.js';

await place('Body › channelAddressIdentifier', [
  refuses('body/channel-address-identifier/required'),
  refuses('body/channel-address-identifier/string'),
  observesUnknownChannel,
]);
