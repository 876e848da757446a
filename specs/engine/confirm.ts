/**
 * A failing case is sent again alone before it is reported: a service that failed by chance is not called wrong.
 * What fails only in company is sent again in company; what never fails again decides nothing.
 */
import type { Exchange } from '../../endpoints/exchange.js';

export type Confirmation =
  | { readonly how: 'alone' | 'in company'; readonly exchange: Exchange }
  | { readonly how: 'not reproduced' };

const triesAlone = 3;
const company = 10;

/** `again` sends the same case with a new RequestId. */
export async function confirm(
  again: () => Promise<Exchange>,
  fails: (exchange: Exchange) => boolean,
): Promise<Confirmation> {
  for (let tries = 0; tries < triesAlone; tries += 1) {
    const exchange = await again();
    if (fails(exchange)) return { how: 'alone', exchange };
  }
  const together = await Promise.all(Array.from({ length: company }, again));
  const exchange = together.find(fails);
  return exchange === undefined ? { how: 'not reproduced' } : { how: 'in company', exchange };
}
