/** Neighbours from the vendor's own vocabulary: words that are right elsewhere and wrong here. */
import type { Miss } from './index.js';

export function roleNeighbours(): readonly Miss[] {
  const words = [
    ['agent', 'Agent'],
    ['chatbot', 'Chatbot'],
    ['supervisor', 'Supervisor'],
    ['system', 'System'],
    ['end-user-with-a-blank', 'End User'],
    ['end-user-with-an-underscore', 'END_USER'],
    ['end-users', 'EndUsers'],
    ['user', 'User'],
    ['guest', 'Guest'],
  ] as const;
  return words.map(([slug, word]) => [`the-role-${slug}`, `the role ${word}`, word]);
}

export function appTypeNeighbours(): readonly Miss[] {
  const words = [
    ['agent', 'agent'],
    ['chatbot', 'chatbot'],
    ['conversation', 'conversation'],
    ['live-message', 'live_message'],
    ['iamessage', 'iamessage'],
    ['messaging', 'messaging'],
    ['custom-channel', 'custom_channel'],
  ] as const;
  return words.map(([slug, word]) => [`the-app-type-${slug}`, `the app type ${word}`, word]);
}
