/** Which clauses an answer breaks, by the schemas of the success answer and of the refusal. */
import { refusalAnswerSchema } from '../answer/refusal.schema.js';
import { successAnswerSchema } from '../answer/success.schema.js';
import { createContractAjv } from './ajv.js';
import { type BrokenClause, brokenClauses } from './broken-clause.js';

/** An answer as the schemas see it; `body` is absent when it was not JSON. */
export interface AnswerMessage {
  readonly status: number;
  readonly body?: unknown;
}

const ajv = createContractAjv();
const success = ajv.compile<AnswerMessage & { body: { conversationIdentifier: string } }>(successAnswerSchema);
const refusal = ajv.compile(refusalAnswerSchema);

export type SuccessJudgement =
  | { readonly ok: true; readonly identifier: string }
  | { readonly ok: false; readonly broken: readonly BrokenClause[] };

/** A body that is not JSON breaks the clause of the JSON object. */
export function validateSuccess(answer: AnswerMessage): SuccessJudgement {
  const message = { status: answer.status, body: answer.body ?? null };
  if (success(message)) return { ok: true, identifier: message.body.conversationIdentifier };
  return { ok: false, broken: brokenClauses(success.errors ?? []) };
}

export function validateRefusal(answer: AnswerMessage): readonly BrokenClause[] {
  return refusal(answer) ? [] : brokenClauses(refusal.errors ?? []);
}
