/** Behaviour › new conversation: two channels or two subjects, two identifiers. */

import { acceptsSchemaValues } from '../../engine/service/probes/accepts-schema-values.js';
import { keepsChannelsApart, keepsNeighboursApart } from '../../engine/service/probes/different-pairs.js';
import { establishes } from '../../engine/service/probes/establishes.js';
import { keepsJoinedKeysApart } from '../../engine/service/probes/joined-keys.js';
import { place } from '../../playwright/place.js';

await place('Behaviour › new conversation', [
  establishes('behaviour/new-conversation'),
  acceptsSchemaValues('behaviour/new-conversation'),
  keepsNeighboursApart('behaviour/different-pair/subject'),
  keepsChannelsApart('behaviour/different-pair/channel'),
  keepsJoinedKeysApart('behaviour/different-pair/channel'),
]);
