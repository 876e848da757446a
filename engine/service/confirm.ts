/**
 * A failing case is sent again alone before it is reported: a service that failed by chance is not called wrong.
 * What fails only in company is sent again in company; what fails on kept connections alone is told as that; what never
 * fails again decides nothing.
 */
import type { Exchange } from '../../wire/exchange.js';

export type Confirmation =
  /** `passed`: what came on a new connection, where that was no failure. */
  | { readonly how: 'alone' | 'in company'; readonly exchange: Exchange; readonly passed?: Exchange }
  /** `passed`: what came on a new connection. */
  | { readonly how: 'on kept connections'; readonly exchange: Exchange; readonly passed: Exchange }
  /** `budget spent` when it could not be sent again as often as it should. */
  | { readonly how: 'not again'; readonly cause: 'not reproduced' | 'budget spent'; readonly passed?: Exchange };

/** Tries on kept connections, alone, behind the one on a new connection. */
const triesAlone = 2;
/** Where one of those fails, so many more on either kind say whether the connection is what matters. */
const triesMore = 4;
const company = 10;
/** Failures on kept connections that are no chance where none comes on as many new ones. */
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

  const inTurn = async (count: number, connection: 'fresh' | 'pooled'): Promise<readonly Exchange[]> => {
    const all: Exchange[] = [];
    while (all.length < count) all.push(await once(connection));
    return all;
  };

  const first = await once('fresh');
  if (fails(first)) return { how: 'alone', exchange: first };
  const kept = await inTurn(triesAlone, 'pooled');
  const shown = kept.find(fails);
  if (shown !== undefined) {
    const failures = [...kept, ...(await inTurn(triesMore, 'pooled'))].filter(fails);
    const isOfConnection = failures.length >= manyFailures && !(await inTurn(triesMore, 'fresh')).some(fails);
    return isOfConnection
      ? { how: 'on kept connections', exchange: shown, passed: first }
      : { how: 'alone', exchange: shown, passed: first };
  }
  const together = (await atOnce(company, 'pooled')).filter(fails);
  const [exchange] = together;
  if (exchange === undefined) {
    return { how: 'not again', cause: budgetSpent ? 'budget spent' : 'not reproduced', passed: first };
  }
  const isOfConnection = together.length >= manyFailures && !(await atOnce(company, 'fresh')).some(fails);
  return { how: isOfConnection ? 'on kept connections' : 'in company', exchange, passed: first };
}
