/** The first control on each channel: whether anything can be judged at all, and on which channels. */
import { isClauseId } from '../../schemas/clauses/clauses.js';
import type { Operation } from '../../schemas/operations/operations.js';
import { classify, whatCame } from '../../verdicts/service/classify.js';
import type { Finding } from '../../verdicts/service/outcome.js';
import { isThrough as isSuccess, probeAnswerOf } from '../../verdicts/service/probe-answer.js';
import { sentence, type WhyNot, whyNotAccepted } from '../../verdicts/service/why-not-accepted.js';
import type { Cause } from '../../verdicts/verdict.js';
import type { Pair } from '../../wire/codecs/pair-reader.js';
import type { Exchange, FailureKind, SendOptions } from '../../wire/exchange.js';
import { plainCase } from './plain-cases.js';
import type { Run } from './run.js';
import { undecidedCause } from './transport-trouble.js';
import type { Trouble } from './trouble.js';

/** One that was not accepted. */
interface Refused {
  readonly what: 'control' | 'conversation';
  readonly pair: Pair;
  readonly exchange: Exchange;
}

/**
 * Undefined when a channel (in an economical run one of the first two) accepts the plain conforming request, or at least
 * answers it with a 2xx status, and gives the conversation that the operation goes on in. A channel that is refused while
 * another one is accepted is a finding, and the run goes on without it.
 */
export async function preflight(run: Run): Promise<Trouble | undefined> {
  const { names, conversations } = run;
  const refused: Refused[] = [];
  for (const channel of run.firstChannels) {
    const pair = names.pair('first-control', channel);
    const opened = await conversations.open(pair);
    if (run.lost !== undefined) return run.lost;
    const isOpen = opened === undefined || conversations.has(pair);
    const exchange = isOpen ? await askUntilAccepted(run, pair) : opened;
    if (run.lost !== undefined) return run.lost;
    if (isOpen && isThrough(exchange)) {
      run.firstControls.push({ pair, exchange });
      continue;
    }
    const one: Refused = { what: isOpen ? 'control' : 'conversation', pair, exchange };
    if (classify(exchange).kind !== 'refused') return troubleWith(run, one);
    refused.push(one);
  }
  const [accepted] = run.firstControls;
  if (accepted === undefined) return refused[0] && troubleWith(run, refused[0]);
  if (run.sharedControl === undefined) run.shareControl({ through: true, exchange: accepted.exchange });
  for (const one of refused) await judgeChannel(run, one);
  return run.lost;
}

const isThrough = (exchange: Exchange): boolean => isSuccess(probeAnswerOf(exchange));

/** What an answer that was never complete may end with: the service was reached, and speaks HTTP. */
const incomplete: ReadonlySet<FailureKind> = new Set(['cut-answer', 'body-timeout', 'malformed-answer']);

/** Tries behind one that brought no answer, or that a service in trouble gave: it may have been asleep. */
const triesMore = 2;

async function askUntilAccepted(run: Run, pair: Pair): Promise<Exchange> {
  const ask = (options?: SendOptions): Promise<Exchange> =>
    run.sending.send(run.names.conforming(pair), { accepted: pair }, run.names, options);
  let exchange = await ask();
  for (let tries = 0; tries < triesMore && mayPass(exchange) && run.lost === undefined; tries += 1) {
    exchange = await ask({ connection: 'fresh' });
  }
  return exchange;
}

function mayPass(exchange: Exchange): boolean {
  const { kind } = classify(exchange);
  if (undecidedCause(exchange) !== undefined) return false;
  return kind === 'no answer' || (kind === 'other status' && (exchange.answer?.status ?? 0) >= 500);
}

/** The causes of a run, by what a refusal speaks of; a control is refused for all others. */
const causes: Partial<Record<WhyNot['cause'], Cause>> = {
  'limit reached': 'throttled',
  throttled: 'throttled',
  'TLS expected': 'unreachable',
  'service in trouble': 'unreachable',
  unreachable: 'unreachable',
  'scope missing': 'credentials refused',
  'credentials refused': 'credentials refused',
};

function troubleWith(run: Run, refused: Refused): Trouble {
  const { what, pair, exchange } = refused;
  const { operation } = run.names;
  const came = `The first ${what} on the channel ${JSON.stringify(pair.channel)} got ${whatCame(exchange)}`;
  if (isThrough(exchange)) {
    return { cause: 'control refused', reason: `${came}: ${operation.id} has none to go on in.` };
  }
  const cause = undecidedCause(exchange);
  if (cause === 'budget spent' || cause === 'cut short') return { cause, reason: `${came}. Nothing could be judged.` };
  const why = whyNotAccepted([probeAnswerOf(exchange)], `${operation.method} ${operation.path}`);
  const advice = sentence(why.advice);
  if (exchange.failure !== undefined && incomplete.has(exchange.failure.kind)) {
    run.openFindings.push({
      ...firstControl(operation, refused, 'nonconformant'),
      confirmed: 'alone',
      advice,
    });
    return { cause: 'another clause broken', reason: `${came}, each of ${1 + triesMore} times. ${advice}` };
  }
  const undecided = cause ?? causes[why.cause] ?? 'control refused';
  run.openFindings.push({ ...firstControl(operation, refused, 'inconclusive'), cause: undecided, advice });
  return { cause: undecided, reason: [came, ...(why.told === '' ? [] : [`: ${why.told}`]), `. ${advice}`].join('') };
}

/** Refused while another channel is accepted: by chance, or as a whole. Only refusals each time call the service wrong. */
async function judgeChannel(run: Run, refused: Refused): Promise<void> {
  const { pair } = refused;
  let { exchange } = refused;
  let doubt: Cause | undefined;
  for (let tries = 0; tries < triesMore; tries += 1) {
    const again = await run.sending.send(run.names.conforming(pair), { accepted: pair }, run.names, { leaves: 0 });
    // What is refused now and then shows in the probes.
    if (isThrough(again)) return void run.firstControls.push({ pair, exchange: again });
    doubt ??= undecidedCause(again) ?? (classify(again).kind === 'refused' ? undefined : 'not reproduced');
    if (doubt === undefined) exchange = again;
  }
  const why = whyNotAccepted([probeAnswerOf(exchange)], '');
  run.openFindings.push({
    ...firstControl(
      run.names.operation,
      { ...refused, exchange },
      doubt === undefined ? 'nonconformant' : 'inconclusive',
    ),
    clause: 'answer/success/status',
    ...(doubt === undefined ? { confirmed: 'alone' } : { cause: doubt }),
    control: run.firstControls[0]?.exchange.number,
    advice:
      why.cause === 'not found' || why.cause === 'no edition'
        ? 'Check CHANNEL_ADDRESS_IDENTIFIER: each channel that it names must be one of the org, and accepted as the others are.'
        : sentence(why.advice),
  });
  run.leaveOut(pair.channel);
}

function firstControl(
  { endpoint }: Operation,
  { what, pair, exchange }: Refused,
  verdict: Finding['verdict'],
): Finding {
  return {
    ...plainCase('the-first-control', `the first ${what} on the channel ${JSON.stringify(pair.channel)}`),
    clause: verdict === 'inconclusive' && isClauseId(endpoint) ? endpoint : 'answer/success/status',
    verdict,
    expects: 'acceptance',
    foundBy: 'sweep',
    expected: 'acceptance with 200, 201 or 202: the request conforms',
    got: whatCame(exchange),
    exchange: exchange.number,
  };
}
