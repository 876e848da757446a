/** Says what is wrong with Content-Type by the media type that is due; the conflict between editions has its own words. */
import type { ClauseId } from '../../../schemas/clauses/clauses.js';
import type { MediaType } from '../../../schemas/codecs/codecs.js';
import { editionOf } from '../../../schemas/editions/editions.js';
import { type MediaTypeReading, readMediaType } from '../../../wire/http/content-type-reader.js';
import { bodyLooks } from '../body/body-looks.js';
import { toldOfObject } from '../body/multipart-words.js';
import { type Duties, editionTaking } from '../duties.js';
import { chosenWords, noValue, shown, type WordRow, type Words } from '../words.js';

/** The value in the plainest spelling, for the schema: it knows the rule and needs not know every legal spelling. */
export function plainContentType(value: string, { mediaType, boundary, parsed }: MediaTypeReading): string {
  if (mediaType !== 'multipart/form-data') return parsed === undefined ? value : mediaType;
  return boundary === undefined ? mediaType : `${mediaType}; boundary="${boundary}"`;
}

/** @param clause that it breaks. */
export function contentTypeWords(value: string, clause: ClauseId, body: Uint8Array, duties: Duties): Words {
  const looks = bodyLooks(body);
  if (looks.kind === 'object') {
    const [came, advice] = toldOfObject(looks.text);
    const message = `The header Content-Type is expected to be ${duties.mediaType}, and ${shown(value)} came, on a body that is no ${told[duties.mediaType]}: ${came}.`;
    return { message, advice };
  }
  if (clause === 'headers/content-type/boundary') return boundaryWords(value);
  const { mediaType } = readMediaType(value);
  const fits =
    looks.kind === ({ 'multipart/form-data': 'form', 'application/json': 'JSON' } as const)[duties.mediaType];
  if (fits && isKnown(mediaType)) return onlyTheHeader(value, duties);
  const spoken = spokenKinds[mediaType];
  if (spoken !== undefined && looks.kind === 'JSON' && spoken !== 'JSON') return bothWrong(value, looks.kind, duties);
  return duties.mediaType === 'multipart/form-data' ? formWords(value, duties) : jsonWords(value, duties);
}

const handSet =
  'Do not set Content-Type by hand: give the HTTP library a form as the body and let it set this header, with the boundary that it writes into the body';

export function boundaryWords(value: string): Words {
  const expected = 'The header Content-Type is expected to name the boundary that cuts the form';
  const say = (came: string): Words => ({ message: `${expected}, and ${came}.`, advice: `${handSet}.` });
  const boundaries = value.match(/;\s*boundary\s*=/gi)?.length ?? 0;
  if (boundaries > 1) return say(`the parameter boundary comes ${boundaries} times`);
  if (boundaries === 0) {
    const misspelled = /;\s*(bound\w*|boundry|bondary)\s*=/i.exec(value)?.[1];
    return say(
      misspelled === undefined ? 'it has no boundary' : `its parameter is called ${shown(misspelled)} and not boundary`,
    );
  }
  if (/;\s*boundary\s*=\s*(?:""\s*)?(?:;|$)/i.test(value)) return say('the boundary is empty');
  return say('the boundary is not 1 to 70 of the characters that RFC 2046 allows, in quotes where they need them');
}

const aBody = { 'multipart/form-data': 'a form', 'application/json': 'one JSON object' } as const;
const told = { 'multipart/form-data': 'form', 'application/json': 'JSON object' } as const;

/** What the body of a media type is, in a word. */
const spokenKinds: Readonly<Record<string, string>> = {
  'application/json': 'JSON',
  'application/x-www-form-urlencoded': 'urlencoded',
  'text/plain': 'text',
  'application/octet-stream': 'bytes',
};

const isKnown = (mediaType: string): boolean => Object.hasOwn(spokenKinds, mediaType);

/** The body is what is due, and the header says otherwise. */
function onlyTheHeader(value: string, { mediaType }: Duties): Words {
  return {
    message: `The header Content-Type is expected to be ${mediaType}, and ${shown(value)} came, though the body is a ${told[mediaType]}.`,
    advice:
      mediaType === 'application/json'
        ? 'Set Content-Type: application/json on the call: many libraries name text/plain or a form when they are not told.'
        : `${handSet}.`,
  };
}

/** Neither the header nor the body is what is due, nor do they agree. */
function bothWrong(value: string, came: string, duties: Duties): Words {
  const { conflict, advice } = elsewhere('application/json', duties);
  return {
    message: `The header Content-Type is expected to be ${duties.mediaType}, and ${shown(value)} came, on a body that is ${came}${conflict}.`,
    advice: `Send a form with the parts ${duties.members.join(' and ')}, and let the HTTP library set the header.${advice}`,
  };
}

/** That another edition takes such a body, and how to judge by it; nothing where none does. */
function elsewhere(taken: MediaType, duties: Duties): { readonly conflict: string; readonly advice: string } {
  const other = editionTaking(taken, duties);
  if (other === undefined) return { conflict: '', advice: '' };
  return {
    conflict: `. Edition ${duties.edition} takes ${aBody[duties.mediaType]}; by ${editionOf(other).source} (edition ${other}) it is ${aBody[taken]}`,
    advice: ` If the connector is written for that, judge it with --edition ${other}.`,
  };
}

function formWords(value: string, duties: Duties): Words {
  const { mediaType } = readMediaType(value);
  const nothing = noValue(value);
  const { conflict, advice } = elsewhere('application/json', duties);
  const rows: readonly WordRow[] = [
    [nothing !== undefined, `, ${nothing}`, `${handSet}.`],
    [
      mediaType === 'application/json' || mediaType.endsWith('+json'),
      `: a JSON body${conflict}`,
      `Send a form with the parts ${duties.members.join(' and ')}.${advice}`,
    ],
    [
      mediaType === 'application/x-www-form-urlencoded',
      `: an urlencoded body${conflict}`,
      `Send the same fields as multipart/form-data (curl: -F and not -d; Python: files= and not data=; axios: a FormData and not URLSearchParams).${advice}`,
    ],
    [
      mediaType.startsWith('multipart/') || mediaType.includes('form'),
      '',
      'The media type is spelled multipart/form-data: give the HTTP library a form and let it set this header.',
    ],
    [/,/, '', `It holds two values: ${handSet}.`],
  ];
  const expected = `The header Content-Type is expected to be multipart/form-data with a boundary, and ${shown(value)} came`;
  return chosenWords(expected, value, rows, ['', `${handSet}.`]);
}

function jsonWords(value: string, duties: Duties): Words {
  const { mediaType } = readMediaType(value);
  const nothing = noValue(value);
  const plain = 'Send one JSON object as the body and Content-Type: application/json.';
  const { conflict, advice } = elsewhere('multipart/form-data', duties);
  const rows: readonly WordRow[] = [
    [nothing !== undefined, `, ${nothing}`, plain],
    [mediaType === 'multipart/form-data', `: a form${conflict}`, `${plain}${advice}`],
    [
      mediaType === 'application/x-www-form-urlencoded',
      ': an urlencoded body',
      `${plain} (curl: -H and --data; Python: json= and not data=; axios: the object itself.)`,
    ],
    [
      mediaType === 'text/plain',
      '',
      `${plain} Many libraries name text/plain when they get a text as the body and no header.`,
    ],
  ];
  const expected = `The header Content-Type is expected to be application/json, and ${shown(value)} came`;
  return chosenWords(expected, value, rows, ['', plain]);
}
