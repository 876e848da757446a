/**
 * Calls at once of which some are not accepted, although the same call alone is: each of them is a conforming call
 * (docs/reading.md). Alone they would never fail again, so they are sent again as they were, in company, for new pairs.
 */
import type { NamedCase } from '../../generators/named-case.js';
import type { ClauseId } from '../../schemas/clauses/clauses.js';
import { classify, whatCame } from '../../verdicts/service/classify.js';
import { pairKey } from '../../verdicts/service/history.js';
import type { Pair } from '../../wire/codecs/pair-reader.js';
import type { Exchange } from '../../wire/exchange.js';
import type { ProbeContext } from './probe-context.js';
import { undecidedCause } from './transport-trouble.js';

/** Races in which one is to be lost again; every one of them costs as many requests as the first. */
const mostRaces = 5;

/**
 * New pairs asked for one after the other, for each call that one was lost of: what fails as often without any company is
 * met among them but for one time in more than a hundred.
 */
const alonePerLoss = 5;

/** Neither accepted nor left undecided. */
export function isLost(exchange: Exchange): boolean {
  return classify(exchange).kind !== 'accepted' && undecidedCause(exchange) === undefined;
}

/**
 * Books calls that were lost; false when none was, or when a call alone fares no better, which is judged as any call is.
 *
 * @param known whether a pair had an identifier before these calls: it stays in the races that follow, all others are new.
 */
export async function bookLostRace(
  context: ProbeContext,
  calls: readonly (NamedCase & { readonly pair: Pair; readonly exchange: Exchange })[],
  known: (pair: Pair) => boolean,
): Promise<boolean> {
  const lost =
    calls.find(({ exchange }) => isLost(exchange)) ??
    // The connection may have been cut over the call.
    calls.find(({ exchange }) => exchange.resent === true);
  if (lost === undefined) return false;
  const isSure = isLost(lost.exchange);
  const alone = await askAlone(context, lost.pair);
  if (isLost(alone)) return false;
  const others = calls.filter(({ pair }) => pairKey(pair) === pairKey(lost.pair));
  const clause: ClauseId = others.length > 1 ? 'behaviour/same-pair/at-once' : 'answer/success/status';
  const again = await raceAgain(
    context,
    calls.map(({ pair }) => pair),
    known,
    isSure ? mostRaces : 1,
  );
  const count = again.filter(isLost).length;
  if (count === 0 && !isSure) return false;
  // What fails now and then for new pairs needs no company for it.
  const enough = count === 0 ? 0 : alonePerLoss * Math.ceil(again.length / count);
  for (let asked = 0; asked < enough; asked += 1) {
    if (isLost(await askAlone(context, context.newPair()))) return false;
  }
  const shown = again.find(isLost) ?? lost.exchange;
  const facts = {
    case: lost.case,
    label: lost.label,
    clause,
    expects: 'acceptance',
    foundBy: 'race',
    expected: `acceptance of each of ${calls.length} calls at once with 200, 201 or 202`,
    exchange: shown.number,
    control: alone.number,
  } as const;
  context.ledger.record(
    count === 0
      ? { ...facts, verdict: 'inconclusive', cause: 'not reproduced', confirmed: 'not again', got: whatCame(shown) }
      : {
          ...facts,
          verdict: 'nonconformant',
          confirmed: 'in company',
          got: `${whatCame(shown)} for ${count} of ${again.length} calls at once; alone such a call is accepted`,
          advice:
            others.length > 1
              ? 'Let a call that comes second wait for the first, and answer it with the identifier that the first got.'
              : 'Find out what calls for others at the same time have to do with it, and accept each of them.',
        },
  );
  return true;
}

function askAlone(context: ProbeContext, pair: Pair): Promise<Exchange> {
  return context.send(context.conforming(pair), { accepted: pair }, { leaves: 0 });
}

/**
 * What came in races up to the first that was lost again, as far as the budget pays for them. Each call on a connection
 * that is new, so that one that is cut was cut over the call.
 */
async function raceAgain(
  context: ProbeContext,
  pairs: readonly Pair[],
  known: (pair: Pair) => boolean,
  most: number,
): Promise<readonly Exchange[]> {
  const all: Exchange[] = [];
  for (let races = 0; races < most && !all.some(isLost) && context.run.left >= pairs.length; races += 1) {
    const renewed = new Map<string, Pair>();
    const renew = (pair: Pair): Pair => {
      const key = pairKey(pair);
      const next = renewed.get(key) ?? (known(pair) ? pair : { ...context.newPair(), channel: pair.channel });
      renewed.set(key, next);
      return next;
    };
    all.push(...(await context.race(pairs.map(renew), undefined, { connection: 'fresh' })));
  }
  return all;
}
