/**
 * A failing case is sent again alone before it is reported: a service that failed by chance is not called wrong.
 * What fails only in company is sent again in company; what fails on kept connections alone is told as that; what never
 * fails again decides nothing.
 */
import type { Exchange } from '../../wire/exchange.js';

export type Confirmation =
  | { readonly how: 'alone' | 'in company'; readonly exchange: Exchange }
  /** `passed`: what came on a new connection. */
  | { readonly how: 'on kept connections'; readonly exchange: Exchange; readonly passed: Exchange }
  /** `budget spent` when it could not be sent again as often as it should. */
  | { readonly how: 'not again'; readonly cause: 'not reproduced' | 'budget spent' };

/** Tries on kept connections, alone; when all fail, as many on new ones say whether the connection is what matters. */
const triesAlone = 2;
const company = 10;
/** Failures in company from which on as many calls at once on new connections say the same. */
const manyFailures = 3;

/** `again` sends the same case with a new RequestId. */
export async function confirm(
  again: (connection: 'fresh' | 'pooled') => Promise<Exchange>,
  fails: (exchange: Exchange) => boolean,
): Promise<Confirmation> {
  let budgetSpent = false;
  const once = async (connection: 'fresh' | 'pooled'): Promise<Exchange> => {
    const exchange = await again(connection);
    budgetSpent ||= exchange.failure?.kind === 'budget-spent';
    return exchange;
  };
  const atOnce = (count: number, connection: 'fresh' | 'pooled'): Promise<readonly Exchange[]> =>
    Promise.all(Array.from({ length: count }, () => once(connection)));

  const first = await once('fresh');
  if (fails(first)) return { how: 'alone', exchange: first };
  const kept: Exchange[] = [];
  while (kept.length < triesAlone && kept.every(fails)) kept.push(await once('pooled'));
  const [shown] = kept;
  if (shown !== undefined && kept.every(fails)) {
    const isOfConnection = !(await atOnce(triesAlone, 'fresh')).some(fails);
    return isOfConnection
      ? { how: 'on kept connections', exchange: shown, passed: first }
      : { how: 'alone', exchange: shown };
  }
  const together = (await atOnce(company, 'pooled')).filter(fails);
  const exchange = together[0] ?? kept.find(fails);
  if (exchange === undefined) return { how: 'not again', cause: budgetSpent ? 'budget spent' : 'not reproduced' };
  const isOfConnection = together.length >= manyFailures && !(await atOnce(company, 'fresh')).some(fails);
  return isOfConnection ? { how: 'on kept connections', exchange, passed: first } : { how: 'in company', exchange };
}
