/** Where in a message something is, as people write it. Pure. */
import type { MessagePlace } from '../schemas/record/message-place.schema.js';

/** `header OrgId`, `participants[0].role`, `conversationIdentifier in the answer`. */
export function placeWords(place: MessagePlace): string {
  switch (place.in) {
    case 'header':
      return `header ${place.name}`;
    case 'part':
      return `part ${place.name}`;
    case 'member':
      return place.path
        .map((step, index) => (typeof step === 'number' ? `[${step}]` : index === 0 ? step : `.${step}`))
        .join('');
    case 'body':
      return 'body';
    case 'answer':
      return `${place.member} in the answer`;
  }
}
