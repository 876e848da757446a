/** All goes well: the control beside the other scenarios. */
import type { Scenario } from '../scenario.js';

export const allWell = {
  id: 'all-well',
  title: 'all well',
  summary: 'Every conforming request is accepted at once.',
  robust: 'Sends conforming requests, and ends well.',
  expects: 'goes on',
  play: () => ({}),
} as const satisfies Scenario;
