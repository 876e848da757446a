/** Says what is wrong with Content-Type by the media type that is due; the conflict between editions has its own words. */
import type { ClauseId } from '../../../schemas/clauses/clauses.js';
import type { MediaType } from '../../../schemas/codecs/codecs.js';
import { editionOf } from '../../../schemas/editions/editions.js';
import { type MediaTypeReading, readMediaType } from '../../../wire/http/content-type-reader.js';
import { type Duties, editionTaking } from '../duties.js';
import { chosenWords, noValue, shown, type WordRow, type Words } from '../words.js';

/** The value in the plainest spelling, for the schema: it knows the rule and needs not know every legal spelling. */
export function plainContentType(value: string, { mediaType, boundary, parsed }: MediaTypeReading): string {
  if (mediaType !== 'multipart/form-data') return parsed === undefined ? value : mediaType;
  return boundary === undefined ? mediaType : `${mediaType}; boundary="${boundary}"`;
}

/** @param clause that it breaks. */
export function contentTypeWords(value: string, clause: ClauseId, duties: Duties): Words {
  if (clause === 'headers/content-type/boundary') return boundaryWords(value);
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

/** That another edition takes such a body, and how to judge by it; nothing where none does. */
function elsewhere(taken: MediaType, duties: Duties): { readonly conflict: string; readonly advice: string } {
  const other = editionTaking(taken, duties);
  if (other === undefined) return { conflict: '', advice: '' };
  const told = { 'multipart/form-data': 'a form', 'application/json': 'one JSON object' };
  return {
    conflict: `. Edition ${duties.edition} takes ${told[duties.mediaType]}; by ${editionOf(other).source} (edition ${other}) it is ${told[taken]}`,
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
