/** Samples for the tests of the command: tokens of every kind, a set of settings, a run record. */
import type { ServiceRecord } from '../../../schemas/record/run-record.js';

function encode(data: object): string {
  return Buffer.from(JSON.stringify(data)).toString('base64url');
}

/** A JWT in compact form with the given claims and a signature that means nothing. */
export function jwt(claims: object, signature = 'c2lnbmF0dXJlLW9mLW5vLW1lYW5pbmc'): string {
  return `${encode({ alg: 'RS256', typ: 'JWT' })}.${encode(claims)}.${signature}`;
}

/** The year 2100. */
export const goodToken = jwt({ sub: 'someone', exp: 4_102_444_800 });
/** 2001-09-09T01:46:40Z. */
export const expiredToken = jwt({ sub: 'someone', exp: 1_000_000_000 });
export const opaqueToken =
  '00D000000000001!AQcAQH0dMHZfz972Szmpkb58urFRkgeBGsxL_QJWwYMfAbUeeG7c1E6LYUfiDUkWe6H34r1AAwOR8B8fLEz6n04NPGRrq0FM';

export const settings = {
  SF_SCRT_INSTANCE_URL: 'https://example.my.salesforce-scrt.com',
  SF_ORG_ID: '00D000000000001',
  SF_AUTHORIZATION_CONTEXT: 'Acme1_Support1',
  CHANNEL_ADDRESS_IDENTIFIER: 'channel-one, channel-two',
  SF_ACCESS_TOKEN: goodToken,
} as const;

/** The smallest record that the schema takes. */
export function sampleRecord(changes: Partial<ServiceRecord> = {}): ServiceRecord {
  return {
    format: 'byoc-conformance/run-record/2',
    judges: 'service',
    tool: { name: 'byoc-conformance', version: '0.1.0', node: '20.20.2' },
    verdict: 'conformant',
    exitCode: 0,
    reason: 'Every clause was kept.',
    cutShort: false,
    startedAt: '2026-01-01T00:00:00Z',
    durationMs: 1,
    seed: 1,
    edition: '61.0',
    level: 'smoke',
    layout: 'parts',
    only: [],
    target: {
      kind: 'service',
      baseUrl: 'https://example.my.salesforce-scrt.com/api',
      orgId: '00D000000000001',
      authorizationContext: 'Acme1_Support1',
      channels: ['channel-one', 'channel-two'],
      faults: [],
    },
    requests: 3,
    plan: { requests: 3, conversations: 1 },
    throttled: { count: 0, waitedMs: 0 },
    identities: { answers: 1, pairs: 1, identifiers: 1, audited: 0 },
    warnings: [],
    clauses: [],
    specs: [],
    findings: [],
    evidence: [],
    ...changes,
  };
}
