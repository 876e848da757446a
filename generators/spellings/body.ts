/** Legal spellings of the body: order and types of the parts, style of the JSON text. */
import type { ClauseId } from '../../schemas/clauses/clauses.js';
import { parseJson } from '../../schemas/validation/parse-json.js';
import type { FormPart } from '../../wire/request.js';
import { compact, type JsonStyle, writeJson } from './json-text.js';
import { mapJson, mapParts, type Spelling, spellingsOf } from './spelling.js';

const order: readonly Spelling[] = [
  {
    clause: 'body/multipart/part-order',
    slug: 'the-parts-in-the-other-order',
    label: 'the parts in the other order',
    dimension: 'part order',
    apply: (draft) => mapParts(draft, (parts) => parts.toReversed()),
  },
];

const typeByContent = ({ json }: FormPart): string => (json === true ? 'application/json' : 'text/plain');

/** Where the codec types a part (the layout `json-part`), the type is what tells the layout: only its parameters may vary. */
const types = spellingsOf<(part: FormPart) => string | undefined>(
  'body/multipart/part-types',
  'part types',
  (draft, typeOf) =>
    mapParts(draft, (parts) =>
      parts.map((part) => {
        const contentType = typeOf(part);
        if (part.contentType !== undefined && contentType?.startsWith(part.contentType) !== true) return part;
        const { contentType: _typed, ...untyped } = part;
        return contentType === undefined ? untyped : { ...part, contentType };
      }),
    ),
  [
    ['untyped-parts', 'untyped parts', () => undefined],
    [
      'json-part-typed-application-json',
      'JSON part typed application/json',
      (part) => (part.json === true ? 'application/json' : undefined),
    ],
    ['parts-typed-by-what-they-hold', 'parts typed by what they hold', typeByContent, 1],
    ['parts-typed-with-a-charset', 'parts typed with a charset', (part) => `${typeByContent(part)}; charset=utf-8`],
    ['every-part-typed-text-plain', 'every part typed text/plain', () => 'text/plain'],
  ],
);

/** The styles of JSON text under the clause that allows them, which is another one where the whole body is JSON. */
const json = (clause: ClauseId): readonly Spelling[] =>
  spellingsOf<Partial<JsonStyle>>(
    clause,
    'JSON text',
    (draft, style) => mapJson(draft, (text) => respell(text, { ...compact, ...style })),
    [
      ['json-with-blanks-between-tokens', 'JSON with blanks between tokens', { gap: ' ' }],
      ['json-over-several-lines', 'JSON over several lines', { gap: '\r\n\t' }],
      ['json-members-in-the-other-order', 'JSON members in the other order', { members: 'reversed' }],
      ['json-values-written-as-escapes', 'JSON values written as escapes', { escapes: 'values' }, 1],
      [
        'json-names-and-values-written-as-escapes',
        'JSON names and values written as escapes',
        { escapes: 'names and values' },
      ],
      ['json-escapes-with-upper-case-digits', 'JSON escapes with upper-case digits', { escapes: 'upper-case hex' }],
      ['json-slashes-escaped', 'JSON slashes escaped', { escapes: 'slashes' }],
    ],
  );

/** White space around the whole text is part of the gap; text that is no JSON stays as it is. */
function respell(text: string, style: JsonStyle): string {
  const parsed = parseJson(text);
  return parsed.ok ? style.gap + writeJson(parsed.value, style) + style.gap : text;
}

/** Of a form. */
export const formSpellings: readonly Spelling[] = [...order, ...types, ...json('body/participants/any-spelling')];

/** Of a body that is JSON. */
export const jsonSpellings: readonly Spelling[] = json('body/json/any-spelling');
