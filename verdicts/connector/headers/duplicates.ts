/** Says what is wrong with a header of the contract that comes more than once. */
import type { Words } from '../contract.js';

export function duplicateWords(header: string, values: readonly string[]): Words {
  const alike = new Set(values).size === 1 ? 'with the same value each time' : 'with different values';
  return {
    message: `The header ${header} is expected once, and it came ${values.length} times, ${alike}.`,
    advice:
      'Set the header in one place: a default of the client, an interceptor and the call each add their own. Replace (set) instead of adding (append).',
  };
}
