/** Exchanges, observations and outcomes for the tests of the judges. */

import type { RunEnding, RunInfo } from '../../../verdicts/record/run-info.js';
import type { Observation } from '../../../verdicts/service/history.js';
import type { Finding, ProbeOutcome } from '../../../verdicts/service/outcome.js';
import type { Exchange, HttpAnswer } from '../../../wire/exchange.js';

export function answer(status: number, body: string | Uint8Array = '', changes: Partial<HttpAnswer> = {}): HttpAnswer {
  return {
    httpVersion: '1.1',
    status,
    reason: 'Reason',
    fields: [],
    body: Buffer.from(body),
    truncated: false,
    ...changes,
  };
}

export function exchange(changes: Partial<Exchange> = {}): Exchange {
  return {
    number: 1,
    startedMs: 1.234567,
    durationMs: 2.5,
    connection: { id: 3, reused: false },
    head: 'POST /api/v1/conversation HTTP/1.1\r\nHost: 127.0.0.1\r\nOrgId: 00DA00AA0a0Aa0z\r\n\r\n',
    body: Buffer.from('body'),
    waits: [],
    ...changes,
  };
}

export const answered = (status: number, body: string | Uint8Array = ''): Exchange =>
  exchange({ answer: answer(status, body) });

export function observation(
  channel: string,
  subject: string,
  identifier: string,
  number: number,
  changes: Partial<Observation> = {},
): Observation {
  const probes = 'behaviour/same-pair/repeated';
  const times = { sentMs: 10 * number, answeredMs: 10 * number + 5 };
  const named = { asked: { slug: 'asked-again' }, label: `call ${number}` };
  return { channel, subject, identifier, exchange: number, connection: 1, ...times, ...named, probes, ...changes };
}

export function finding(changes: Partial<Finding> = {}): Finding {
  return {
    clause: 'headers/org-id/length',
    case: { slug: 'one-character-shorter' },
    label: 'one character shorter',
    verdict: 'nonconformant',
    expects: 'refusal',
    foundBy: 'sweep',
    expected: 'a refusal',
    got: '202',
    ...changes,
  };
}

export function outcome(changes: Partial<ProbeOutcome> = {}): ProbeOutcome {
  return {
    title: 'refuses what breaks headers/org-id/length',
    place: 'Headers › OrgId',
    clause: 'headers/org-id/length',
    tallies: {},
    skipped: [],
    findings: [],
    observations: [],
    requests: 2,
    durationMs: 10.4,
    ...changes,
  };
}

export const tally = (conformant: number, nonconformant = 0, inconclusive = 0, observed = 0) => ({
  conformant,
  nonconformant,
  inconclusive,
  observed,
});

export const info: RunInfo = {
  tool: { name: 'byoc-conformance', version: '0.1.0', node: 'v20.20.2' },
  startedAt: '2026-11-22T13:05:31.250Z',
  seed: 42,
  edition: '61.0',
  level: 'standard',
  layout: 'parts',
  only: [],
  target: {
    kind: 'service',
    baseUrl: 'http://127.0.0.1:4010/api',
    orgId: '00DA00AA0a0Aa0z',
    authorizationContext: 'Partner1_ChannelDefinition1',
    channels: ['support'],
    faults: [],
  },
  plan: { requests: 10, conversations: 4 },
  warnings: [],
};

export function ending(changes: Partial<RunEnding> = {}): RunEnding {
  return {
    durationMs: 99.6,
    requests: 12,
    throttled: { count: 1, waitedMs: 20.4 },
    audited: 2,
    cutShort: false,
    ...changes,
  };
}
