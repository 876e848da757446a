/** Which operation a run judged. */
import { defaultOperation, findOperation } from '../schemas/operations/operations.js';
import type { ServiceRecord } from '../schemas/record/run-record.js';

/** Its id; earlier versions judged one operation and did not name it. */
export function operationOfRecord({ operation = defaultOperation }: Pick<ServiceRecord, 'operation'>): string {
  return operation;
}

/** `Establish a conversation (establish-conversation)`, or the id alone where the contract has it no longer. */
export function operationWords(record: Pick<ServiceRecord, 'operation'>): string {
  const id = operationOfRecord(record);
  const title = findOperation(id)?.title;
  return title === undefined ? id : `${title} (${id})`;
}
