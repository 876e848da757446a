/** The version of the suite, as its package.json has it. */
import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);

/** package.json lies one folder higher beside the compiled files than beside the sources. */
export function suiteVersion(): string {
  for (const path of ['../package.json', '../../package.json']) {
    try {
      const found: unknown = require(path);
      const [name, version] = [Reflect.get(Object(found), 'name'), Reflect.get(Object(found), 'version')];
      if (name === 'byoc-conformance' && typeof version === 'string') return version;
    } catch {
      // Not there: the other place has it.
    }
  }
  return 'unknown';
}
