/** Neighbours from the vendor's own vocabulary: words that are right elsewhere and wrong here. */
import type { Miss } from './index.js';

export function roleNeighbours(): readonly Miss[] {
  const words = ['Agent', 'Chatbot', 'Supervisor', 'System', 'End User', 'END_USER', 'EndUsers', 'User', 'Guest'];
  return words.map((word) => [`the role ${word}`, word]);
}

export function appTypeNeighbours(): readonly Miss[] {
  const words = ['agent', 'chatbot', 'conversation', 'live_message', 'iamessage', 'messaging', 'custom_channel'];
  return words.map((word) => [`the app type ${word}`, word]);
}
