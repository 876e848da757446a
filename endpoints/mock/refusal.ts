/** Why the service refuses a request, and the answer in the contract's error form. */
import { type Answer, jsonAnswer } from './answer.js';

export interface Refusal {
  /** The clause that the request breaks; absent where no clause is broken (an unknown channel, a body too large). */
  readonly clause?: string;
  readonly status: number;
  /** Public error code of the service, or the status where the public list has none. */
  readonly code: number;
  /** Plain words; never a value out of the request. */
  readonly message: string;
}

export function refusalAnswer(refusal: Refusal): Answer {
  return jsonAnswer(refusal.status, { code: refusal.code, message: refusal.message });
}
