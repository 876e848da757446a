/** What came for a plain conforming request, as far as it tells why it was not accepted. Pure. */
import type { Exchange, FailureKind } from '../../wire/exchange.js';
import { classify, jsonBody } from './classify.js';

/** What a service says beside the status. */
interface Said {
  /** The member `code` of a JSON body, as the vendor's later editions have it. */
  readonly code?: number;
  /** The member `errorCode` of a JSON object, or of the first one in a list: `REQUEST_LIMIT_EXCEEDED`. */
  readonly errorCode?: string;
  /** It speaks of TLS, which the port expects. */
  readonly wantsTls?: true;
}

export type ProbeAnswer =
  | { readonly kind: 'accepted'; readonly status: number; readonly identifier: string }
  /** A 2xx answer without an identifier in a JSON object; `isPage` when it is a page for people. */
  | { readonly kind: 'malformed'; readonly status: number; readonly isPage?: true }
  | ({ readonly kind: 'refused'; readonly status: number } & Said)
  | ({ readonly kind: 'other status'; readonly status: number } & Said)
  | { readonly kind: 'no answer'; readonly failure: FailureKind; readonly message: string };

export function probeAnswerOf(exchange: Exchange): ProbeAnswer {
  const classified = classify(exchange);
  switch (classified.kind) {
    case 'accepted':
      return { kind: 'accepted', status: exchange.answer?.status ?? 0, identifier: classified.identifier ?? '' };
    case 'malformed success':
      return { kind: 'malformed', status: exchange.answer?.status ?? 0, ...(isPage(exchange) ? { isPage: true } : {}) };
    case 'refused':
    case 'other status':
      return { ...classified, ...saidIn(exchange) };
    case 'no answer':
      return { kind: 'no answer', failure: classified.failure, message: classified.message };
  }
}

/** A 2xx answer: what a success lacks is for a run to tell. A page is no answer of this operation. */
export function isThrough(answer: ProbeAnswer): answer is Extract<ProbeAnswer, { kind: 'accepted' | 'malformed' }> {
  return answer.kind === 'accepted' || (answer.kind === 'malformed' && answer.isPage !== true);
}

/** The vendor's word for an org that takes no more requests for now. */
const limitCode = 'REQUEST_LIMIT_EXCEEDED';

/** Whether an answer says that the org takes no more requests for now: that tells nothing of the request. */
export function isLimitReached({ failure, answer }: Exchange): boolean {
  return failure === undefined && answer?.status === 403 && errorCodeIn(jsonBody(answer)) === limitCode;
}

export const saysLimit = (answer: ProbeAnswer): boolean => 'errorCode' in answer && answer.errorCode === limitCode;

/** Nothing of what the service wrote but its status and its code. */
export function tellAnswer(answer: ProbeAnswer): string {
  switch (answer.kind) {
    case 'accepted':
      return `${answer.status} with an identifier`;
    case 'malformed':
      return answer.isPage ? `${answer.status} with a page` : `${answer.status} without an identifier`;
    case 'refused':
      return `refused with ${answer.status}${tellCode(answer)}`;
    case 'other status':
      return `the status ${answer.status}${tellCode(answer)}`;
    case 'no answer':
      return `no answer (${answer.message})`;
  }
}

const tellCode = ({ code, errorCode }: Said): string => {
  const told = code ?? errorCode;
  return told === undefined ? '' : ` (code ${told})`;
};

/** What nginx, Apache and Go answer to plain HTTP where they expect TLS. */
const plainToTls =
  /plain HTTP request was sent to HTTPS port|plain HTTP to an SSL-enabled|HTTP request to an HTTPS server/;

function saidIn({ answer }: Exchange): Said {
  if (answer === undefined) return {};
  const json = jsonBody(answer);
  if (json === undefined) return plainToTls.test(textOf(answer)) ? { wantsTls: true } : {};
  const code: unknown = Reflect.get(Object(json), 'code');
  const errorCode = errorCodeIn(json);
  return {
    ...(typeof code === 'number' && Number.isInteger(code) ? { code } : {}),
    ...(errorCode === undefined ? {} : { errorCode }),
  };
}

/** Only what looks like a code: the rest of what a service writes is not told here. */
function errorCodeIn(json: unknown): string | undefined {
  const first: unknown = Array.isArray(json) ? json[0] : json;
  const errorCode: unknown = Reflect.get(Object(first), 'errorCode');
  return typeof errorCode === 'string' && /^[A-Z][A-Z_]{1,60}$/.test(errorCode) ? errorCode : undefined;
}

/** HTML where JSON was expected, as a page for signing in is. */
function isPage({ answer }: Exchange): boolean {
  return answer !== undefined && /^\s*<(?:!doctype|html|head|body|script|meta)\b/i.test(textOf(answer));
}

const textOf = ({ body }: NonNullable<Exchange['answer']>): string =>
  Buffer.from(body.subarray(0, 4096))
    .toString('utf8')
    .replace(/^\uFEFF/, '');
