/** Says that a part or member is missing, and where it went: another name, or a list spread over many parts. */
import type { Words } from '../contract.js';
import { shown } from '../shown.js';
import type { BodyReading } from './reading.js';

/**
 * @param place what is missing: `participants`, `participants[0].role`
 * @param members names beside the missing one, where it would be a member of an object
 */
export function missingWords(place: string, members: readonly string[], { layout, names }: BodyReading): Words {
  const wanted = place.replace(/^.*\./, '');
  const isPart = layout === 'parts' && wanted === place;
  const beside = isPart ? names : members;
  const message = isPart
    ? `A part ${place} is expected in the form, and there is none`
    : `${place} is expected, and it is missing`;
  const spread = beside.find((name) => name.startsWith(`${wanted}[`) || name.startsWith(`${wanted}.`));
  if (spread !== undefined) {
    return {
      message: `${message}: the list came spread over several parts, ${shown(spread)} among them.`,
      advice: `Send one part ${wanted} that holds the whole list as JSON: [{"subject": ..., "role": "EndUser", "appType": "custom"}].`,
    };
  }
  const near = beside.find((name) => plain(name) === plain(wanted));
  if (near !== undefined)
    return {
      message: `${message}: ${shown(near)} came.`,
      advice: `Names are compared letter by letter: write ${wanted}.`,
    };
  if (isPart && names.length === 1) {
    return {
      message: `${message}, nor channelAddressIdentifier: only ${shown(names[0] ?? '')} came.`,
      advice:
        'Send the parts channelAddressIdentifier and participants, or one part named json that holds the whole object.',
    };
  }
  const came = beside.length === 0 ? '' : `: ${beside.slice(0, 5).map(shown).join(', ')} came`;
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
