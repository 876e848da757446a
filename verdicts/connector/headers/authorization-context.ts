/** Judges AuthorizationContext beyond its schema, and says what is wrong with it. */
import { broken, type ConnectorContract, type Examination, nothing, observed, type Words } from '../contract.js';
import { noValue } from '../no-value.js';
import { shown } from '../shown.js';

const clause = 'headers/authorization-context/prefix';

/** The prefix may itself hold underscores: only another first word is surely another prefix. Case alone is not judged. */
export function judgePrefix(
  value: string,
  { authorizationContext: context, channels }: ConnectorContract,
): Examination {
  if (context === '') return nothing;
  const [own, its] = [firstWord(context), firstWord(value)];
  if (own === its) return { findings: [], exercised: [clause] };
  const message = `The prefix of the connected app begins with ${shown(own)}, and the header AuthorizationContext named ${shown(value)}.`;
  if (own.toLowerCase() === its.toLowerCase()) {
    const advice = 'Write the prefix in the letter case in which the app has it.';
    return { findings: [observed(clause, { message, advice })], exercised: [clause] };
  }
  const what = channels.includes(value) ? 'A channel address identifier came: it belongs into the body. ' : '';
  const advice = `${what}Send the developer name of the channel definition with the prefix of the app in front of it: ${context}.`;
  return { findings: [broken(clause, { message, advice })], exercised: [clause] };
}

const firstWord = (context: string): string => context.split('_', 1)[0] ?? '';

const guid = /^\{?[0-9a-f]{8}-?(?:[0-9a-f]{4}-?){3}[0-9a-f]{12}\}?$/i;

export function contextWords(value: string, { authorizationContext, channels }: ConnectorContract): Words {
  const came = `The header AuthorizationContext is expected to be a prefix and a channel definition name, joined by an underscore, and ${shown(value)} came`;
  const example = authorizationContext === '' ? '{prefix}_{Name}' : authorizationContext;
  const say = (what: string, advice: string): Words => ({
    message: `${came}${what}.`,
    advice: `${advice} Expected: ${example}.`,
  });
  const nothing = noValue(value);
  if (nothing !== undefined) return say(`, ${nothing}`, 'Set it to SF_AUTHORIZATION_CONTEXT.');
  if (channels.includes(value) || guid.test(value)) {
    return say(
      ', which is a channel address identifier',
      'Send the developer name of the channel definition: the channel itself belongs into the body.',
    );
  }
  if (/\s/.test(value))
    return say(
      ', with a blank in it',
      'Send the developer name, not the label: it has underscores where the label has blanks.',
    );
  if (/^(["'{<]).*/.test(value)) return say('', 'Leave quotes, braces and brackets out.');
  if (/^[A-Za-z][A-Za-z0-9]*$/.test(value))
    return say(
      ', a name without prefix',
      'Put the developer name prefix of the connected app and an underscore in front of the name.',
    );
  if (/^_|_$/.test(value))
    return say(
      ', with an underscore at its end or beginning',
      'One half is empty: prefix and name must both be there.',
    );
  if (/[-.]/.test(value)) return say('', 'A developer name has letters, digits and underscores only.');
  return say('', 'A developer name begins with a letter and has letters, digits and underscores only.');
}
