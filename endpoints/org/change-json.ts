/** Changes members of an answer that holds a JSON object. */
import { isJsonObject } from '../../schemas/validation/parse-json.js';
import type { GateAnswer } from './gate-answer.js';

/** The answer with further or other members; as it was when its body holds no object. */
export function withMembers(
  answer: GateAnswer,
  members: (value: Record<string, unknown>) => Record<string, unknown>,
): GateAnswer {
  const value: unknown = JSON.parse(
    typeof answer.body === 'string' ? answer.body : Buffer.from(answer.body).toString(),
  );
  return isJsonObject(value) ? { ...answer, body: JSON.stringify({ ...value, ...members(value) }) } : answer;
}
