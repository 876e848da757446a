/** Edition 61.0: the specification. */
import type { Edition } from './edition.js';

export const edition61 = {
  id: '61.0',
  source: 'the specification',
  answerMembers: [],
} as const satisfies Edition;
