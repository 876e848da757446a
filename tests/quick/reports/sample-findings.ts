/**
 * Findings of the sample record: every verdict, with and without control, steps, difference, replay and evidence. The
 * first has its facts; the others have none, as in records of earlier versions.
 */
import type { FindingRecord } from '../../../schemas/record/run-record.js';
import { everything } from './hostile.js';
import { sampleWaiver } from './sample-release.js';

/** New objects each time. */
export function sampleFindings(): FindingRecord[] {
  const replay = {
    seed: 42,
    path: '17:0:3',
    command: 'npx byoc-conformance replay conformance-report/run.json --case f1',
  };
  const curl =
    "curl -sS -X POST 'http://127.0.0.1:4010/api/v1/conversation' \\\n  -H 'OrgId: 00DA00AA0a0Aa0' \\\n  -H 'RequestId: 6f9c1f0e-5b56-4b6d-9d0c-0d1a4a9c7e02'";
  return [
    {
      id: 'f1',
      clause: 'headers/org-id/length',
      case: { slug: 'one-character-shorter' },
      expects: 'refusal',
      foundBy: 'sweep',
      confirmed: 'alone',
      violation: { clause: 'headers/org-id/length', slug: 'one-character-shorter' },
      spec: 'OrgId: length',
      label: 'one character shorter',
      verdict: 'nonconformant',
      expected: 'A refusal: any 4xx but 408 and 429, without a conversation identifier.',
      got: '202 Accepted with conversationIdentifier "01HF7YAT00A1".',
      advice: 'Check the length of OrgId before looking up the org.',
      count: 3,
      difference: {
        at: { in: 'header', name: 'OrgId' },
        where: 'header OrgId',
        control: '00DA00AA0a0Aa0z',
        case: '00DA00AA0a0Aa0',
      },
      exchange: 2,
      control: 1,
      replay,
      curl,
    },
    {
      id: 'f2',
      clause: 'behaviour/different-pair/subject',
      spec: 'Different subject, different conversation',
      label: 'subjects that differ in one digit',
      verdict: 'nonconformant',
      expected: 'Two subjects, two identifiers.',
      got: 'Both subjects came back with 01HF7YAT00A1: two people share one conversation.',
      advice: 'Compare subjects byte for byte.',
      count: 1,
      steps: [
        { text: 'Establish a conversation for مرحبا 123: accepted as 01HF7YAT00A1.', exchange: 6 },
        { text: 'Establish a conversation for مرحبا 124: accepted as 01HF7YAT00A1.', exchange: 7 },
        { text: 'Two pairs now have one identifier.' },
        { text: 'The evidence of this step was not kept.', exchange: 99 },
      ],
      replay,
    },
    {
      id: 'f3',
      clause: 'answer/refusal/no-markup',
      spec: 'Refusal: markup',
      label: `hostile answer ${everything}`,
      verdict: 'nonconformant',
      expected: everything,
      got: everything,
      advice: everything,
      count: 2,
      difference: { where: everything, control: 'Zo\u00eb', case: 'Zoe\u0308 ' },
      exchange: 3,
      control: 4,
      curl: `curl 'http://127.0.0.1/' ${everything}`,
    },
    {
      id: 'f4',
      clause: 'body/multipart/well-formed',
      spec: 'Body: multipart',
      label: 'no closing boundary',
      verdict: 'nonconformant',
      expected: 'A refusal.',
      got: 'The connection was closed before the answer was complete.',
      count: 1,
      exchange: 5,
      control: 98,
    },
    {
      id: 'f5',
      clause: 'headers/authorization/expiry',
      spec: 'Authorization: expiry',
      label: 'expired token',
      verdict: 'inconclusive',
      cause: 'not configured',
      expected: 'A refusal.',
      got: 'No expired token was given.',
      advice: 'Give a token that was valid once.',
      count: 1,
      exchange: 4,
    },
    {
      id: 'f6',
      clause: 'headers/request-id/unique',
      spec: 'RequestId: repeated',
      label: 'the same RequestId twice',
      verdict: 'observed',
      expected: 'Free.',
      got: everything,
      count: 4,
      exchange: 6,
    },
    {
      id: 'f7',
      clause: 'body/participants/role/value',
      spec: 'Role: value',
      label: 'the role Agent',
      verdict: 'nonconformant',
      expected: 'A refusal.',
      got: '202 Accepted.',
      count: 3,
      exchange: 2,
      waiver: sampleWaiver,
    },
  ];
}
