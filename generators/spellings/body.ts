/** Legal spellings of the body: order and types of the parts, style of the JSON text. */
import type { ClauseId } from '../../schemas/clauses/clauses.js';
import { parseJson } from '../../schemas/validation/parse-json.js';
import type { FormPart } from '../../wire/request.js';
import { compact, type JsonStyle, writeJson } from './json-text.js';
import { mapJson, mapParts, type Spelling } from './spelling.js';

const order: readonly Spelling[] = [
  {
    clause: 'body/multipart/part-order',
    label: 'the parts in the other order',
    dimension: 'part order',
    apply: (draft) => mapParts(draft, (parts) => [...parts].reverse()),
  },
];

const typeByContent = ({ json }: FormPart): string => (json === true ? 'application/json' : 'text/plain');

const partTypes: readonly (readonly [label: string, type: (part: FormPart) => string | undefined])[] = [
  ['untyped parts', () => undefined],
  ['JSON part typed application/json', (part) => (part.json === true ? 'application/json' : undefined)],
  ['parts typed by what they hold', typeByContent],
  ['parts typed with a charset', (part) => `${typeByContent(part)}; charset=utf-8`],
  ['every part typed text/plain', () => 'text/plain'],
];

/** Where the codec types a part (the layout `json-part`), the type is what tells the layout: only its parameters may vary. */
const types: readonly Spelling[] = partTypes.map(([label, typeOf]) => ({
  clause: 'body/multipart/part-types',
  label,
  dimension: 'part types',
  apply: (draft) =>
    mapParts(draft, (parts) =>
      parts.map((part) => {
        const contentType = typeOf(part);
        if (part.contentType !== undefined && contentType?.startsWith(part.contentType) !== true) return part;
        const { contentType: _typed, ...untyped } = part;
        return contentType === undefined ? untyped : { ...part, contentType };
      }),
    ),
}));

const styles: readonly (readonly [label: string, style: Partial<JsonStyle>])[] = [
  ['JSON with blanks between tokens', { gap: ' ' }],
  ['JSON over several lines', { gap: '\r\n\t' }],
  ['JSON members in the other order', { members: 'reversed' }],
  ['JSON values written as escapes', { escapes: 'values' }],
  ['JSON names and values written as escapes', { escapes: 'names and values' }],
  ['JSON escapes with upper-case digits', { escapes: 'upper-case hex' }],
  ['JSON slashes escaped', { escapes: 'slashes' }],
];

/** The styles of JSON text under the clause that allows them, which is another one where the whole body is JSON. */
const json = (clause: ClauseId): readonly Spelling[] =>
  styles.map(([label, style]) => ({
    clause,
    label,
    dimension: 'JSON text',
    apply: (draft) => mapJson(draft, (text) => respell(text, { ...compact, ...style })),
  }));

/** White space around the whole text is part of the gap; text that is no JSON stays as it is. */
function respell(text: string, style: JsonStyle): string {
  const parsed = parseJson(text);
  return parsed.ok ? style.gap + writeJson(parsed.value, style) + style.gap : text;
}

/** Of a form. */
export const formSpellings: readonly Spelling[] = [...order, ...types, ...json('body/participants/any-spelling')];

/** Of a body that is JSON. */
export const jsonSpellings: readonly Spelling[] = json('body/json/any-spelling');
