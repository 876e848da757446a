/** Writes down what happened between a connector and an org, request by request, for the judge over time. */
import { randomUUID } from 'node:crypto';
import type { ConnectorContract, ExchangeFinding } from '../../../../../verdicts/connector/contract.js';
import { OverTime } from '../../../../../verdicts/connector/over-time.js';
import type { ReceivedRequest, Staged } from '../../../../../wire/received.js';
import type { HeaderField } from '../../../../../wire/request.js';
import { given } from '../corpus/client.js';
import { contract, formOf, requestWith } from '../some-contract.js';

export interface Step {
  /** When it arrives, in milliseconds. */
  readonly at: number;
  /** When it is answered; two milliseconds later when absent. */
  readonly answered?: number;
  /** 202 with an identifier when absent; `cut` for none. */
  readonly status?: number | 'cut';
  readonly answerFields?: readonly HeaderField[];
  readonly answerBody?: string;
  readonly staged?: Staged;
  readonly subject?: string;
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly body?: string;
  /** A call to a sibling operation with this target. */
  readonly sibling?: string;
  readonly token?: true;
}

export const identifier = '5c3a1d2e-0f1a-4b2c-8d3e-4f5a6b7c8d9e';

function requestOf(step: Step, number: number): ReceivedRequest {
  const { at, answered = at + 2, status = 202, subject = 'ann' } = step;
  const participants = JSON.stringify([{ subject, role: 'EndUser', appType: 'custom' }]);
  const body = step.body ?? formOf(['channelAddressIdentifier', given.channel], ['participants', participants]);
  const json = step.sibling === undefined ? {} : { 'Content-Type': 'application/json' };
  const request = requestWith({ RequestId: randomUUID(), ...json, ...step.headers }, body, {
    number,
    receivedMs: at,
    endedMs: at,
  });
  const answerBody = Buffer.from(
    step.answerBody ?? (status === 202 ? JSON.stringify({ conversationIdentifier: identifier }) : '{}'),
  );
  return {
    ...request,
    ...(step.sibling === undefined ? {} : { target: step.sibling, operation: 'sibling' }),
    ...(step.token === undefined ? {} : { target: '/services/oauth2/token', operation: 'token' }),
    ...(status === 'cut'
      ? {}
      : {
          answer: {
            httpVersion: '1.1',
            status,
            reason: '',
            fields: step.answerFields ?? [],
            body: answerBody,
            sentMs: answered,
            ...(step.staged === undefined ? {} : { staged: step.staged }),
          },
        }),
  };
}

/** What the judge says of these steps in their order, and what they put to the test. */
export function play(
  steps: readonly Step[],
  over: Partial<ConnectorContract> = {},
): { findings: readonly ExchangeFinding[]; exercised: ReadonlySet<string> } {
  const judge = new OverTime({ ...contract, ...over });
  const exercised = new Set<string>();
  const findings = steps.flatMap((step, index) => {
    const request = requestOf(step, index + 1);
    const examination = judge.take(request);
    for (const clause of examination.exercised) exercised.add(clause);
    return examination.findings.map((finding) => ({ ...finding, exchange: request.number }));
  });
  return { findings: [...findings, ...judge.end()], exercised };
}

/** `clause at exchange` of everything red. */
export function red(steps: readonly Step[], over?: Partial<ConnectorContract>): readonly string[] {
  return play(steps, over)
    .findings.filter(({ verdict }) => verdict === 'nonconformant')
    .map(({ clause, exchange }) => `${clause} ${exchange}`);
}
