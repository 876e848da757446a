/** What a driver said of a pair against what went over the wire. The wire decides; that they differ is told. */
import { plural } from '../../../text/format.js';
import { shown } from '../../../verdicts/connector/words.js';
import type { Pair } from '../../../wire/codecs/pair-reader.js';

interface Contradiction {
  readonly said: 'refused' | 'unsupported' | 'done';
  readonly pair: Pair;
  readonly exchange: number;
}

export class AgainstTheWire {
  readonly #first = new Map<Contradiction['said'], Contradiction & { readonly pairs: Set<string> }>();

  note(contradiction: Contradiction): void {
    const { said, pair } = contradiction;
    const known = this.#first.get(said) ?? { ...contradiction, pairs: new Set() };
    known.pairs.add(JSON.stringify([pair.channel, pair.subject]));
    this.#first.set(said, known);
  }

  get warnings(): readonly string[] {
    return [...this.#first.values()].map(({ said, pair, exchange, pairs }) => {
      const were = said === 'done' ? 'refused, and never taken' : 'established';
      const subjects = plural(pairs.size, 'subject');
      return `The driver said "${said}" of ${subjects}, and over the wire the call was ${were}. The first: ${shown(pair.subject)} (exchange ${exchange}).`;
    });
  }
}
