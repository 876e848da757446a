/** What the run record says of a run's options: everything but the secrets. */
import { proxyFor } from '../../endpoints/sender/proxy.js';
import { isJwt } from '../../generators/violations/forged-tokens.js';
import { plural } from '../../text/format.js';
import type { RunInfo } from '../../verdicts/record/run-info.js';
import { tool } from '../suite-version.js';
import { reuseWarning } from './reuse-subjects.js';
import { operationIn, type Plan, type RunOptions } from './run-options.js';

export function runInfoOf(options: RunOptions, plan: Plan, startedAt: Date): RunInfo {
  const { target, seed, edition, level, layout, only, memoryMs, reuseSubjects } = options;
  const { orgId, authorizationContext, channels } = target.credentials;
  return {
    tool: tool(),
    startedAt: startedAt.toISOString(),
    seed,
    operation: operationIn(options).id,
    edition,
    level,
    layout,
    only: [...only],
    ...(memoryMs === undefined ? {} : { memoryMs: Math.round(memoryMs) }),
    ...(reuseSubjects === true ? { reuseSubjects } : {}),
    target: {
      kind: target.kind,
      baseUrl: target.baseUrl.href,
      orgId,
      authorizationContext,
      channels: [...channels],
      faults: [...target.faults],
      ...proxyOf(target.baseUrl),
    },
    plan: { requests: plan.requests, conversations: plan.conversations },
    warnings: [...budgetWarning(options, plan), ...warningsOf(options)],
  };
}

/** Only its host and port: the rest of its URL may be a secret. */
function proxyOf(baseUrl: URL): { proxy?: string } {
  const way = proxyFor(baseUrl);
  return way.kind === 'proxy' ? { proxy: way.proxy.label } : {};
}

/** What a small budget means for what was found, and for what was not. */
function budgetWarning({ maxRequests, level }: RunOptions, { whole }: Plan): string[] {
  if (maxRequests === undefined || whole === undefined) return [];
  return [
    `The budget is ${plural(maxRequests, 'request')}, and level ${level} would send ${whole}: what tells most was sent first, and every clause was tried in a part of its ways only.`,
  ];
}

function warningsOf({ target, reuseSubjects }: RunOptions): string[] {
  const warnings: string[] = reuseSubjects === true ? [reuseWarning] : [];
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
