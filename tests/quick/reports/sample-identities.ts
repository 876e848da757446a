/** A run record with a split and a merge: the history as the judges saw it, its picture, and a failure for each. */
import { identifierPlace, subjectPlace } from '../../../schemas/record/message-place.schema.js';
import type { FindingRecord, ServiceRecord } from '../../../schemas/record/run-record.js';
import type { Observation } from '../../../verdicts/service/history.js';
import { identityPicture } from '../../../verdicts/service/identity-picture.js';
import { sampleEvidence } from './sample-evidence.js';
import { sampleRecord } from './sample-record.js';

/** Pairs with an identifier each, then one pair that gets another and one that gets that of another pair. */
function historyOf(pairs: number): readonly Observation[] {
  const at = (subject: string, identifier: string, exchange: number): Observation => {
    const probes = 'behaviour/same-pair/for-ever';
    const times = { sentMs: exchange, answeredMs: exchange + 1 };
    const asked = { slug: 'asked-again' };
    return {
      channel: 'support',
      subject,
      identifier,
      exchange,
      connection: 1,
      ...times,
      asked,
      label: subject,
      probes,
    };
  };
  const plain = Array.from({ length: pairs }, (_, index) => at(`s${index}`, `c${index}`, 1_000 + index));
  return [...plain, at('s2', 'another', 1_000_000), at('Ann', 'c4', 1_000_001)];
}

export function identityFindings(): FindingRecord[] {
  const common = { spec: 'The history of identities', verdict: 'nonconformant', expected: 'x', count: 1 } as const;
  return [
    {
      ...common,
      id: 'behaviour--same-pair--for-ever--split',
      clause: 'behaviour/same-pair/for-ever',
      case: { slug: 'split' },
      expects: 'same identifier',
      foundBy: 'history',
      history: 'split',
      label: 'asked again',
      got: 'another one',
      difference: {
        at: identifierPlace,
        where: 'conversationIdentifier in the answer',
        control: '01HF7YAT00A1',
        case: '01HF7YAT00B1',
      },
      exchange: 6,
      control: 1,
    },
    {
      ...common,
      id: 'behaviour--different-pair--subject--merge-of-strangers',
      clause: 'behaviour/different-pair/subject',
      case: { slug: 'merge-of-strangers' },
      expects: 'other identifier',
      foundBy: 'history',
      history: 'merge of strangers',
      label: 'a name: a Cyrillic letter that looks the same',
      got: 'the identifier of the other conversation',
      difference: {
        at: subjectPlace,
        where: 'participants[0].subject',
        control: 'byoc-ab12cd-f0 Ann',
        case: 'byoc-ab12cd-f0 \u0410nn',
      },
      exchange: 7,
      control: 6,
    },
  ];
}

/** New objects each time. */
export function identityRecord(pairs = 40): ServiceRecord {
  const findings = identityFindings();
  const history = historyOf(pairs);
  const evidence = sampleEvidence().map((item) =>
    item.number === 6 && item.answer !== undefined
      ? {
          ...item,
          answer: {
            ...item.answer,
            body: { text: '{"conversationIdentifier":"01HF7YAT00B1","success":true}', bytes: 56, cut: false },
          },
        }
      : item,
  );
  return {
    ...sampleRecord(),
    findings,
    evidence,
    identities: {
      answers: history.length,
      pairs: pairs + 1,
      identifiers: pairs + 1,
      audited: 3,
      ...identityPicture(history),
    },
  };
}
