/** What an entry of the page of errors is made of. */
import type { TestContext } from 'node:test';
import { tellError } from '../../../../cli/errors/tell.js';

export interface ErrorCase {
  /** The heading of its section. */
  readonly section: string;
  /** The error as the code says it today. */
  readonly text: (t: TestContext) => string | Promise<string>;
}

/** As the command prints it. */
export const told = (error: unknown): string => tellError(error, false).text;

/** What is thrown, as the command prints it. */
export async function thrown(act: () => unknown): Promise<string> {
  return told(await errorOf(act));
}

/** What is thrown, by its message. */
export async function messageOf(act: () => unknown): Promise<string> {
  const error = await errorOf(act);
  return error instanceof Error ? error.message : String(error);
}

async function errorOf(act: () => unknown): Promise<unknown> {
  try {
    await act();
  } catch (error) {
    return error;
  }
  throw new Error('nothing was thrown');
}
