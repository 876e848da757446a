/** Pairs that get lost only while others are asked for: a fault where it happens again, undecided where it does not. */
import type { Ledger } from '../../../verdicts/connector/run/ledger.js';
import type { ExerciseEnding } from '../../../verdicts/connector/run/scenario-watch.js';
import type { Pair } from '../../../wire/codecs/pair-reader.js';
import type { Asker } from './asker.js';

interface Company {
  readonly asker: Asker;
  readonly channels: readonly string[];
  readonly word: string;
  readonly isOver: () => boolean;
  readonly ledger: Ledger;
}

const mostRounds = 4;

/** What was done by its own words, did not arrive among others, and arrives alone: it is made to happen again with plain subjects. */
export async function lostInCompany(
  { subject }: Pair,
  { asker, channels, word, isOver, ledger }: Company,
): Promise<ExerciseEnding> {
  for (let round = 1; round <= mostRounds && !isOver(); round += 1) {
    const words = Array.from({ length: 24 }, (_, index) => `${word}-together-${round}-${index + 1}`);
    const lost = await asker.askTogether(
      words.flatMap((text) => channels.map((channel) => ({ channel, subject: text }))),
      isOver,
    );
    const [again] = lost;
    if (again === undefined) continue;
    // Who takes one person on two channels for one call loses nothing else.
    const isJoined = lost.every((pair) => channels.some((channel) => asker.arrivedOnce({ ...pair, channel })));
    const on = isJoined ? ` on the channel ${JSON.stringify(again.channel)}` : '';
    ledger.add(
      {
        clause: isJoined ? 'behaviour/driven/channel-unchanged' : 'behaviour/driven/subject-unchanged',
        verdict: 'nonconformant',
        message: `asked for many subjects at once, the connector said that ${JSON.stringify(again.subject)}${on} was done, and no request for it arrived; ${JSON.stringify(subject)} was lost likewise, and arrives when it is asked for alone`,
        advice: isJoined
          ? 'Let calls share an answer only where both channel and subject are the same: one person on two channels has two conversations.'
          : 'Keep what belongs to one call in that call: no variable that calls at the same time share.',
      },
      0,
    );
    return { ok: false, cut: false, told: 'subjects that were asked for at once did not all arrive' };
  }
  return cutShort(
    `${JSON.stringify(subject)} did not arrive when it was asked for among others, and it could not be made to happen again`,
  );
}

/** Not judged to its end. */
export function cutShort(told: string): ExerciseEnding {
  return { ok: false, cut: true, told };
}
