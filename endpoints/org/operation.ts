/** Which endpoint of the org a request is for, by its target. */

import type { Operation } from '../../wire/received.js';
import { endpointPath } from '../mock/checks/operation.js';

export const tokenPath = '/services/oauth2/token';

/** Path of a target without query: `/api/v1/conversation`, also of the absolute form that clients send to proxies. */
export function pathOf(target: string): string {
  const withoutQuery = target.split('?', 1)[0] ?? '';
  return withoutQuery.replace(/^https?:\/\/[^/]*/i, '') || '/';
}

/** Operations that connectors call around the conversation; all lie below `/api/v1/`. */
const siblingPath = /^\/api\/v\d+\/[A-Za-z]/;
/** A slip in the path of the operation itself is no sibling: the judge is to see it as what it was meant for. */
const meantForConversation = /^\/*(?:api\/*)?(?:v1\/*)?conversations?\/*$/i;

export function operationOf(_method: string, target: string): Operation {
  const path = pathOf(target);
  if (path === endpointPath) return 'conversation';
  if (path === tokenPath) return 'token';
  if (meantForConversation.test(path)) return 'unknown';
  return siblingPath.test(path) ? 'sibling' : 'unknown';
}
