/** Variants by the format of the identifiers: opaque to everybody but the service. */
import { randomBytes, randomUUID } from 'node:crypto';
import { rowsBy, variantsOf } from '../named-behaviour.js';

/** Makes identifiers of a number that is never given twice. */
const counts = rowsBy((write: (number: number) => string) => () => {
  let made = 0;
  return { newIdentifier: () => write(++made) };
});

export const identifiersVariants = variantsOf('identifiers', {
  ...counts({
    digits: ['Counts its conversations and gives the number as text.', String],
    'case-only': [
      'Gives identifiers that differ in letter case alone.',
      (number) => number.toString(2).padStart(24, '0').replace(/0/g, 'a').replace(/1/g, 'A'),
    ],
    unicode: ['Gives identifiers in several scripts.', (number) => `переписка-会話-🙂-${number}`],
    markup: ['Gives identifiers that look like markup.', (number) => `<b id="${number}">&amp;</b>`],
    'ci-commands': [
      'Gives identifiers that are commands to the systems that run jobs.',
      (number) => `##vso[task.setvariable variable=x]${number}\n::set-output name=x::${number}`,
    ],
    blanks: ['Gives identifiers with blanks inside and around.', (number) => ` conversation ${number} `],
  }),
  base64url: ['Gives random bytes in base64url.', { newIdentifier: () => randomBytes(24).toString('base64url') }],
  long: [
    'Gives identifiers of more than 500 characters that differ at their end.',
    { newIdentifier: () => `${'conversation/'.repeat(40)}${randomUUID()}` },
  ],
});
