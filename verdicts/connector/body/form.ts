/** Judges the form of a call down to the texts of its parts; what the texts say is judged by the schema. */

import { clauseOfKeyword } from '../../../schemas/clauses/clause-of-keyword.js';
import type { ClauseId } from '../../../schemas/clauses/clauses.js';
import { isText } from '../../../schemas/codecs/codec.js';
import { memberAt } from '../../../schemas/operations/member.js';
import { schemasOf } from '../../../schemas/operations/request-schema.js';
import type { BodyReading } from '../../../wire/codecs/codec.js';
import { codecOf, isWholeForm } from '../../../wire/codecs/codecs.js';
import { charsetOf, contentOf, textOf, transferEncodingOf } from '../../../wire/multipart/part-content.js';
import type { MultipartPart } from '../../../wire/multipart/part-reader.js';
import type { RequestReading } from '../../../wire/request-reading.js';
import { broken, type ConnectorFinding, observed } from '../contract.js';
import { type Duties, formOf } from '../duties.js';
import { shown, type Words } from '../words.js';
import { multipartWords } from './multipart-words.js';

export interface BodyFindings {
  readonly findings: readonly ConnectorFinding[];
  /** Absent when the body cannot be read. */
  readonly body?: BodyReading;
  /** Names of parts whose bytes are no text, which was told: they are not missing as well. */
  readonly undecodable?: readonly string[];
}

export function judgeForm(request: RequestReading, boundary: string, duties: Duties): BodyFindings {
  const { wellFormed, members, codecs } = duties;
  const multipart = request.form(boundary);
  if (!multipart.ok) {
    const words = multipartWords(multipart.fault, request.bytes, boundary, duties);
    return { findings: [broken(wellFormed, words)] };
  }
  const { parts } = multipart;
  if (parts.length === 0) return { findings: [broken(wellFormed, noPartsWords)] };
  const isWhole = codecs.every(({ id }) => id === 'form-json-part') || isWholeForm(parts, members);
  const codec = codecs.find(({ id }) => (id === 'form-json-part') === isWhole) ?? codecs[0];
  if (codec === undefined) return { findings: [] };
  const names = codec.id === 'form-json-part' ? ['json'] : members;
  const used = names.flatMap((name) => parts.find((part) => part.name === name) ?? []);
  const bad = used.filter((part) => textOf(part, parts) === undefined);
  const findings = [
    ...observations(parts, used, wellFormed),
    ...bad.map((part) => broken(clauseOfText(part.name, duties), badTextWords(part))),
  ];
  const { jsonParts } = schemasOf(formOf(duties, codec.id));
  const read = codecOf(codec.id).read(request, jsonParts, boundary);
  const isReadable = read.ok && (codec.id !== 'form-json-part' || read.body.json !== undefined);
  return {
    findings,
    ...(isReadable ? { body: read.body } : {}),
    undecodable: bad.map(({ name }) => name),
  };
}

/** The clause of a part's being text: of its type, or of the JSON in it. */
function clauseOfText(name: string, { values, readable }: Duties): ClauseId {
  const node = memberAt(values, [name])?.node;
  return (node !== undefined && isText(node) ? clauseOfKeyword(node, 'type') : undefined) ?? readable;
}

function badTextWords(part: MultipartPart): Words {
  if (contentOf(part) === undefined) {
    return {
      message: `The part ${part.name} says that it is in ${transferEncodingOf(part)}, and its content is not.`,
      advice: 'Send the content as it is, without Content-Transfer-Encoding.',
    };
  }
  // A byte order mark, or the NUL beside each ASCII character.
  const isWide = part.body.includes(0) || /^(?:\xff\xfe|\xfe\xff)/.test(part.body.toString('latin1', 0, 2));
  const likely = isWide ? 'UTF-16' : 'Latin-1 or Windows-1252';
  return {
    message: `The part ${part.name} is expected to be text in UTF-8, and it has bytes that UTF-8 does not have: most likely ${likely}.`,
    advice:
      'Encode the text as UTF-8 when it becomes bytes (Java: getBytes(StandardCharsets.UTF_8); Python: .encode("utf-8"); .NET: Encoding.UTF8), also JSON.',
  };
}

const noPartsWords: Words = {
  message: 'The form is expected to have parts, and it is empty: only its closing boundary came.',
  advice:
    'Add the parts to the form before it is sent; an empty form often comes from a form object that was read or sent before.',
};

function observations(
  parts: readonly MultipartPart[],
  used: readonly MultipartPart[],
  clause: ClauseId,
): readonly ConnectorFinding[] {
  const findings: ConnectorFinding[] = [];
  const tell = (message: string, advice: string): number => findings.push(observed(clause, { message, advice }));
  const known = new Set([...used.map(({ name }) => name), '_charset_']);
  const others = [...new Set(parts.map(({ name }) => name))].filter((name) => !known.has(name));
  if (others.length > 0) {
    tell(
      `The form has parts that the contract does not know: ${others.slice(0, 5).map(shown).join(', ')}.`,
      'A service may pass over them or not: leave them out.',
    );
  }
  for (const { name } of used) {
    const count = parts.filter((one) => one.name === name).length;
    if (count > 1)
      tell(
        `The part ${name} comes ${count} times; the first one was judged.`,
        'Send it once: services differ in which one counts.',
      );
  }
  for (const part of used) {
    const encoding = transferEncodingOf(part);
    if (encoding === 'base64' || encoding === 'quoted-printable') {
      tell(
        `The part ${part.name} is sent in ${encoding}, which RFC 7578 deprecates.`,
        'Send the content as it is: many services do not undo it.',
      );
    }
    // FormData of Node and browsers gives every Blob a file name.
    if (part.filename !== undefined && part.name !== 'json') {
      tell(
        `The part ${part.name} comes as a file, named ${shown(part.filename)}.`,
        'Send it as a field, without a file name: some services look for it among the fields only.',
      );
    }
    const charset = charsetOf(part, parts);
    if (!/^(?:utf-?8|(?:us-)?ascii)$/i.test(charset) && textOf(part, parts) !== undefined && !isAscii(part.body)) {
      tell(
        `The part ${part.name} says that it is text in ${shown(charset)}, and was read so.`,
        'Send UTF-8: many services take every part for it, whatever it says.',
      );
    }
    if (part.name === 'json' && !/^application\/json\s*(?:;|$)/i.test(part.contentType ?? '')) {
      tell(
        'The part json does not say that it is application/json.',
        'Give the part the type application/json: some services tell the layout by it.',
      );
    }
  }
  return findings;
}

const isAscii = (bytes: Buffer): boolean => bytes.every((byte) => byte < 0x80);
