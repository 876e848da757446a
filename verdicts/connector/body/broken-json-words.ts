/** Says what a text is that should be JSON and is not: what other languages print for a list or an object. */
import { parseJson } from '../../../schemas/validation/parse-json.js';
import { type Duties, editionTaking } from '../duties.js';
import { chosenWords, noValue, shown, type WordRow, type Words } from '../words.js';

/** @param place where the text stands: `The part participants` */
export function brokenJsonWords(text: string, place: string, duties: Duties): Words {
  const trimmed = text.trim();
  const looks = [...emptyLooks(text, trimmed), ...otherLooks(trimmed, editionTaking('multipart/form-data', duties))];
  const expected = `${place} is expected to hold JSON, and `;
  return chosenWords(expected, trimmed, looks, [`${shown(trimmed)} came`, stringify]);
}

const stringify =
  'Turn the value to JSON with a JSON writer (JSON.stringify, json.dumps, ObjectMapper, JsonSerializer, json_encode).';

/** Texts in quotes stay as they are. */
function withoutComments(text: string): string {
  return text.replace(
    /("(?:[^"\\]|\\.)*")|\/\*[\s\S]*?\*\/|\/\/[^\n]*/g,
    (_, quoted: string | undefined) => quoted ?? '',
  );
}

/** Texts that hold no value, or hide it. */
function emptyLooks(text: string, trimmed: string): readonly WordRow[] {
  const nothing = noValue(trimmed);
  return [
    [trimmed === '', 'it is empty', `${stringify} An empty text is no JSON.`],
    [
      text.startsWith('\uFEFF'),
      'a byte order mark stands in front of it, which RFC 8259 forbids',
      'Write UTF-8 without a byte order mark (.NET: new UTF8Encoding(false); Python: "utf-8" and not "utf-8-sig").',
    ],
    [
      /^(?:\uFFFD|\0)|^[[{]\0|\0[[{"]/.test(trimmed),
      'it has a NUL beside its characters, as UTF-16 and UTF-32 have',
      'Encode the text as UTF-8, the one encoding of JSON that is sent (.NET: Encoding.UTF8 and not Encoding.Unicode; Python: "utf-8").',
    ],
    [nothing !== undefined, `${shown(trimmed)} came, ${nothing}`, stringify],
    [
      /^\[object \w+\]/,
      `${shown(trimmed)} came, what JavaScript writes for objects that were turned to text`,
      stringify,
    ],
  ];
}

/** Values in another notation than JSON, or damaged on the way. */
function otherLooks(trimmed: string, formEdition: string | undefined): readonly WordRow[] {
  const byForm =
    formEdition === undefined
      ? ''
      : ` If the connector is written for edition ${formEdition}, send the header of the form and judge it with --edition ${formEdition}.`;
  const inBase64 = (): boolean => /^\s*[[{]/.test(Buffer.from(trimmed, 'base64').toString());
  return [
    [
      /^--/.test(trimmed) && /content-disposition/i.test(trimmed),
      'a form came',
      `Send one JSON object as the body.${byForm}`,
    ],
    [
      /^(?:Array|Array\(\))$|^System\.|^map\[|^\[map\[|^\[?[\w.$]+@[0-9a-f]+\]?$|^\[?#</,
      `${shown(trimmed)} came, what a language prints for a list or an object`,
      stringify,
    ],
    [/=>/, 'what Ruby or PHP prints for a hash came (=> between name and value)', stringify],
    [/^\[?\{\s*\w+=/, 'what Java prints for a map or an object came (= between name and value)', stringify],
    [
      /^[[{(]/.test(trimmed) && /[[{(,:]\s*u?'/.test(trimmed),
      'its quotes are single ones, as Python prints a list (repr)',
      'Use json.dumps(participants), not str(participants) or an f-string; in JavaScript JSON.stringify.',
    ],
    [
      /\\"/.test(trimmed) && parseJson(trimmed.replaceAll('\\"', '"')).ok,
      'its quotes are escaped once too often',
      'Escape once: write the list with a JSON writer, and do not put the text into another JSON text by hand.',
    ],
    [
      /^%(?:5B|7B)/i,
      'it is percent-encoded',
      'JSON stands in a body, and in a part of a form, as it is: leave out the URL encoding.',
    ],
    [/&quot;|&#34;/, 'it is escaped for HTML', 'Send the JSON text as it is, without HTML escapes.'],
    [/^<\??\w/, 'XML came', stringify],
    [
      parseJson(withoutComments(trimmed)).ok,
      'it has comments, which JSON does not know',
      'Write what is sent with a JSON writer; comments are for files that people edit.',
    ],
    [/^[A-Za-z0-9+/]{16,}={0,2}$/.test(trimmed) && inBase64(), 'it is in base64', 'Send the JSON text as it is.'],
    [/[\]}]\s*[;,]$|,\s*[\]}]/, 'a comma or semicolon stands where JSON allows none', stringify],
    [
      /^[[{]/.test(trimmed) && !/[\]}]$/.test(trimmed),
      'the text ends too early',
      `A Content-Length that counts characters and not bytes cuts the end off; so does a fixed buffer. ${stringify}`,
    ],
  ];
}
