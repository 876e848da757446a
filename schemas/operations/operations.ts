/** All operations of the contract; look-up by id; how their bodies are written in an edition. */
import { type CodecContract, type CodecId, codecContractOf, type Layout, type MediaType } from '../codecs/codecs.js';
import { additions, perContract } from '../contract.js';
import { isWithin } from '../editions/edition.js';
import { establishConversation } from './establish-conversation.js';
import type { Operation, OperationForm } from './operation.js';

export type { Operation, OperationForm, ValuePath } from './operation.js';

export const operations = [establishConversation] as const satisfies readonly Operation[];

/** Of the published operations. */
export type OperationId = (typeof operations)[number]['id'];

/** The operation of a run that names none. */
export const defaultOperation: OperationId = establishConversation.id;

const byId = perContract((): ReadonlyMap<string, Operation> => {
  const added = additions().flatMap((extension) => extension.operations ?? []);
  return new Map([...operations, ...added].map((operation): [string, Operation] => [operation.id, operation]));
});

/** The published operations and those of extensions. */
export function operationsInForce(): readonly Operation[] {
  return [...byId().values()];
}

export function findOperation(id: string): Operation | undefined {
  return byId().get(id);
}

/** @throws Error for an id that no operation has. */
export function operationOf(id: string): Operation {
  const operation = findOperation(id);
  if (operation === undefined) throw new Error(`there is no operation ${id}`);
  return operation;
}

/** Undefined in an edition that does not have the operation. */
export function formIn(operation: Operation, edition: string): OperationForm | undefined {
  return isWithin(operation, edition) ? operation.forms.find((form) => isWithin(form, edition)) : undefined;
}

/** The codecs that an operation takes in an edition, the default first; none in an edition that does not have it. */
export function codecsIn(operation: Operation, edition: string): readonly CodecContract[] {
  return (formIn(operation, edition)?.codecs ?? []).map((id: CodecId) => codecContractOf(id));
}

/** The layouts that an operation takes in an edition, the default first. */
export function layoutsOf(edition: string, operation: string = defaultOperation): readonly Layout[] {
  return codecsIn(operationOf(operation), edition).map(({ layout }) => layout);
}

/** @throws Error for an edition that does not have the operation. */
export function defaultLayoutOf(edition: string, operation: string = defaultOperation): Layout {
  const [first] = layoutsOf(edition, operation);
  if (first === undefined) throw new Error(`edition ${edition} has no operation ${operation}`);
  return first;
}

/** The media type of the bodies in an edition; undefined where it does not have the operation. */
export function mediaTypeOf(edition: string, operation: string = defaultOperation): MediaType | undefined {
  return codecsIn(operationOf(operation), edition)[0]?.mediaType;
}
