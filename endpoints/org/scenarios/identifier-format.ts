/** Identifiers in another format than a GUID. */
import { withMembers } from '../change-json.js';
import { isSuccess, type Scenario, yieldsConversation } from '../scenario.js';

export const identifierFormat = {
  id: 'identifier-format',
  title: 'an identifier in another format',
  summary: 'Identifiers are opaque texts that look like no GUID.',
  robust: 'Keeps and uses the identifier as it came.',
  expects: 'goes on',
  clause: 'behaviour/recovery/identifier-format',
  play: () => ({
    change: (answer, request) => {
      if (!yieldsConversation(request) || !isSuccess(answer)) return answer;
      const changed = withMembers(answer, ({ conversationIdentifier }) => ({
        conversationIdentifier: `cnv:${String(conversationIdentifier).replaceAll('-', '')}.Qz_v2`,
      }));
      return { ...changed, staged: { did: 'changed', what: 'identifier' } };
    },
  }),
} as const satisfies Scenario;
