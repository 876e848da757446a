/** Says that a part or member is missing, and where it went: another name, or a list spread over many parts. */
import type { BodyReading } from '../../../wire/codecs/codec.js';
import type { Words } from '../contract.js';
import type { Duties } from '../duties.js';
import { shown } from '../shown.js';

/**
 * @param place what is missing: `participants`, `participants[0].role`
 * @param beside names beside the missing one, where it would be a member of an object
 */
export function missingWords(place: string, beside: readonly string[], body: BodyReading, duties: Duties): Words {
  const wanted = place.replace(/^.*\./, '');
  const isPart = body.codec === 'form-parts' && wanted === place;
  const names = isPart ? body.parts.map(({ name }) => name) : beside;
  const message = isPart
    ? `A part ${place} is expected in the form, and there is none`
    : `${place} is expected, and it is missing`;
  const spread = names.find((name) => name.startsWith(`${wanted}[`) || name.startsWith(`${wanted}.`));
  if (spread !== undefined) {
    return {
      message: `${message}: the list came spread over several parts, ${shown(spread)} among them.`,
      advice: `Send one part ${wanted} that holds the whole list as JSON: [{"subject": ..., "role": "EndUser", "appType": "custom"}].`,
    };
  }
  const near = names.find((name) => plain(name) === plain(wanted));
  if (near !== undefined)
    return {
      message: `${message}: ${shown(near)} came.`,
      advice: `Names are compared letter by letter: write ${wanted}.`,
    };
  if (isPart && names.length === 1) {
    const others = duties.members.filter((member) => member !== wanted);
    const whole = duties.codecs.some(({ id }) => id === 'form-json-part')
      ? ', or one part named json that holds the whole object'
      : '';
    return {
      message: `${message}${others.map((other) => `, nor ${other}`).join('')}: only ${shown(names[0] ?? '')} came.`,
      advice: `Send the parts ${duties.members.join(' and ')}${whole}.`,
    };
  }
  const came = names.length === 0 ? '' : `: ${names.slice(0, 5).map(shown).join(', ')} came`;
  return {
    message: `${message}${came}.`,
    advice: isPart ? `Add a part named ${wanted}.` : `Add the member ${wanted}${fixedValue(wanted)}.`,
  };
}

/** Letters and digits only, in lower case, without an s at the end: `Participant`, `app_type`, `channel-address-identifier`. */
function plain(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .replace(/s$/, '');
}

function fixedValue(member: string): string {
  const fixed: Readonly<Record<string, string>> = { role: ': "EndUser"', appType: ': "custom"' };
  return Object.hasOwn(fixed, member) ? (fixed[member] ?? '') : '';
}
