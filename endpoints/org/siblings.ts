/** Answers of operations beside the contract, good enough for a connector to go on: they are not judged further. */
import { randomUUID } from 'node:crypto';
import { pathOf } from '../../wire/http/request-target.js';
import type { ReceivedRequest } from '../../wire/received.js';
import { type GateAnswer, jsonGateAnswer } from './gate-answer.js';

export function answerSibling(request: ReceivedRequest): GateAnswer {
  if (request.method === 'GET' || request.method === 'HEAD') return jsonGateAnswer(200, { success: true });
  const path = pathOf(request.target);
  const own: Record<string, unknown> =
    path.includes('agentWork') || path.includes('AgentWork')
      ? { workItemId: randomUUID(), agentWorkId: randomUUID() }
      : { identifier: randomUUID() };
  return jsonGateAnswer(202, { success: true, timestamp: Date.now(), ...own });
}
