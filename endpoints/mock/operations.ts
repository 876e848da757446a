/** All operations of the mock, and look-up by the target of a request; what extensions add is found too. */
import { isWithin } from '../../schemas/editions/edition.js';
import { mockAdditions } from './extension.js';
import type { MockOperation } from './operation.js';
import { establishConversation } from './operations/establish-conversation.js';

/** Stands in front of the path of every operation. */
export const basePath = '/api';

const published: readonly MockOperation[] = [establishConversation];

/** One that an extension adds stands in the place of a published one of the same id. */
export function mockOperations(edition: string): readonly MockOperation[] {
  const added = mockAdditions().flatMap(({ operations = [] }) => operations);
  const byId = new Map([...published, ...added].map((operation) => [operation.id, operation]));
  return [...byId.values()].filter((operation) => isWithin(operation, edition));
}

/** The operations that live at a target, whatever their method. */
export function operationsAt(target: string, edition: string): readonly MockOperation[] {
  const [path = ''] = target.split('?', 1);
  return mockOperations(edition).filter((operation) => path === `${basePath}/${operation.path}`);
}
