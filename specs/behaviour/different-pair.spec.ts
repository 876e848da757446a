/** Behaviour › new conversation: two channels or two subjects, two identifiers. */
import { keepsChannelsApart, keepsNeighboursApart } from '../engine/probes/different-pairs.js';
import { establishes } from '../engine/probes/establishes.js';
import { keepsJoinedKeysApart } from '../engine/probes/joined-keys.js';
import { acceptsSchemaValues } from '../engine/probes/searches.js';
import { place } from '../engine/registrar.js';

await place('Behaviour › new conversation', [
  establishes('behaviour/new-conversation'),
  acceptsSchemaValues,
  keepsNeighboursApart,
  keepsChannelsApart,
  keepsJoinedKeysApart,
]);
