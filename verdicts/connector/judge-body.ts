/** Judges the body of a call as far as it can be read: what hides behind another mistake is not reported. */
import type { ClauseId } from '../../schemas/clauses/clauses.js';
import { codecOf } from '../../wire/codecs/codecs.js';
import { firstValue } from '../../wire/http/field-values.js';
import type { ReceivedRequest } from '../../wire/received.js';
import { type RequestReading, readingOf } from '../../wire/request-reading.js';
import { type BodyFindings, judgeForm } from './body/form.js';
import { broken, undecided } from './contract.js';
import type { Duties } from './duties.js';
import { isReadable } from './http-message.js';
import { shown, type Words } from './words.js';

export interface BodyJudgement extends BodyFindings {
  readonly exercised: readonly ClauseId[];
}

const notLookedAt: BodyJudgement = { findings: [], exercised: [] };

export function judgeBody(request: ReceivedRequest, duties: Duties): BodyJudgement {
  const clause = duties.wellFormed;
  // What the framing broke was told of as that.
  if (!isReadable(request)) return notLookedAt;
  if (request.bodyCut) {
    const words = {
      message: 'The body is longer than what is kept, so it could not be judged.',
      advice: 'Send what the contract names and nothing more.',
    };
    return { findings: [undecided(clause, words)], exercised: [] };
  }
  const reading = readingOf(request);
  const judged = duties.mediaType === 'application/json' ? judgeJson(reading, duties) : judgeForms(reading, duties);
  if (judged === undefined) return notLookedAt;
  const coding = codingOf(reading);
  if (coding !== undefined && judged.body === undefined) {
    return { findings: [broken(clause, compressedWords(coding))], exercised: [clause] };
  }
  return { ...judged, exercised: [clause] };
}

/** Undefined where Content-Type says that it is something else. */
function judgeJson(reading: RequestReading, { wellFormed }: Duties): BodyFindings | undefined {
  if (!reading.contentTypes.some(({ mediaType }) => mediaType === 'application/json')) return undefined;
  const read = codecOf('json').read(reading, new Set());
  return read.ok ? { findings: [], body: read.body } : { findings: [broken(wellFormed, noTextWords)] };
}

/** Undefined where no boundary is announced. */
function judgeForms(reading: RequestReading, duties: Duties): BodyFindings | undefined {
  const judged = reading.contentTypes
    .filter(({ mediaType }) => mediaType === 'multipart/form-data')
    .flatMap(({ boundary }) => (boundary === undefined ? [] : [judgeForm(reading, boundary, duties)]));
  const best = judged.find(({ body }) => body !== undefined) ?? judged[0];
  // Of several headers none is the announced one: what the body lacks by one of them is the same mistake.
  return reading.contentTypes.length > 1 && best?.body === undefined ? undefined : best;
}

/** What Content-Encoding names; undefined where the bytes are the body as it is. */
function codingOf({ values }: RequestReading): string | undefined {
  const value = firstValue(values, 'Content-Encoding') ?? '';
  return value === '' || value.toLowerCase() === 'identity' ? undefined : value;
}

function compressedWords(coding: string): Words {
  return {
    message: `The body is expected as it is, and it came with Content-Encoding ${shown(coding)}: a service need not undo it.`,
    advice: 'Switch the compression of request bodies off.',
  };
}

const noTextWords: Words = {
  message:
    'The body is expected to be JSON in UTF-8, and it has bytes that UTF-8 does not have: most likely Latin-1 or Windows-1252.',
  advice:
    'Encode the text as UTF-8 when it becomes bytes (Java: getBytes(StandardCharsets.UTF_8); Python: json= or .encode("utf-8"); .NET: Encoding.UTF8).',
};
