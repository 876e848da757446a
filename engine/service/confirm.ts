/**
 * A failing case is sent again alone before it is reported: a service that failed by chance is not called wrong.
 * What fails only in company is sent again in company; what never fails again decides nothing.
 */
import type { Exchange } from '../../wire/exchange.js';

export type Confirmation =
  | { readonly how: 'alone' | 'in company'; readonly exchange: Exchange }
  /** `budget spent` when it could not be sent again as often as it should. */
  | { readonly how: 'not again'; readonly cause: 'not reproduced' | 'budget spent' };

const triesAlone = 3;
const company = 10;

/** `again` sends the same case with a new RequestId. */
export async function confirm(
  again: () => Promise<Exchange>,
  fails: (exchange: Exchange) => boolean,
): Promise<Confirmation> {
  let budgetSpent = false;
  const once = async (): Promise<Exchange> => {
    const exchange = await again();
    budgetSpent ||= exchange.failure?.kind === 'budget-spent';
    return exchange;
  };
  for (let tries = 0; tries < triesAlone; tries += 1) {
    const exchange = await once();
    if (fails(exchange)) return { how: 'alone', exchange };
  }
  const together = await Promise.all(Array.from({ length: company }, once));
  const exchange = together.find(fails);
  if (exchange !== undefined) return { how: 'in company', exchange };
  return { how: 'not again', cause: budgetSpent ? 'budget spent' : 'not reproduced' };
}
