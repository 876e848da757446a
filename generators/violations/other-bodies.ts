/** Whole bodies that cannot be read as what the request says: forms that are not complete, other formats than JSON. Pure. */
import { schemasOf } from '../../schemas/operations/request-schema.js';
import { codecOf } from '../../wire/codecs/codecs.js';
import { encodeBody } from '../../wire/codecs/encode.js';
import type { RequestDraft } from '../../wire/request.js';
import { type Basis, conformingDraft, sourcesOf } from '../basis.js';
import { plainObject } from '../plain-value.js';
import { seededBytes } from '../seeded.js';
import type { NamedValue } from './violation.js';

/** Forms whose end is missing and whose values are whole: widespread readers take them. */
const unended: ReadonlySet<string> = new Set([
  'no-closing-boundary',
  'no-closing-boundary-and-no-last-line-end',
  'the-closing-boundary-written-as-a-middle-one',
]);

export const isUnendedForm = (slug: string): boolean => unended.has(slug);

/** No complete multipart message of the announced boundary, made from one that is. */
export function malformedMultipart(draft: RequestDraft, boundary: string): readonly NamedValue<Uint8Array>[] {
  const whole = Buffer.from(encodeBody(draft.body));
  const text = whole.toString();
  const closing = text.lastIndexOf(`\r\n--${boundary}--`);
  const bodyText = text.slice(0, closing);
  const bodies: readonly NamedValue<string | Uint8Array>[] = [
    ['empty-body', 'empty body', '', 1],
    ['no-closing-boundary', 'no closing boundary', `${bodyText}\r\n`],
    ['no-closing-boundary-and-no-last-line-end', 'no closing boundary and no last line end', bodyText],
    [
      'the-closing-boundary-written-as-a-middle-one',
      'the closing boundary written as a middle one',
      `${bodyText}\r\n--${boundary}\r\n`,
    ],
    ['cut-inside-the-last-part', 'cut inside the last part', text.slice(0, closing - 10)],
    [
      'cut-inside-the-headers-of-the-first-part',
      'cut inside the headers of the first part',
      text.slice(0, text.indexOf('\r\n\r\n') - 5),
    ],
    [
      'another-boundary-than-announced',
      'another boundary than announced',
      text.replaceAll(boundary, `${boundary.slice(0, -1)}#`),
    ],
    [
      'boundary-lines-without-the-two-hyphens',
      'boundary lines without the two hyphens',
      text.replaceAll(`--${boundary}`, boundary),
      3,
    ],
    ['only-the-closing-boundary', 'only the closing boundary', `--${boundary}--\r\n`],
    [
      'parts-without-content-disposition',
      'parts without Content-Disposition',
      text.replaceAll(/Content-Disposition: [^\r]*/g, 'X-Nothing: here'),
    ],
    ['a-json-body', 'a JSON body', '{"channelAddressIdentifier":"x","participants":[]}'],
    ['an-urlencoded-body', 'an urlencoded body', 'channelAddressIdentifier=x&participants=%5B%5D'],
    ['garbage', 'garbage', seededBytes(7, boundary), 3],
  ];
  return bodies.map(([slug, label, body, rank]) => [
    slug,
    label,
    typeof body === 'string' ? Buffer.from(body) : body,
    rank,
  ]);
}

/** In another format than JSON, under a Content-Type that says JSON. */
export function otherBodies(basis: Basis): readonly NamedValue<Uint8Array>[] {
  const values = plainObject(schemasOf(basis).values, sourcesOf(basis));
  const parts = codecOf('form-parts');
  const form = parts.write(parts.texts(values), { boundary: basis.boundary, jsonParts: new Set() });
  const fields = Object.entries(values).map(([name, value]): [string, string] => [name, plainly(value)]);
  return [
    ['a-multipart-body-as-edition-61-0-has-it', 'a multipart body, as edition 61.0 has it', encodeBody(form), 2],
    ['an-urlencoded-body', 'an urlencoded body', Buffer.from(new URLSearchParams(fields).toString()), 3],
    ['garbage', 'garbage', seededBytes(7, basis.boundary), 3],
  ];
}

/** The right values of a conforming request, as a page of the web would send them, in body and Content-Type alike. */
export function urlencodedRequest(basis: Basis): RequestDraft {
  const { body, fields, ...target } = conformingDraft(basis);
  const values = Object.entries(plainObject(schemasOf(basis).values, sourcesOf(basis)));
  const texts =
    body.kind === 'form'
      ? body.parts.map(({ name, value }): [string, string] => [name, value])
      : values.map(([name, value]): [string, string] => [
          name,
          typeof value === 'string' ? value : JSON.stringify(value),
        ]);
  return {
    ...target,
    fields: fields.map(([name, value]) => [name, name === 'Content-Type' ? urlencodedType : value]),
    body: { kind: 'raw', bytes: Buffer.from(new URLSearchParams(texts).toString()) },
  };
}

export const urlencodedType = 'application/x-www-form-urlencoded';

/** A list is left empty: what is in it would be escaped beyond recognition. */
function plainly(value: unknown): string {
  if (typeof value === 'string') return value;
  return Array.isArray(value) ? '[]' : JSON.stringify(value);
}
