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

/** What a record says of the suite that made it. */
export function tool() {
  return { name: 'byoc-conformance', version: suiteVersion(), node: process.versions.node } as const;
}
