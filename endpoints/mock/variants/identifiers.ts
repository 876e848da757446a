/** Variants by the format of the identifiers: opaque to everybody but the service. */
import { randomBytes, randomUUID } from 'node:crypto';
import type { Variant } from '../variant.js';

/** A variant whose identifiers are made of a number that is never given twice. */
function counting<const Id extends string>(id: Id, summary: string, write: (number: number) => string) {
  return {
    id: `identifiers/${id}`,
    summary,
    behaviour: () => {
      let made = 0;
      return { newIdentifier: () => write(++made) };
    },
  } as const satisfies Variant;
}

export const identifiersVariants = [
  counting('digits', 'Counts its conversations and gives the number as text.', (number) => String(number)),
  counting('case-only', 'Gives identifiers that differ in letter case alone.', (number) =>
    number.toString(2).padStart(24, '0').replace(/0/g, 'a').replace(/1/g, 'A'),
  ),
  counting('unicode', 'Gives identifiers in several scripts.', (number) => `переписка-会話-🙂-${number}`),
  counting('markup', 'Gives identifiers that look like markup.', (number) => `<b id="${number}">&amp;</b>`),
  counting('blanks', 'Gives identifiers with blanks inside and around.', (number) => ` conversation ${number} `),
  {
    id: 'identifiers/base64url',
    summary: 'Gives random bytes in base64url.',
    behaviour: () => ({ newIdentifier: () => randomBytes(24).toString('base64url') }),
  },
  {
    id: 'identifiers/long',
    summary: 'Gives identifiers of more than 500 characters that differ at their end.',
    behaviour: () => ({ newIdentifier: () => `${'conversation/'.repeat(40)}${randomUUID()}` }),
  },
] as const satisfies readonly Variant[];
