/** An answer with members that nobody told of. */
import { withMembers } from '../change-json.js';
import { isSuccess, type Scenario, yieldsConversation } from '../scenario.js';

export const unknownMembers = {
  id: 'unknown-members',
  title: 'an answer with unknown members',
  summary: 'Every success has further members, some of them objects and lists.',
  robust: 'Passes over what it does not know.',
  expects: 'goes on',
  clause: 'behaviour/recovery/unknown-members',
  play: () => ({
    change: (answer, request) => {
      if (!yieldsConversation(request) || !isSuccess(answer)) return answer;
      const changed = withMembers(answer, () => ({
        messagingSessionId: '0Mwzz00000000001AA',
        schemaVersion: 7,
        links: { self: null },
        notices: [{ level: 'info' }],
      }));
      return { ...changed, staged: { did: 'changed', what: 'members' } };
    },
  }),
} as const satisfies Scenario;
