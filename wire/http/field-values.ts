/** Header fields by name, in whatever case it was sent; duplicates are kept. */
import type { HeaderField } from '../request.js';
import { trimBlanks } from './blanks.js';

/** The values of the fields of a name as they came. @param wanted in lower case. */
export function valuesOf(fields: readonly HeaderField[], wanted: string): readonly string[] {
  return fields.filter(([name]) => name.toLowerCase() === wanted).map(([, value]) => value);
}

/** Values trimmed of optional white space, by name in lower case, in the order in which they came. */
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

/** The same of fields that are looked at once, as it came. */
export function fieldIn(fields: readonly HeaderField[], name: string): string | undefined {
  return fields.find(([other]) => other.toLowerCase() === name.toLowerCase())?.[1];
}
