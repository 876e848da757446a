/** Edition 61.0: the specification. Its two layouts are the reading's, as the text leaves the form open. */
import type { Edition } from './edition.js';

export const edition61 = {
  id: '61.0',
  source: 'the specification',
  mediaType: 'multipart/form-data',
  layouts: ['parts', 'json-part'],
  answerMembers: [],
} as const satisfies Edition;
