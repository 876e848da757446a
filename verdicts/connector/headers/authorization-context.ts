/** Judges AuthorizationContext beyond its schema, and says what is wrong with it. */
import { broken, type ConnectorContract, type Examination, nothing } from '../contract.js';
import { chosenWords, noValue, shown, type WordRow, type Words } from '../words.js';

const clause = 'headers/authorization-context/prefix';

/** The prefix may itself hold underscores: only another first word is surely another prefix. */
export function judgePrefix(
  value: string,
  { authorizationContext: context, channels }: ConnectorContract,
): Examination {
  if (context === '') return nothing;
  const [own, its] = [firstWord(context), firstWord(value)];
  if (own === its) return { findings: [], exercised: [clause] };
  const message = `The prefix of the connected app begins with ${shown(own)}, and the header AuthorizationContext named ${shown(value)}.`;
  const what = channels.includes(value) ? 'A channel address identifier came: it belongs into the body. ' : '';
  const advice =
    own.toLowerCase() === its.toLowerCase()
      ? `Write the prefix in the letter case in which the app has it: ${context}.`
      : `${what}Send the developer name of the channel definition with the prefix of the app in front of it: ${context}.`;
  return { findings: [broken(clause, { message, advice })], exercised: [clause] };
}

const firstWord = (context: string): string => context.split('_', 1)[0] ?? '';

const guid = /^\{?[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}\}?$/i;

export function contextWords(value: string, { authorizationContext, channels }: ConnectorContract): Words {
  const nothing = noValue(value);
  const rows: readonly WordRow[] = [
    [nothing !== undefined, `, ${nothing}`, 'Set it to SF_AUTHORIZATION_CONTEXT.'],
    [
      channels.includes(value) || guid.test(value),
      ', which is a channel address identifier',
      'Send the developer name of the channel definition: the channel itself belongs into the body.',
    ],
    [
      /\s/,
      ', with a blank in it',
      'Send the developer name, not the label: it has underscores where the label has blanks.',
    ],
    [/^["'{<]/, '', 'Leave quotes, braces and brackets out.'],
    [
      /^[A-Za-z][A-Za-z0-9]*$/,
      ', a name without prefix',
      'Put the developer name prefix of the connected app and an underscore in front of the name.',
    ],
    [/^_|_$/, ', with an underscore at its end or beginning', 'One half is empty: prefix and name must both be there.'],
    [/[-.]/, '', 'A developer name has letters, digits and underscores only.'],
  ];
  const expected = `The header AuthorizationContext is expected to be a prefix and a channel definition name, joined by an underscore, and ${shown(value)} came`;
  const otherwise = 'A developer name begins with a letter and has letters, digits and underscores only.';
  const { message, advice } = chosenWords(expected, value, rows, ['', otherwise]);
  const example = authorizationContext === '' ? '{prefix}_{Name}' : authorizationContext;
  return { message, advice: `${advice} Expected: ${example}.` };
}
