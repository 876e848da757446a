/** Judges Content-Type by the edition, and says what is wrong with it; the conflict between the editions has its own words. */

import type { ClauseId } from '../../../schemas/clauses/clauses.js';
import type { EditionId } from '../../../schemas/editions/editions.js';
import { type ContentType, readContentType } from '../../../wire/http/content-type-reader.js';
import { isBoundary } from '../../../wire/multipart/multipart-reader.js';
import { broken, type ConnectorFinding, type Words } from '../contract.js';
import { noValue } from '../no-value.js';
import { shown } from '../shown.js';

export interface ContentTypeReading {
  /** Type and subtype in lower case, also where the parameters cannot be read. */
  readonly mediaType: string;
  readonly parsed?: ContentType;
  /** The boundary of a form when it is usable. */
  readonly boundary?: string;
}

export function readMediaType(value: string): ContentTypeReading {
  const parsed = readContentType(value);
  const mediaType = parsed?.mediaType ?? (/^[^;,\s]*/.exec(value)?.[0] ?? '').toLowerCase();
  const boundary = parsed?.parameters.get('boundary');
  return {
    mediaType,
    ...(parsed === undefined ? {} : { parsed }),
    ...(boundary !== undefined && isBoundary(boundary) ? { boundary } : {}),
  };
}

/** The value in the plainest spelling, for the schema: it knows the rule and needs not know every legal spelling. */
export function plainContentType(value: string, { mediaType, boundary, parsed }: ContentTypeReading): string {
  if (mediaType !== 'multipart/form-data') return parsed === undefined ? value : mediaType;
  return boundary === undefined ? mediaType : `${mediaType}; boundary="${boundary}"`;
}

export function judgeContentType(
  value: string | undefined,
  schemaBroke: ClauseId | undefined,
  edition: EditionId,
): readonly ConnectorFinding[] {
  if (schemaBroke === undefined) return [];
  if (schemaBroke === 'headers/content-type/required') return [broken(schemaBroke, missingWords(value, edition))];
  if (schemaBroke === 'headers/content-type/boundary') return [broken(schemaBroke, boundaryWords(value ?? ''))];
  return [broken(schemaBroke, edition === '61.0' ? formWords(value ?? '') : jsonWords(value ?? ''))];
}

function missingWords(value: string | undefined, edition: EditionId): Words {
  const came = value === undefined ? 'there is none' : 'an empty one came';
  return edition === '61.0'
    ? {
        message: `A header Content-Type with multipart/form-data and its boundary is expected, and ${came}.`,
        advice:
          'Give the HTTP library a form (FormData, files=, MultipartEntity) as the body and let it set this header.',
      }
    : {
        message: `A header "Content-Type: application/json" is expected, and ${came}.`,
        advice:
          'Set Content-Type to application/json, or hand the library the object with its JSON option (json=, JsonContent).',
      };
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

const conflict =
  'Edition 61.0 takes a form; the later public pages of the same operation (edition 65.0) take one JSON object';
const switchEdition = 'If the connector is written for those pages, judge it with --edition 65.0.';

function formWords(value: string): Words {
  const { mediaType } = readMediaType(value);
  const expected = `The header Content-Type is expected to be multipart/form-data with a boundary, and ${shown(value)} came`;
  const say = (what: string, advice: string): Words => ({ message: `${expected}${what}.`, advice });
  const nothing = noValue(value);
  if (nothing !== undefined) return say(`, ${nothing}`, `${handSet}.`);
  if (mediaType === 'application/json' || mediaType.endsWith('+json')) {
    return say(
      `: a JSON body. ${conflict}`,
      `Send a form with the parts channelAddressIdentifier and participants (JSON text). ${switchEdition}`,
    );
  }
  if (mediaType === 'application/x-www-form-urlencoded') {
    return say(
      `: an urlencoded body. ${conflict}`,
      `Send the same fields as multipart/form-data (curl: -F and not -d; Python: files= and not data=; axios: a FormData and not URLSearchParams). If the connector is meant for those pages, it sends JSON: judge it with --edition 65.0.`,
    );
  }
  if (mediaType.startsWith('multipart/') || mediaType.includes('form')) {
    return say(
      '',
      'The media type is spelled multipart/form-data: give the HTTP library a form and let it set this header.',
    );
  }
  if (value.includes(',')) return say('', `It holds two values: ${handSet}.`);
  return say('', `${handSet}.`);
}

function jsonWords(value: string): Words {
  const { mediaType } = readMediaType(value);
  const expected = `The header Content-Type is expected to be application/json, and ${shown(value)} came`;
  const say = (what: string, advice: string): Words => ({ message: `${expected}${what}.`, advice });
  const nothing = noValue(value);
  const plain = 'Send one JSON object as the body and Content-Type: application/json.';
  if (nothing !== undefined) return say(`, ${nothing}`, plain);
  if (mediaType === 'multipart/form-data') {
    return say(
      ': a form. Edition 65.0 takes one JSON object; the specification (edition 61.0) takes a form',
      `${plain} If the connector is written for the specification, judge it with --edition 61.0.`,
    );
  }
  if (mediaType === 'application/x-www-form-urlencoded') {
    return say(
      ': an urlencoded body',
      `${plain} (curl: -H and --data; Python: json= and not data=; axios: the object itself.)`,
    );
  }
  if (mediaType === 'text/plain')
    return say('', `${plain} Many libraries name text/plain when they get a text as the body and no header.`);
  return say('', plain);
}
