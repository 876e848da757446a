/**
 * What is added to the published contract while a process runs, as data: further editions, clauses and operations, and
 * operations in place of published ones. Look-ups see both. Nothing else of this folder is read here, so that every list
 * can ask for its additions.
 */
import type { Clause } from './clauses/clause.js';
import type { Edition } from './editions/edition.js';
import type { Operation } from './operations/operation.js';

export interface ContractExtension {
  readonly editions?: readonly Edition[];
  readonly clauses?: readonly Clause[];
  /** One with the id of a published operation stands in its place. */
  readonly operations?: readonly Operation[];
}

let extensions: readonly ContractExtension[] = [];

/** Puts an extension in force; the function that comes back takes it out again. */
export function extendContract(extension: ContractExtension): () => void {
  extensions = [...extensions, extension];
  return () => {
    extensions = extensions.filter((one) => one !== extension);
  };
}

/** The extensions in force, the oldest first. */
export function additions(): readonly ContractExtension[] {
  return extensions;
}

/** A value that follows from the contract in force: made when it is first asked for, and anew behind each change. */
export function perContract<Value>(make: () => Value): () => Value {
  let made: { readonly value: Value; readonly by: readonly ContractExtension[] } | undefined;
  return () => {
    if (made?.by !== extensions) made = { value: make(), by: extensions };
    return made.value;
  };
}
