/** 200 and 202 in turns. */
import { isSuccess, type Scenario, yieldsConversation } from '../scenario.js';

export const successStatuses = {
  id: 'success-statuses',
  title: '200 and 202 in turns',
  summary: 'A success is answered 200 for one pair and 202 for the next.',
  robust: 'Takes either status for a success.',
  expects: 'goes on',
  clause: 'behaviour/recovery/success-status',
  play: () => ({
    change: (answer, request, { keyNumber }) => {
      if (!yieldsConversation(request) || !isSuccess(answer)) return answer;
      return { ...answer, status: keyNumber % 2 === 1 ? 200 : 202, staged: { did: 'changed', what: 'status' } };
    },
  }),
} as const satisfies Scenario;
