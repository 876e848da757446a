/** A request as the mock's core takes it: finished bytes, whichever way they came (socket, msw, a test). */
import { defaultOperation, operationOf } from '../../schemas/operations/operations.js';
import { type Pair, readSentPair } from '../../wire/codecs/pair-reader.js';
import { trimBlanks } from '../../wire/http/blanks.js';
import { valuesOf } from '../../wire/http/field-values.js';
import type { HeaderField } from '../../wire/request.js';

export interface ServiceRequest {
  readonly method: string;
  /** Path and query as in the request line: `/api/v1/conversation`. */
  readonly target: string;
  /** Header fields in order; names keep their case, duplicates are kept, values may have blanks around them. */
  readonly fields: readonly HeaderField[];
  readonly body: Buffer;
  /** Number of the connection that carried it; 0 when there was none (msw in process). */
  readonly connection: number;
}

/** The value of a header with surrounding blanks removed; undefined when it is absent. The first of duplicates. */
export function headerOf(request: ServiceRequest, name: string): string | undefined {
  const wanted = name.toLowerCase();
  const value = request.fields.find(([given]) => given.length === wanted.length && given.toLowerCase() === wanted)?.[1];
  return value === undefined ? undefined : trimBlanks(value);
}

/** How many fields of the name there are, in any case. */
export function countOf(request: ServiceRequest, name: string): number {
  return valuesOf(request.fields, name.toLowerCase()).length;
}

/** The same request with one header set to a value, or without it when the value is undefined. */
export function withHeader(request: ServiceRequest, name: string, value: string | undefined): ServiceRequest {
  const wanted = name.toLowerCase();
  const others = request.fields.filter(([given]) => given.toLowerCase() !== wanted);
  return { ...request, fields: value === undefined ? others : [...others, [name, value]] };
}

/** Channel and subject as far as the body shows them, however wrong it is. */
export function sentPair(request: ServiceRequest): Partial<Pair> {
  return readSentPair(request, operationOf(defaultOperation));
}
