/** Body › participants: JSON text of a non-empty list of objects, every one of them right. */
import { acceptsSpellings } from '../../engine/service/probes/accepts-spellings.js';
import { observesMembers, observesTwoEntries } from '../../engine/service/probes/observes.js';
import { observesViolations } from '../../engine/service/probes/observes-violations.js';
import { refuses } from '../../engine/service/probes/refuses.js';
import { place } from '../../playwright/place.js';

await place('Body › participants', [
  refuses('body/participants/required'),
  refuses('body/participants/json'),
  refuses('body/participants/list'),
  refuses('body/participants/non-empty'),
  observesViolations('body/participants/one-entry'),
  refuses('body/participants/entries'),
  refuses('body/participants/every-entry'),
  acceptsSpellings('body/participants/any-spelling'),
  observesTwoEntries,
  observesMembers,
]);
