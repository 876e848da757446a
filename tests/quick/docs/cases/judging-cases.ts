/** Errors of waivers, of the baseline and of replays. */
import { retiredCase } from '../../../../cli/replay/read-case.js';
import { tellReplay } from '../../../../cli/replay/tell-replay.js';
import { judgeReplay, weighed } from '../../../../engine/service/replay/judge-replay.js';
import { prepare } from '../../../../engine/service/replay/prepare.js';
import { renderTerminal } from '../../../../reports/terminal.js';
import type { ReplayCase } from '../../../../schemas/record/replay-case.js';
import { ContentError, FileError } from '../../../../settings/errors/file-error.js';
import { WaiversError } from '../../../../settings/errors/waivers-error.js';
import { readWaivers } from '../../../../settings/waivers/read-waivers.js';
import { decideRelease } from '../../../../verdicts/release/release-record.js';
import { formOf } from '../../forms.js';
import { conformantRecord } from '../../reports/sample-record.js';
import { answered } from '../../verdicts/samples.js';
import { type ErrorCase, refusedOptions, told } from './error-case.js';

const waivers = `- clause: headers/org-id/lenght
  reason: known
  owner: Ann Example
  tiket: OPS-17
  ticket: OPS-17
  expires: 2026-12-31
`;

function refusedWaivers(): string {
  const read = readWaivers(waivers);
  return read.ok ? 'the waivers were taken' : told(new WaiversError('/work/waivers.yaml', read.problems));
}

function unneededWaiver(): string {
  const record = conformantRecord();
  const clause = record.clauses.find(({ verdict, owes }) => verdict === 'conformant' && owes !== 'connector')?.id ?? '';
  const waiver = { clause, reason: 'known', owner: 'Ann', ticket: 'OPS-17', expires: '2026-12-31' };
  const gated = decideRelease(record, { waivers: { file: 'waivers.yaml', waivers: [waiver] }, today: '2026-11-22' });
  return renderTerminal(gated, { colour: false }).split('\n', 1)[0] ?? '';
}

const recorded: ReplayCase = {
  format: 'byoc-conformance/replay-case/2',
  version: '0.1.0',
  recordedAt: '2026-11-22T10:00:00.000Z',
  finding: 'headers--authorization--expiry--a-token-past-its-time',
  clause: 'headers/authorization/expiry',
  case: { slug: 'a-token-past-its-time' },
  label: 'a token past its time',
  verdict: 'nonconformant',
  expected: 'a refusal',
  got: '202',
  expects: 'refusal',
  wholeStory: false,
  edition: '61.0',
  layout: 'parts',
  level: 'standard',
  seed: 1,
  command: 'byoc-conformance run --seed 1 --only headers/authorization/expiry',
  target: { host: 'h', orgId: '00D000000000001', authorizationContext: 'A_B', channels: ['c'] },
  requests: [
    {
      role: 'case',
      method: 'POST',
      target: '/api/v1/conversation',
      fields: [],
      body: { text: '' },
      connection: 'pooled',
      together: 1,
      answered: { status: 202 },
    },
  ],
};

const shown = (reason: string): string =>
  tellReplay(`conformance-report/failures/${recorded.finding}.json`, recorded, {
    result: 'INCONCLUSIVE',
    reason,
    requests: 0,
  });

function retired(): string {
  const path = '/work/conformance-report/failures/finding-1.json';
  return told(retiredCase(path, 'byoc-conformance run --seed 1 --only headers/org-id/length'));
}

function notSent(): string {
  const credentials = {
    accessToken: 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJhIn0.c2lnbmF0dXJl',
    orgId: '00D000000000001',
    authorizationContext: 'A_B',
    channels: ['c'],
  };
  const remake = {
    header: 'Authorization',
    clause: 'headers/authorization/expiry',
    slug: 'a-token-past-its-time',
  };
  const requests = recorded.requests.map((request) => ({ ...request, remake }));
  const prepared = prepare({ ...recorded, requests }, credentials, formOf('parts'));
  // As replay.ts puts it.
  return prepared.ok ? 'it can be sent' : shown(`It cannot be sent: ${prepared.reason}.`);
}

function judged(role: 'control' | 'case', status: number): string {
  const [first] = recorded.requests;
  if (first === undefined) throw new Error('the sample holds no request');
  const exchange = answered(status, '{"code":10004,"message":"The session has expired."}');
  const verdict = judgeReplay(recorded, [{ role, recorded: first, exchange }], () => false);
  return shown(weighed(recorded, verdict).reason);
}

export const judgingCases: readonly ErrorCase[] = [
  { section: '"the waivers file ... cannot be used"', text: refusedWaivers },
  { section: '"1 waiver has to be mended"', text: unneededWaiver },
  {
    section: '"--gate new needs a baseline"',
    text: () => refusedOptions({ gate: 'new' }),
  },
  {
    section: '"the baseline ... cannot be read", "... is not a run record of byoc-conformance"',
    text: () =>
      [
        told(new FileError('baseline', '/work/last/run.json', 'read', 'there is no such file or directory')),
        told(new ContentError('run record', '/work/last/run.json', ['it is not JSON'])),
      ].join('\n\n'),
  },
  {
    section: '"... is not a replay case of byoc-conformance"',
    text: () =>
      told(new ContentError('replay case', '/work/conformance-report/run.json', ['/format must be equal to constant'])),
  },
  { section: '"it was written by an earlier version, and names its case in words"', text: retired },
  { section: '"It cannot be sent: ..."', text: notSent },
  { section: '"The control was not accepted, so that the case proves nothing"', text: () => judged('control', 401) },
  {
    section: '"It came right this time, but the failure hung on more than this file holds"',
    text: () => judged('case', 401),
  },
];
