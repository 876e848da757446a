/** Says that a part or member is missing, and where it went: another name, or a list spread over many parts. */
import type { BodyReading } from '../../../wire/codecs/codec.js';
import type { Duties } from '../duties.js';
import { shown, type Told, type Words } from '../words.js';

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
  const [came, advice] = toldInPlace(wanted, names, isPart, duties);
  return { message: `${message}${came}.`, advice };
}

/** What came instead. @param isPart parts are looked at, not members. */
function toldInPlace(wanted: string, names: readonly string[], isPart: boolean, duties: Duties): Told {
  const spread = names.find((name) => name.startsWith(`${wanted}[`) || name.startsWith(`${wanted}.`));
  if (spread !== undefined) {
    return [
      `: the list came spread over several parts, ${shown(spread)} among them`,
      `Send one part ${wanted} that holds the whole list as JSON: [{"subject": ..., "role": "EndUser", "appType": "custom"}].`,
    ];
  }
  const near = names.find((name) => plain(name) === plain(wanted));
  if (near !== undefined) return [`: ${shown(near)} came`, `Names are compared letter by letter: write ${wanted}.`];
  const [only = ''] = names;
  if (isPart && names.length === 1 && !duties.members.includes(only)) {
    const others = duties.members.filter((member) => member !== wanted);
    const whole = duties.codecs.some(({ id }) => id === 'form-json-part')
      ? ', or one part named json that holds the whole object'
      : '';
    return [
      `${others.map((other) => `, nor ${other}`).join('')}: only ${shown(only)} came`,
      `Send the parts ${duties.members.join(' and ')}${whole}.`,
    ];
  }
  const came = names.length === 0 ? '' : `: ${names.slice(0, 5).map(shown).join(', ')} came`;
  const fixed = new Map([
    ['role', ': "EndUser"'],
    ['appType', ': "custom"'],
  ]).get(wanted);
  return [came, isPart ? `Add a part named ${wanted}.` : `Add the member ${wanted}${fixed ?? ''}.`];
}

/** Letters and digits only, in lower case, without an s at the end: `Participant`, `app_type`, `channel-address-identifier`. */
function plain(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')
    .replace(/s$/, '');
}
