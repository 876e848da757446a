/** Judges what decides nothing, or decides it only in company. Pure. */
import { whatCame } from '../../verdicts/service/classify.js';
import type { Finding } from '../../verdicts/service/outcome.js';
import type { Cause } from '../../verdicts/verdict.js';
import type { Exchange } from '../../wire/exchange.js';
import type { Confirmation } from './confirm.js';
import type { Booked } from './ledger.js';
import { isNotReached } from './transport-trouble.js';

type Facts = Omit<Finding, 'verdict' | 'got'>;

/** An exchange that decides nothing, and why. */
export function judgeUndecided(
  facts: Facts,
  exchange: Exchange,
  cause: Cause,
  run: { readonly withinBudget: boolean },
): Booked {
  if (isNotReached(run, cause)) return { skips: [{ clause: facts.clause, cause }] };
  return {
    findings: [{ ...facts, verdict: 'inconclusive', cause, got: whatCame(exchange), exchange: exchange.number }],
  };
}

/** What came where nothing is promised. */
export function observed(facts: Omit<Facts, 'expects' | 'foundBy'>, exchange: Exchange): Finding {
  const { number } = exchange;
  return {
    verdict: 'observed',
    expects: 'nothing',
    foundBy: 'sweep',
    ...facts,
    got: whatCame(exchange),
    exchange: number,
  };
}

/** A failure that did not come again. */
export function judgeUnconfirmed(facts: Facts, exchange: Exchange, confirmed: Confirmation | undefined): Booked {
  const cause = confirmed?.how === 'not again' ? confirmed.cause : 'not reproduced';
  const told = cause === 'not reproduced' ? { ...facts, confirmed: 'not again' as const } : facts;
  return judgeUndecided(told, exchange, cause, { withinBudget: false });
}

const settings = {
  alone: '',
  'in company': ', only now and then or beside other requests',
  'on kept connections': ', on connections that carried others before; on new ones it is not so',
} as const;

/** What came again, and where only. */
export function whatCameAgain({ how, exchange }: Exclude<Confirmation, { how: 'not again' }>): string {
  return whatCame(exchange) + settings[how];
}
