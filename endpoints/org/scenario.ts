/** What a scenario is: a day in the field that the org plays, in data and a small behaviour. */
import type { ClauseId } from '../../schemas/clauses/clauses.js';
import { findOperation } from '../../schemas/operations/operations.js';
import type { ReceivedRequest } from '../../wire/received.js';
import type { GateAnswer } from './gate-answer.js';

/**
 * How a connector shows that it copes. `asks again`: what failed is asked for again and gets its answer.
 * `renews and asks again`: the same, with another token. `goes on`: the command ends as well as when all goes well.
 */
type Expectation = 'asks again' | 'renews and asks again' | 'goes on';

/** What a scenario knows of the request that it may stage something for. Token requests and unknown paths never come here. */
export interface StageContext {
  /** What a retry shares with the request that failed: channel and subject, or method and path. */
  readonly key: string;
  /** Which request with this key it is in this scenario, 1 for the first. */
  readonly attempt: number;
  /** Which key it is in order of appearance, 1 for the first. */
  readonly keyNumber: number;
  readonly token?: string;
  /** Milliseconds since 1970. */
  readonly nowMs: number;
}

/** One run of a scenario; keeps what it has staged so far. */
export interface Play {
  /** Answers in place of the org, which then never sees the request. */
  instead?(request: ReceivedRequest, context: StageContext): GateAnswer | undefined;
  /** Changes what the org answered; the org has taken the request. */
  change?(answer: GateAnswer, request: ReceivedRequest, context: StageContext): GateAnswer;
}

export interface Scenario {
  readonly id: string;
  readonly title: string;
  /** What the org does, one sentence. */
  readonly summary: string;
  /** What a robust connector does, one sentence. */
  readonly robust: string;
  readonly expects: Expectation;
  /** What a connector breaks that does not cope; the control has none. */
  readonly clause?: ClauseId;
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

/** Whether an answer to the request gives a conversation identifier. */
export function yieldsConversation({ operation }: Pick<ReceivedRequest, 'operation'>): boolean {
  return 'conversationIdentifier' in (findOperation(operation)?.yields ?? {});
}

export const isSuccess = ({ status }: GateAnswer): boolean => status >= 200 && status < 300;
