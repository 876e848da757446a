/** The version of the package, as its package.json has it. */
import { readFileSync } from 'node:fs';

export function packageVersion(): string {
  // This file runs as dist/cli/version.js.
  const data: unknown = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8'));
  if (typeof data !== 'object' || data === null || !('version' in data) || typeof data.version !== 'string') {
    throw new Error('package.json has no version');
  }
  return data.version;
}
