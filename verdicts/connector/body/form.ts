/** Judges the form of a call down to the texts of its parts; what the texts say is judged by the schema. */

import { readMultipart } from '../../../wire/multipart/multipart-reader.js';
import { contentOf, textOf, transferEncodingOf } from '../../../wire/multipart/part-content.js';
import type { MultipartPart } from '../../../wire/multipart/part-reader.js';
import { broken, type ConnectorFinding, observed, type Words } from '../contract.js';
import { shown } from '../shown.js';
import { multipartWords } from './multipart-words.js';
import { type BodyReading, readParts, readWhole } from './reading.js';

export interface FormJudgement {
  readonly findings: readonly ConnectorFinding[];
  /** Absent when the body is no form. */
  readonly reading?: BodyReading;
}

const wellFormed = 'body/multipart/well-formed';

export function judgeForm(body: Buffer, boundary: string): FormJudgement {
  const multipart = readMultipart(body, boundary);
  if (!multipart.ok) return { findings: [broken(wellFormed, multipartWords(multipart.fault, body, boundary))] };
  const { parts } = multipart;
  if (parts.length === 0) return { findings: [broken(wellFormed, noPartsWords)] };
  const names = parts.map(({ name }) => name);
  const part = (name: string): MultipartPart | undefined => parts.find((one) => one.name === name);
  const [json, channel, participants] = [part('json'), part('channelAddressIdentifier'), part('participants')];
  const isWhole = json !== undefined && channel === undefined && participants === undefined;
  const used = isWhole ? [json] : [channel, participants].filter((one) => one !== undefined);
  const findings = [...observations(parts, used), ...used.flatMap((one) => judgeBytes(one, parts))];
  const read = (one: MultipartPart | undefined): string | undefined =>
    one === undefined ? undefined : textOf(one, parts);
  const text = isWhole ? read(json) : undefined;
  if (!isWhole) return { findings, reading: readParts(names, read(channel), read(participants)) };
  return { findings, ...(text === undefined ? {} : { reading: readWhole('json-part', names, text) }) };
}

/** Whether the bytes of a part can be text. */
function judgeBytes(part: MultipartPart, parts: readonly MultipartPart[]): readonly ConnectorFinding[] {
  if (textOf(part, parts) !== undefined) return [];
  const clause =
    part.name === 'channelAddressIdentifier' ? 'body/channel-address-identifier/string' : 'body/participants/json';
  return [broken(clause, contentOf(part) === undefined ? encodingWords(part) : charsetWords(part))];
}

function encodingWords(part: MultipartPart): Words {
  return {
    message: `The part ${part.name} says that it is in ${transferEncodingOf(part)}, and its content is not.`,
    advice: 'Send the content as it is, without Content-Transfer-Encoding.',
  };
}

function charsetWords(part: MultipartPart): Words {
  return {
    message: `The part ${part.name} is expected to be text in UTF-8, and it has bytes that UTF-8 does not have: most likely Latin-1 or Windows-1252.`,
    advice:
      'Encode the text as UTF-8 when it becomes bytes (Java: getBytes(StandardCharsets.UTF_8); Python: .encode("utf-8"); .NET: Encoding.UTF8), also JSON.',
  };
}

const noPartsWords: Words = {
  message: 'The form is expected to have parts, and it is empty: only its closing boundary came.',
  advice:
    'Add the parts to the form before it is sent; an empty form often comes from a form object that was read or sent before.',
};

function observations(parts: readonly MultipartPart[], used: readonly MultipartPart[]): readonly ConnectorFinding[] {
  const findings: ConnectorFinding[] = [];
  const tell = (message: string, advice: string): number => findings.push(observed(wellFormed, { message, advice }));
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
    if (part.name === 'json' && !/^application\/json\s*(?:;|$)/i.test(part.contentType ?? '')) {
      tell(
        'The part json does not say that it is application/json.',
        'Give the part the type application/json: some services tell the layout by it.',
      );
    }
  }
  return findings;
}
