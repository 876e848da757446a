/** What the run record says of a run's options: everything but the secrets. */
import { createRequire } from 'node:module';
import { isJwt } from '../../generators/violations/forged-tokens.js';
import type { RunInfo } from '../../verdicts/run-info.js';
import type { Plan, RunOptions } from './run-options.js';

const require = createRequire(import.meta.url);

export function runInfoOf(options: RunOptions, plan: Plan, startedAt: Date): RunInfo {
  const { target, seed, edition, level, layout, only } = options;
  const { orgId, authorizationContext, channels } = target.credentials;
  return {
    tool: { name: 'byoc-conformance', version: suiteVersion(), node: process.versions.node },
    startedAt: startedAt.toISOString(),
    seed,
    edition,
    level,
    layout,
    only: [...only],
    target: {
      kind: target.kind,
      baseUrl: target.baseUrl.href,
      orgId,
      authorizationContext,
      channels: [...channels],
      faults: [...target.faults],
    },
    plan: { requests: plan.requests, conversations: plan.conversations },
    warnings: warningsOf(options),
  };
}

function warningsOf({ target }: RunOptions): string[] {
  const warnings: string[] = [];
  const { accessToken, channels, expiredAccessToken } = target.credentials;
  if (!isJwt(accessToken)) {
    warnings.push(
      'The access token is opaque, not a JWT: violations that need a JWT were left out. Let the org issue JWT-based access tokens.',
    );
  }
  if (channels.length < 2) {
    warnings.push('Only one channel is configured: one subject on two channels could not be compared.');
  }
  if (expiredAccessToken === undefined) {
    warnings.push('No expired token is configured (SF_EXPIRED_ACCESS_TOKEN): expiry was not exercised.');
  }
  return warnings;
}

/** package.json lies one folder higher in the package than in the sources. */
function suiteVersion(): string {
  for (const path of ['../../package.json', '../../../package.json']) {
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
