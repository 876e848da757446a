/** Sends one replay case again: what comes before the case first, then the case, a race in rounds. Never rejects. */
import type { Exchange, Sender } from '../../../endpoints/exchange.js';
import { createRedactor } from '../../../endpoints/redactor.js';
import { createSender } from '../../../endpoints/sender/sender.js';
import type { Layout } from '../../../schemas/editions.js';
import type { ReplayCase } from '../../../schemas/replay-case.js';
import { whatCame } from '../../../verdicts/classify.js';
import type { Target } from '../run-options.js';
import { secretsOf } from '../secrets.js';
import { exchangeOf, judgeReplay, type Replayed, type ReplayVerdict } from './judge-replay.js';
import { type PreparedRequest, prepare } from './prepare.js';

export interface ReplayOptions {
  readonly target: Target;
  /** Requests a second. */
  readonly rate?: number;
  readonly maxRequests?: number;
  readonly signal?: AbortSignal;
}

export interface ReplayResult extends Pick<ReplayVerdict, 'result' | 'reason'> {
  readonly requests: number;
  /** What came then and now, secrets removed; absent when nothing was sent that could be compared. */
  readonly difference?: { readonly before: Shown; readonly now: Shown };
}

export interface Shown {
  /** In plain words: `202 with the identifier "x"`. */
  readonly came: string;
  /** The body of the answer. */
  readonly body: string;
}

/** A race shows itself by chance: this often it is given one. */
const rounds = 20;

/** How many requests a replay sends at most, retries left aside. */
export function requestsOf({ requests }: ReplayCase): number {
  const once = requests.reduce((sum, { together }) => sum + together, 0);
  return isRace(requests) ? once * rounds : once;
}

const isRace = (requests: readonly { readonly together: number }[]): boolean =>
  requests.some(({ together }) => together > 1);

export async function replayCase(replay: ReplayCase, options: ReplayOptions): Promise<ReplayResult> {
  const { target, rate, maxRequests, signal } = options;
  const redactor = createRedactor(secretsOf(target.credentials));
  const carriesToken = (text: string): boolean => redactor.text(text) !== text;
  const sender = createSender({
    baseUrl: target.baseUrl,
    concurrency: Math.max(1, ...replay.requests.map(({ together }) => together)),
    userAgent: 'byoc-conformance',
    ...(rate === undefined ? {} : { ratePerSecond: rate }),
    ...(maxRequests === undefined ? {} : { maxRequests }),
    ...(signal === undefined ? {} : { signal }),
  });
  try {
    let verdict: ReplayVerdict = { result: 'INCONCLUSIVE', reason: 'Nothing was sent.' };
    for (let round = 0; round < (isRace(replay.requests) ? rounds : 1); round += 1) {
      const prepared = prepare(replay, target.credentials, layoutOf(replay));
      if (!prepared.ok)
        return { result: 'INCONCLUSIVE', reason: `It cannot be sent: ${prepared.reason}.`, requests: 0 };
      const sent: Replayed[] = [];
      for (const request of prepared.requests) {
        const exchanges = await send(sender, request);
        sent.push(...exchanges.map((exchange) => ({ request, exchange })));
      }
      verdict = judgeReplay(replay, sent, carriesToken);
      if (verdict.result !== 'FIXED') break;
    }
    const { result, reason, decisive } = verdict;
    return redactor.value({
      result,
      reason,
      requests: sender.counts.requests,
      ...(decisive === undefined ? {} : { difference: differenceOf(decisive) }),
    });
  } finally {
    await sender.close();
  }
}

async function send(sender: Sender, { recorded, wire }: PreparedRequest): Promise<readonly Exchange[]> {
  const { together, connection } = recorded;
  if (together === 1) return [await sender.send(wire, { connection })];
  // Each call has a RequestId of its own, as one that is sent twice is a mistake of the connector.
  return sender.race(Array.from({ length: together }, () => withOwnRequestId(wire)));
}

function withOwnRequestId(wire: PreparedRequest['wire']): PreparedRequest['wire'] {
  const fields = wire.fields.map(([name, value]): [string, string] =>
    name.toLowerCase() === 'requestid' ? [name, crypto.randomUUID()] : [name, value],
  );
  return { ...wire, fields };
}

function differenceOf({ request, exchange }: Replayed): NonNullable<ReplayResult['difference']> {
  const shown = (one: Exchange): Shown => ({
    came: whatCame(one),
    body: Buffer.from(one.answer?.body ?? []).toString('utf8'),
  });
  return { before: shown(exchangeOf(request.recorded)), now: shown(exchange) };
}

/** Layouts are known by name; a file may name one of a later suite. */
function layoutOf({ layout }: ReplayCase): Layout {
  return layout === 'json-part' || layout === 'json' ? layout : 'parts';
}
