/** Neighbours from the vendor's own vocabulary: words that are right elsewhere and wrong here. */
import type { Miss } from './index.js';

type Word = readonly [slug: string, word: string, rank?: number];

export function roleNeighbours(): readonly Miss[] {
  const words: readonly Word[] = [
    ['agent', 'Agent', 3],
    ['chatbot', 'Chatbot', 4],
    ['supervisor', 'Supervisor', 4],
    ['system', 'System', 4],
    ['end-user-with-a-blank', 'End User'],
    ['end-user-with-an-underscore', 'END_USER'],
    ['end-users', 'EndUsers'],
    ['user', 'User'],
    ['guest', 'Guest'],
  ];
  return words.map(([slug, word, rank]) => [`the-role-${slug}`, `the role ${word}`, word, rank]);
}

export function appTypeNeighbours(): readonly Miss[] {
  const words: readonly Word[] = [
    ['agent', 'agent', 3],
    ['chatbot', 'chatbot', 4],
    ['conversation', 'conversation', 4],
    ['live-message', 'live_message', 4],
    ['iamessage', 'iamessage', 4],
    ['messaging', 'messaging'],
    ['custom-channel', 'custom_channel'],
  ];
  return words.map(([slug, word, rank]) => [`the-app-type-${slug}`, `the app type ${word}`, word, rank]);
}
