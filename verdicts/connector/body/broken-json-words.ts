/** Says what a text is that should be JSON and is not: what other languages print for a list or an object. */
import { parseJson } from '../../../schemas/validation/parse-json.js';
import type { Words } from '../contract.js';
import { type Duties, editionTaking } from '../duties.js';
import { noValue } from '../no-value.js';
import { shown } from '../shown.js';

/** @param place where the text stands: `The part participants` */
export function brokenJsonWords(text: string, place: string, duties: Duties): Words {
  const { came, advice } = causeOf(text, editionTaking('multipart/form-data', duties));
  return { message: `${place} is expected to hold JSON, and ${came}.`, advice };
}

const stringify =
  'Turn the value to JSON with a JSON writer (JSON.stringify, json.dumps, ObjectMapper, JsonSerializer, json_encode).';

function causeOf(text: string, formEdition: string | undefined): { readonly came: string; readonly advice: string } {
  const trimmed = text.trim();
  const nothing = noValue(trimmed);
  if (trimmed === '') return { came: 'it is empty', advice: `${stringify} An empty text is no JSON.` };
  if (text.startsWith('\uFEFF')) {
    return {
      came: 'a byte order mark stands in front of it, which RFC 8259 forbids',
      advice:
        'Write UTF-8 without a byte order mark (.NET: new UTF8Encoding(false); Python: "utf-8" and not "utf-8-sig").',
    };
  }
  if (nothing !== undefined) return { came: `${shown(trimmed)} came, ${nothing}`, advice: stringify };
  if (/^\[object \w+\]/.test(trimmed))
    return {
      came: `${shown(trimmed)} came, what JavaScript writes for objects that were turned to text`,
      advice: stringify,
    };
  if (/^--/.test(trimmed) && /content-disposition/i.test(trimmed)) {
    return {
      came: 'a form came',
      advice: `Send one JSON object as the body.${
        formEdition === undefined
          ? ''
          : ` If the connector is written for edition ${formEdition}, send the header of the form and judge it with --edition ${formEdition}.`
      }`,
    };
  }
  if (/^(?:Array|Array\(\))$|^System\.|^map\[|^\[map\[|^\[?[\w.$]+@[0-9a-f]+\]?$|^\[?#</.test(trimmed)) {
    return { came: `${shown(trimmed)} came, what a language prints for a list or an object`, advice: stringify };
  }
  if (/=>/.test(trimmed))
    return { came: 'what Ruby or PHP prints for a hash came (=> between name and value)', advice: stringify };
  if (/^\[?\{\s*\w+=/.test(trimmed))
    return { came: 'what Java prints for a map or an object came (= between name and value)', advice: stringify };
  if (/^[[{(]/.test(trimmed) && /[[{(,:]\s*u?'/.test(trimmed)) {
    return {
      came: 'its quotes are single ones, as Python prints a list (repr)',
      advice: 'Use json.dumps(participants), not str(participants) or an f-string; in JavaScript JSON.stringify.',
    };
  }
  if (/\\"/.test(trimmed) && parseJson(trimmed.replaceAll('\\"', '"')).ok) {
    return {
      came: 'its quotes are escaped once too often',
      advice: 'Escape once: write the list with a JSON writer, and do not put the text into another JSON text by hand.',
    };
  }
  if (/^%(?:5B|7B)/i.test(trimmed))
    return {
      came: 'it is percent-encoded',
      advice: 'JSON stands in a body, and in a part of a form, as it is: leave out the URL encoding.',
    };
  if (/&quot;|&#34;/.test(trimmed))
    return { came: 'it is escaped for HTML', advice: 'Send the JSON text as it is, without HTML escapes.' };
  if (/^<\??\w/.test(trimmed)) return { came: 'XML came', advice: stringify };
  if (/^[A-Za-z0-9+/]{16,}={0,2}$/.test(trimmed) && /^\s*[[{]/.test(Buffer.from(trimmed, 'base64').toString())) {
    return { came: 'it is in base64', advice: 'Send the JSON text as it is.' };
  }
  if (/[\]}]\s*[;,]$/.test(trimmed) || /,\s*[\]}]/.test(trimmed))
    return { came: 'a comma or semicolon stands where JSON allows none', advice: stringify };
  if (/^[[{]/.test(trimmed) && !/[\]}]$/.test(trimmed))
    return {
      came: 'the text ends too early',
      advice: `A Content-Length that counts characters and not bytes cuts the end off; so does a fixed buffer. ${stringify}`,
    };
  return { came: `${shown(trimmed)} came`, advice: stringify };
}
