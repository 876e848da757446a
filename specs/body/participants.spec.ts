/** Body › participants: JSON text of a non-empty list of objects, every one of them right. */
import { acceptsSpellings } from '../engine/probes/accepts-spellings.js';
import { observesMembers, observesTwoEntries } from '../engine/probes/observes.js';
import { observesViolations } from '../engine/probes/observes-violations.js';
import { refuses } from '../engine/probes/refuses.js';
import { place } from '../engine/registrar.js';

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
