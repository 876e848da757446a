/**
 * The rules that prove what only a connector owes, by clause: no schema keyword and no probe of a service can. The tests of
 * verdicts/connector show for each of them a connector that keeps it and one that breaks it.
 */
import type { ClauseId } from '../../schemas/clauses/clauses.js';

export interface ConnectorRule {
  readonly clause: ClauseId;
  readonly title: string;
}

export const connectorRules: readonly ConnectorRule[] = [
  { clause: 'operation/http-message', title: 'the framing of all that comes on a connection' },
  { clause: 'operation/no-secrets-in-url', title: 'path, query and user name of every URL' },
  { clause: 'headers/authorization/renewed-after-401', title: 'the token of every request behind a 401' },
  {
    clause: 'headers/authorization/token-not-hammered',
    title: 'requests to the token endpoint without an accepted call between',
  },
  { clause: 'headers/request-id/unique', title: 'the RequestId of every request against all before it' },
  { clause: 'behaviour/conversation-identifier/used', title: 'identifiers in calls to sibling operations' },
  {
    clause: 'behaviour/conversation-identifier/own',
    title: 'identifiers in calls that say from which end user they come',
  },
  {
    clause: 'behaviour/retry/waits-as-told',
    title: 'the time between a 429 or 503 with Retry-After and the same call',
  },
  { clause: 'behaviour/retry/backs-off', title: 'the time between a 429 or 503 without Retry-After and the same call' },
  { clause: 'behaviour/retry/ends', title: 'how often one call comes in a row' },
  { clause: 'behaviour/retry/not-after-refusal', title: 'the content of what comes behind a refusal' },
];
