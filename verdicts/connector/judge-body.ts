/** Judges the body of a call as far as it can be read: what hides behind another mistake is not reported. */

import type { ClauseId } from '../../schemas/clauses/clauses.js';
import type { ReceivedRequest } from '../../wire/received.js';
import { type FormJudgement, judgeForm } from './body/form.js';
import { judgeJsonBody } from './body/json.js';
import { broken, type ConnectorContract, undecided } from './contract.js';
import { fieldValues, firstValue } from './fields.js';
import { readMediaType } from './headers/content-type.js';
import { shown } from './shown.js';

export interface BodyJudgement extends FormJudgement {
  readonly exercised: readonly ClauseId[];
}

/** @param contentTypes values of the header, one unless it was duplicated */
export function judgeBody(
  { fields, body, bodyCut, trouble, answer }: ReceivedRequest,
  contentTypes: readonly string[],
  { edition }: ConnectorContract,
): BodyJudgement {
  const clause = edition === '61.0' ? 'body/multipart/well-formed' : 'body/json/well-formed';
  if (trouble !== undefined) {
    const words = {
      message: `The request is expected to be complete, and it was not: ${trouble}.`,
      advice:
        'Let the HTTP library set Content-Length and Transfer-Encoding: they count bytes, not characters, and only one of them may be there.',
    };
    // A connection that a scenario broke says nothing of the connector.
    const isStaged = answer?.staged?.did === 'reset';
    return { findings: [isStaged ? undecided(clause, words) : broken(clause, words)], exercised: [clause] };
  }
  if (bodyCut) {
    const words = {
      message: 'The body is longer than what is kept, so it could not be judged.',
      advice: 'Send the participants and the channel only.',
    };
    return { findings: [undecided(clause, words)], exercised: [] };
  }
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const coding = codingOf(fields);
  if (edition !== '61.0') {
    const isJson = contentTypes.some((value) => readMediaType(value).mediaType === 'application/json');
    if (!isJson) return { findings: [], exercised: [] };
    const judged = judgeJsonBody(bytes);
    if (coding !== undefined && judged.reading === undefined)
      return { ...compressed(clause, coding), exercised: [clause] };
    return { ...judged, exercised: [clause] };
  }
  const boundaries = contentTypes
    .map(readMediaType)
    .filter(({ mediaType }) => mediaType === 'multipart/form-data')
    .flatMap(({ boundary }) => (boundary === undefined ? [] : [boundary]));
  const judged = boundaries.map((boundary) => judgeForm(bytes, boundary));
  const best = judged.find(({ reading }) => reading !== undefined) ?? judged[0];
  if (best === undefined) return { findings: [], exercised: [] };
  // Of several headers none is the announced one: what the body lacks by one of them is the same mistake.
  if (contentTypes.length > 1 && best.reading === undefined) return { findings: [], exercised: [] };
  if (coding !== undefined && best.reading === undefined) return { ...compressed(clause, coding), exercised: [clause] };
  return { ...best, exercised: [clause] };
}

/** What Content-Encoding names; undefined where the bytes are the body as it is. */
function codingOf(fields: ReceivedRequest['fields']): string | undefined {
  const value = firstValue(fieldValues(fields), 'Content-Encoding') ?? '';
  return value === '' || value.toLowerCase() === 'identity' ? undefined : value;
}

function compressed(clause: ClauseId, coding: string): FormJudgement {
  const words = {
    message: `The body is expected as it is, and it came with Content-Encoding ${shown(coding)}: a service need not undo it.`,
    advice: 'Switch the compression of request bodies off.',
  };
  return { findings: [broken(clause, words)] };
}
