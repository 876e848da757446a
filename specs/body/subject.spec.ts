/** Body › participants.subject: a string of any text, up to 255 characters at least. */
import { acceptsAnyText, acceptsLengths, toleratesLongSubjects } from '../../engine/service/probes/accepts-subjects.js';
import { observesOddSubjects } from '../../engine/service/probes/observes.js';
import { refuses } from '../../engine/service/probes/refuses.js';
import { place } from '../../playwright/place.js';

await place('Body › participants.subject', [
  refuses('body/participants/subject/required'),
  refuses('body/participants/subject/string'),
  refuses('body/participants/subject/non-empty'),
  acceptsAnyText('body/participants/subject/any-text'),
  acceptsLengths('body/participants/subject/length-255'),
  toleratesLongSubjects('body/participants/subject/beyond-255'),
  observesOddSubjects,
]);
