/** Slugs by clause that were in use and are no longer. They stay here, so that none ever comes back with another meaning. */
import type { Slugs } from './cases.js';

export const retiredCases: Slugs = {};
