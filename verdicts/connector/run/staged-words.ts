/** What a scenario did on purpose, in words. Pure. */
import type { Staged } from '../../../wire/received.js';

export function stagedWords(staged: Staged): string {
  switch (staged.did) {
    case 'expired the token':
      return 'the token expired';
    case 'throttled':
      return `429 with Retry-After ${staged.retryAfter}`;
    case 'was unavailable':
      return '503';
    case 'reset':
      return staged.when === 'after'
        ? 'the connection closes after the answer'
        : `the connection breaks ${staged.when} the answer`;
    case 'delayed':
      return `answered after ${staged.delayMs} ms`;
    case 'changed':
      return changes[staged.what];
  }
}

const changes = {
  status: 'another status of success',
  members: 'unknown members',
  identifier: 'an identifier in another format',
} as const;
