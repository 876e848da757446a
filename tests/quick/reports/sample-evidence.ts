/** Exchanges of the sample record: accepted, hostile, far too long, not UTF-8, broken off, right to left. */
import type { EvidenceItem } from '../../../schemas/record/run-record.js';
import { everything, hostile } from './hostile.js';

function request(orgId: string, requestId: string, subject: string): EvidenceItem['request'] {
  const participants = JSON.stringify([{ subject, role: 'EndUser', appType: 'custom' }]);
  const text = [
    '--boundary',
    'Content-Disposition: form-data; name="channelAddressIdentifier"',
    '',
    'f4f0c2a8-3b1d-4c57-9d7e-0a8f5e7b1c11',
    '--boundary',
    'Content-Disposition: form-data; name="participants"',
    '',
    participants,
    '--boundary--',
    '',
  ].join('\r\n');
  return {
    method: 'POST',
    target: '/api/v1/conversation',
    fields: [
      ['Host', '127.0.0.1:4010'],
      ['Authorization', 'Bearer [token removed]'],
      ['OrgId', orgId],
      ['AuthorizationContext', 'Partner1_ChannelDefinition1'],
      ['RequestId', requestId],
      ['Content-Type', 'multipart/form-data; boundary=boundary'],
      ['Content-Length', String(Buffer.byteLength(text))],
    ],
    body: { text, bytes: Buffer.byteLength(text), cut: false },
  };
}

function answer(status: number, reason: string, text: string): NonNullable<EvidenceItem['answer']> {
  return {
    httpVersion: '1.1',
    status,
    reason,
    fields: [['Content-Type', 'application/json; charset=utf-8']],
    body: { text, bytes: Buffer.byteLength(text), cut: false },
  };
}

/** New objects each time. */
export function sampleEvidence(): EvidenceItem[] {
  const at = (number: number) => ({ number, startedMs: number * 12.5, durationMs: 8.25, connection: (number % 3) + 1 });
  const accepted = answer(202, 'Accepted', '{"conversationIdentifier":"01HF7YAT00A1","success":true}');
  return [
    {
      ...at(1),
      request: request('00DA00AA0a0Aa0z', '6f9c1f0e-5b56-4b6d-9d0c-0d1a4a9c7e01', 'amira'),
      answer: accepted,
    },
    { ...at(2), request: request('00DA00AA0a0Aa0', '6f9c1f0e-5b56-4b6d-9d0c-0d1a4a9c7e02', 'amira'), answer: accepted },
    {
      ...at(3),
      request: request('00DA00AA0a0Aa0z', '6f9c1f0e-5b56-4b6d-9d0c-0d1a4a9c7e03', hostile.bidi),
      answer: {
        ...answer(500, everything.slice(0, 60), everything),
        fields: [
          ['Content-Type', 'text/html'],
          ['X-Hostile', everything],
        ],
      },
    },
    {
      ...at(4),
      request: request('00DA00AA0a0Aa0z', '6f9c1f0e-5b56-4b6d-9d0c-0d1a4a9c7e04', 'Zoe\u0308 '),
      answer: { ...answer(400, 'Bad Request', ''), body: { text: '<b>'.repeat(34_000), bytes: 102_000, cut: true } },
    },
    {
      ...at(5),
      request: {
        ...request('00DA00AA0a0Aa0z', '6f9c1f0e-5b56-4b6d-9d0c-0d1a4a9c7e05', 'x'),
        body: {
          base64: Buffer.from([0x2d, 0x2d, 0xe9, 0xff, 0x00, 0x0d, 0x0a, 0x41, 0x0a]).toString('base64'),
          bytes: 9,
          cut: false,
        },
      },
      failure: { kind: 'closed-early', message: `connection closed after 12 bytes ${hostile.script}` },
    },
    {
      ...at(6),
      request: request('00DA00AA0a0Aa0z', '6f9c1f0e-5b56-4b6d-9d0c-0d1a4a9c7e06', 'مرحبا 123'),
      answer: accepted,
    },
    {
      ...at(7),
      request: request('00DA00AA0a0Aa0z', '6f9c1f0e-5b56-4b6d-9d0c-0d1a4a9c7e07', 'مرحبا 124'),
      answer: accepted,
    },
  ];
}
