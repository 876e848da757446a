/** Books what a driven connector says of the conversation identifiers that it holds: the only thing that the wire cannot show. */
import type { Ledger } from '../../../verdicts/connector/run/ledger.js';
import { shown } from '../../../verdicts/connector/words.js';
import type { Asker, WronglyHeld } from './asker.js';

const clause = 'behaviour/driven/identifier-kept';

export function bookHeld({ right, wrong }: Asker['held'], ledger: Ledger): void {
  if (right > 0) ledger.tally.add(clause, 'conformant');
  for (const one of wrong) {
    ledger.add({ clause, verdict: 'nonconformant', message: messageOf(one), advice: adviceOf(one) }, one.exchange);
  }
}

function messageOf({ pair: { channel, subject }, held, given, owner }: WronglyHeld): string {
  const whose =
    owner === undefined
      ? 'which was never given'
      : owner.subject === subject
        ? `that of the same subject on the channel ${shown(owner.channel)}`
        : `that of the subject ${shown(owner.subject)}`;
  return `for the subject ${shown(subject)}${owner?.subject === subject ? ` on the channel ${shown(channel)}` : ''} the identifier ${shown(given)} was given, and the connector holds ${shown(held)}, ${whose}`;
}

function adviceOf({ owner }: WronglyHeld): string {
  return owner === undefined
    ? 'Keep the conversationIdentifier of the answer as it came, byte for byte: do not build, shorten or change it.'
    : 'Keep the conversationIdentifier of an answer with the channel and the subject that this call was for, also while other calls are under way.';
}
