/** What is added to the mock while a process runs, as data: operations and faults beside those that it has. */
import type { Fault } from './named-behaviour.js';
import type { MockOperation } from './operation.js';

export interface MockExtension {
  /** One with the id of an operation that the mock has stands in its place. */
  readonly operations?: readonly MockOperation[];
  readonly faults?: readonly Fault<string, string>[];
}

let extensions: readonly MockExtension[] = [];

/** Puts an extension in force; the function that comes back takes it out again. */
export function extendMock(extension: MockExtension): () => void {
  extensions = [...extensions, extension];
  return () => {
    extensions = extensions.filter((one) => one !== extension);
  };
}

/** The extensions in force, the oldest first. */
export function mockAdditions(): readonly MockExtension[] {
  return extensions;
}
