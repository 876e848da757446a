/** What an entry of the page of errors is made of. */
import type { TestContext } from 'node:test';
import { tellError } from '../../../../settings/errors/user-error.js';
import { asFlag } from '../../../../settings/options/declaration.js';
import type { GivenOptions } from '../../../../settings/options/read-options.js';
import { readRunChoices } from '../../../../settings/options/run-choices.js';

export interface ErrorCase {
  /** The heading of its section. */
  readonly section: string;
  /** The error as the code says it today. */
  readonly text: (t: TestContext) => string | Promise<string>;
}

/** As the command prints it. */
export const told = (error: unknown): string => tellError(error, false).text;

/** What options of `run` are refused with. */
export async function refusedOptions(given: GivenOptions): Promise<string> {
  return thrown(() => readRunChoices(given, { spelling: asFlag }));
}

/** What is thrown, as the command prints it. */
export async function thrown(act: () => unknown): Promise<string> {
  return told(await errorOf(act));
}

async function errorOf(act: () => unknown): Promise<unknown> {
  try {
    await act();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}
