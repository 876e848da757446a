/** The header fields of a received request by name: each value trimmed of optional white space, duplicates kept. */
import { trimBlanks } from '../../wire/http/blanks.js';
import type { HeaderField } from '../../wire/request.js';

/** Values by name in lower case, in the order in which they came. */
export type FieldValues = ReadonlyMap<string, readonly string[]>;

export function fieldValues(fields: readonly HeaderField[]): FieldValues {
  const values = new Map<string, string[]>();
  for (const [name, value] of fields) {
    const trimmed = trimBlanks(value);
    const key = name.toLowerCase();
    const known = values.get(key);
    if (known === undefined) values.set(key, [trimmed]);
    else known.push(trimmed);
  }
  return values;
}

/** The value of a field, the first where it comes more than once. */
export function firstValue(values: FieldValues, name: string): string | undefined {
  return values.get(name.toLowerCase())?.[0];
}

/** The five headers of the contract, canonical names. */
export const contractHeaders = ['Authorization', 'Content-Type', 'OrgId', 'AuthorizationContext', 'RequestId'] as const;
export type ContractHeader = (typeof contractHeaders)[number];
