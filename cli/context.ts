/** What every command is given. */
import type { Dependencies } from './dependencies.js';
import type { Printer } from './output/printer.js';
import type { Surroundings } from './surroundings.js';

export interface Context {
  readonly surroundings: Surroundings;
  readonly dependencies: Dependencies;
  readonly printer: Printer;
}
