/**
 * Finds out which edition, layout and status a service speaks: the plain conforming request in every layout, one with a
 * body that no edition takes, and the first that was accepted once more. All for one pair, so one conversation is left.
 */

import { createSender } from '../../endpoints/sender/sender.js';
import { conformingDraft } from '../../generators/basis.js';
import { seededGuid, seededWord } from '../../generators/seeded.js';
import { mapHeader } from '../../generators/spellings/spelling.js';
import { editionIdsInForce } from '../../schemas/editions/editions.js';
import { defaultOperation, layoutsOf } from '../../schemas/operations/operations.js';
import type { RequestForm } from '../../schemas/operations/request-schema.js';
import { isThrough, type ProbeAnswer, probeAnswerOf } from '../../verdicts/service/probe-answer.js';
import { decideProbe, type ProbeAttempt, type ProbeDecision } from '../../verdicts/service/probe-decision.js';
import { encodeRequest } from '../../wire/codecs/encode.js';
import type { RequestDraft } from '../../wire/request.js';
import type { Target } from './run-options.js';

export interface ProbeOptions {
  readonly target: Target;
  /** Whole number from 0 to 2^32-1 that the subject and the RequestIds follow from. */
  readonly seed: number;
  readonly signal?: AbortSignal;
}

export interface ProbeResult {
  readonly decision: ProbeDecision;
  readonly attempts: readonly ProbeAttempt[];
  /** Requests sent, retries included. */
  readonly requests: number;
  /** The pair that was asked for; a conversation stays behind when `established`. */
  readonly pair: { readonly channel: string; readonly subject: string; readonly established: boolean };
}

/** The ceiling over all that a probe sends, retries after 429 and 503 included. */
export const mostProbeRequests = 12;

/** Never rejects for what the service does. */
export async function probeService({ target, seed, signal }: ProbeOptions): Promise<ProbeResult> {
  const { credentials, baseUrl } = target;
  const channel = credentials.channels[0] ?? '';
  const subject = `byoc-${seededWord(seed, 'run', 6)}-probe`;
  const sender = createSender({
    baseUrl,
    concurrency: 1,
    userAgent: 'byoc-conformance',
    maxRequests: mostProbeRequests - (target.tokenRequests ?? 0),
    // Three tries of a throttled request leave room for the others.
    throttle: { maxTries: 3 },
    signal,
  });
  let sent = 0;
  const draftFor = ({ edition, layout }: Pick<RequestForm, 'edition' | 'layout'>): RequestDraft => {
    sent += 1;
    return conformingDraft({
      operation: defaultOperation,
      edition,
      layout,
      credentials,
      channel,
      subject,
      requestId: seededGuid(seed, `probe ${sent}`),
      boundary: `----byoc${seededWord(seed, 'probe', 16)}`,
    });
  };
  const send = async (draft: RequestDraft): Promise<ProbeAnswer> =>
    probeAnswerOf(await sender.send(encodeRequest(draft)));
  try {
    const attempts: ProbeAttempt[] = [];
    const forms = editionIdsInForce().flatMap((edition) => layoutsOf(edition).map((layout) => ({ edition, layout })));
    for (const form of forms) {
      attempts.push({ ...form, answer: await send(draftFor(form)) });
      // Further requests would meet the same.
      if (attempts.every(({ answer }) => answer.kind === 'no answer')) break;
    }
    const accepted = attempts.find(({ answer }) => isThrough(answer));
    const more =
      accepted === undefined
        ? {}
        : { nonsense: await send(nonsense(draftFor(accepted))), again: await send(draftFor(accepted)) };
    return {
      decision: decideProbe({ attempts, ...more }),
      attempts,
      requests: sender.counts.requests + (target.tokenRequests ?? 0),
      pair: { channel, subject, established: accepted !== undefined },
    };
  } finally {
    await sender.close();
  }
}

/** The same request with words for a body, called by a name that is no format of the contract. */
function nonsense(draft: RequestDraft): RequestDraft {
  const named = mapHeader(draft, 'Content-Type', () => 'text/x-byoc-nonsense');
  return { ...named, body: { kind: 'raw', bytes: Buffer.from('no body of any edition') } };
}
