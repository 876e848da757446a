/** Variants that turn callers away for a while. */
import { type Answer, jsonAnswer } from '../answer.js';
import type { Behaviour, Context } from '../behaviour.js';
import { variantsOf } from '../named-behaviour.js';

/** Turns away every nth request; the one after it is served, so a caller who waits gets through. */
const turnsAwayEvery = (nth: number, answer: (context: Context) => Answer): Behaviour => ({
  admits: (context) => (context.requests % nth === 0 ? answer(context) : undefined),
});

const tooMany = { code: 429, message: 'There were too many requests.' };

export const throttlingVariants = variantsOf('throttling', {
  '429-at-once': [
    'Answers every 20th request with 429 and asks to come back at once.',
    turnsAwayEvery(20, () => jsonAnswer(429, tooMany, [['Retry-After', '0']])),
  ],
  '429-with-date': [
    'Answers every 30th request with 429 and names the time to come back.',
    turnsAwayEvery(30, ({ now }) => jsonAnswer(429, tooMany, [['Retry-After', new Date(now()).toUTCString()]])),
  ],
  '503-without-time': [
    'Answers every 60th request with 503 and names no time.',
    turnsAwayEvery(60, () => ({ status: 503, fields: [['Content-Type', 'text/html']], body: '<p>Busy</p>' })),
  ],
});
