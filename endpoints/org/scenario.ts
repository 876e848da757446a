/** How the org plays a scenario: a small behaviour beside its data. */
import { findOperation } from '../../schemas/operations/operations.js';
import type { ReceivedRequest } from '../../wire/received.js';
import type { Scenario } from '../../wire/scenario.js';
import type { OrgAnswer } from './org-answer.js';

/** What a scenario knows of the request that it may stage something for. Token requests and unknown paths never come here. */
export interface StageContext {
  /** What a retry shares with the request that failed: channel and subject, or method and path. */
  readonly key: string;
  /** Which request with this key it is in this scenario, 1 for the first. */
  readonly attempt: number;
  /** Which key it is in order of appearance, 1 for the first. */
  readonly keyNumber: number;
  readonly token?: string;
  /** Where the org is served: `http://127.0.0.1:8080`. */
  readonly origin: string;
  /** Milliseconds since 1970. */
  readonly nowMs: number;
}

/** One run of a scenario; keeps what it has staged so far. */
export interface Play {
  /** Answers in place of the org, which then never sees the request. */
  instead?(request: ReceivedRequest, context: StageContext): OrgAnswer | undefined;
  /** Changes what the org answered; the org has taken the request. */
  change?(answer: OrgAnswer, request: ReceivedRequest, context: StageContext): OrgAnswer;
}

export interface OrgScenario extends Scenario {
  readonly play: () => Play;
}

/** Now and then: the first try of the first key, and of every third one after it, a few times in all. */
export function nowAndThen(most = 5): (context: StageContext) => boolean {
  let staged = 0;
  return ({ attempt, keyNumber }) => {
    if (attempt !== 1 || keyNumber % 3 !== 1 || staged >= most) return false;
    staged += 1;
    return true;
  };
}

/** Whether a call is for the pair that was the first to be asked for, at whichever try. */
export function firstPair(): (request: ReceivedRequest, context: StageContext) => boolean {
  let first: string | undefined;
  return (request, { key }) => {
    if (!yieldsConversation(request)) return false;
    first ??= key;
    return key === first;
  };
}

/** Whether an answer to the request gives a conversation identifier. */
export function yieldsConversation({ operation }: Pick<ReceivedRequest, 'operation'>): boolean {
  return 'conversationIdentifier' in (findOperation(operation)?.yields ?? {});
}

export const isSuccess = ({ status }: OrgAnswer): boolean => status >= 200 && status < 300;
