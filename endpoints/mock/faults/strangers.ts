/** Faults of Behaviour › new conversation: a new pair gets the identifier of a stranger, now and then or after a while. */
import type { Behaviour } from '../behaviour.js';
import type { Fault } from '../fault.js';

const subject = 'behaviour/different-pair/subject';

/** A fault that gives new pairs an identifier that another has: whichever of those given before `choose` picks. */
function handingOut<const Id extends string>(
  id: Id,
  summary: string,
  choose: (given: readonly string[]) => string | undefined,
) {
  return {
    id: `different-pair/${id}`,
    clause: subject,
    summary,
    minLevel: 'standard',
    behaviour: (): Behaviour => {
      const given: string[] = [];
      return {
        identifies(next, pair, _reading, { conversations, newIdentifier }) {
          if (conversations.find(pair) !== undefined) return next();
          const identifier = choose(given) ?? newIdentifier();
          given.push(identifier);
          conversations.insert(pair, identifier);
          return identifier;
        },
      };
    },
  } as const satisfies Fault;
}

const everyNth = (given: readonly string[], nth: number): boolean => (given.length + 1) % nth === 0;

export const strangersFaults = [
  handingOut('stranger', 'Gives every thirteenth new pair the identifier of the pair before it.', (given) =>
    everyNth(given, 13) ? given.at(-1) : undefined,
  ),
  handingOut('handed-out-twice', 'Hands one identifier out twice in a hundred new pairs.', (given) =>
    everyNth(given, 100) ? given.at(-50) : undefined,
  ),
  handingOut('numbers-begin-again', 'Begins with its first identifier again after 150 conversations.', (given) =>
    given.length >= 150 ? given[given.length - 150] : undefined,
  ),
  handingOut(
    'stranger-after-100',
    'Gives every new pair the first identifier of all after 100 conversations.',
    (given) => (given.length >= 100 ? given[0] : undefined),
  ),
] as const satisfies readonly Fault[];
