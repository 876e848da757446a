/** Judges one request of a connector by itself: every clause that a connector owes, each broken one with what to change. Pure. */
import { type ClauseId, clauseOf, holdsIn } from '../../schemas/clauses/clauses.js';
import { defaultOperation, operationOf } from '../../schemas/operations/operations.js';
import type { Examined } from '../../schemas/validation/ajv.js';
import { examineMessage } from '../../schemas/validation/validate-request.js';
import type { BodyReading } from '../../wire/codecs/codec.js';
import { readMediaType } from '../../wire/http/content-type-reader.js';
import { type FieldValues, firstValue } from '../../wire/http/field-values.js';
import { noOperation, type ReceivedRequest } from '../../wire/received.js';
import { type RequestReading, readingOf } from '../../wire/request-reading.js';
import { observeValues } from './body/observations.js';
import { judgeValues } from './body/value-words.js';
import {
  broken,
  type ConnectorContract,
  type ConnectorFinding,
  defaultBasePath,
  type Examination,
  joined,
  nothing,
} from './contract.js';
import { type Duties, dutiesOf, formOf } from './duties.js';
import { boundaryWords, plainContentType } from './headers/content-type.js';
import { isReadable, judgeMessage } from './http-message.js';
import { type BodyJudgement, judgeBody } from './judge-body.js';
import { judgeHeaders } from './judge-headers.js';
import { judgeSecrets, type SecretsReading } from './secrets-in-url.js';
import { judgeEndpoint, readPath, readTarget } from './target.js';

/** What is wrong with a request, or worth telling; empty for a conforming one. */
export function judgeRequest(request: ReceivedRequest, contract: ConnectorContract): readonly ConnectorFinding[] {
  return examineRequest(request, contract).findings;
}

/** The same, with the clauses that the request put to the test: what was never exercised is never green. */
export function examineRequest(request: ReceivedRequest, contract: ConnectorContract): Examination {
  const target = readTarget(request.target);
  const secrets = judgeSecrets(target, contract.tokens);
  const inUrl: Examination = joined(judgeMessage(request), {
    findings: secrets.findings,
    exercised: ['operation/no-secrets-in-url'],
  });
  if (request.operation === noOperation.token) return inUrl;
  const path = readPath(request.method, target.path, contract.basePath ?? defaultBasePath, contract.edition);
  if (path.kind === 'other') {
    return request.operation === noOperation.sibling
      ? joined(inUrl, examineSibling(request, contract, secrets))
      : inUrl;
  }
  const endpoint = judgeEndpoint(request.method, path);
  const asked: Examination = {
    findings: endpoint.findings,
    exercised: endpoint.asksOnly ? [] : [endpoint.clause],
  };
  if (endpoint.asksOnly || isHeadless(request)) return joined(inUrl, asked);
  return joined(inUrl, asked, examineCall(request, path.duties, contract, secrets, endpoint.hasBody));
}

function examineCall(
  request: ReceivedRequest,
  duties: Duties,
  contract: ConnectorContract,
  secrets: SecretsReading,
  hasBody: boolean,
): Examination {
  const reading = readingOf(request);
  const names = Object.keys(duties.headers).filter((name) => hasBody || name !== contentType);
  const judged: BodyJudgement = hasBody ? judgeBody(request, duties) : nothing;
  const { body, undecodable = [] } = judged;
  const examined = examine(names, reading, body, duties);
  const headers = judgeHeaders(names, reading.values, examined.broken, request.body, duties, contract);
  // A part whose bytes are no text was told of already.
  const inBody = examined.broken.filter(
    ({ at }) => !at.startsWith('/headers') && !undecodable.some((name) => at === `/form/${name}`),
  );
  const findings = [
    ...withoutCredentials(headers.findings, secrets),
    ...judged.findings,
    ...(body === undefined ? [] : judgeValues(inBody, body, duties)),
    ...(body === undefined ? [] : observeValues(body, reading, duties, contract)),
  ];
  return { findings, exercised: [...testedBy(examined, findings), ...headers.exercised, ...judged.exercised] };
}

const contentType = 'Content-Type';

/**
 * The clauses of connectors that the keywords of the schemas put to the test. What they found broken and nobody tells hides
 * behind another mistake, and was not put to the test by itself.
 */
function testedBy({ visits, broken: found }: Examined, findings: readonly ConnectorFinding[]): readonly ClauseId[] {
  const told = new Set(findings.map(({ clause }) => clause));
  const hidden = new Set(found.map(({ clause }) => clause).filter((clause) => !told.has(clause)));
  return visits
    .map(({ clause }) => clause)
    .filter((clause) => clauseOf(clause).owes !== 'service' && !hidden.has(clause));
}

/** The framing broke before the header section was whole: what it lacks is not known. */
function isHeadless(request: ReceivedRequest): boolean {
  return request.fields.length === 0 && !isReadable(request);
}

/**
 * Of an operation beside the contract only the headers that all operations share are judged, and of Content-Type what
 * holds for any body: that it is named, and cut.
 */
function examineSibling(request: ReceivedRequest, contract: ConnectorContract, secrets: SecretsReading): Examination {
  const duties = dutiesOf(operationOf(defaultOperation), contract.edition);
  if (['OPTIONS', 'HEAD'].includes(request.method) || isHeadless(request) || duties === undefined) return nothing;
  const reading = readingOf(request);
  const { values } = reading;
  const names = Object.keys(duties.headers).filter((name) => name !== contentType);
  const examined = examine(names, reading, undefined, duties);
  const headers = judgeHeaders(names, values, examined.broken, request.body, duties, contract);
  const media = request.body.length === 0 ? [] : siblingContentType(values, contract);
  const findings = [...withoutCredentials(headers.findings, secrets), ...media];
  return { findings, exercised: [...testedBy(examined, findings), ...headers.exercised] };
}

function siblingContentType(values: FieldValues, { edition }: ConnectorContract): readonly ConnectorFinding[] {
  const value = firstValue(values, contentType) ?? '';
  if (value === '') {
    const words = {
      message: 'A request with a body is expected to name its media type in Content-Type, and this one does not.',
      advice: 'Set Content-Type to the media type of the body.',
    };
    return [broken('headers/content-type/required', words)];
  }
  const clause = 'headers/content-type/boundary';
  const { mediaType, boundary } = readMediaType(value);
  if (!holdsIn(clause, edition) || mediaType !== 'multipart/form-data' || boundary !== undefined) return [];
  return [broken(clause, boundaryWords(value))];
}

/** Credentials in the URL are one mistake: the header that they belong into is not missed as well. */
function withoutCredentials(
  findings: readonly ConnectorFinding[],
  { credentials }: SecretsReading,
): readonly ConnectorFinding[] {
  return credentials ? findings.filter(({ clause }) => clause !== 'headers/authorization/required') : findings;
}

/** The first value of each; Content-Type in its plainest spelling. */
function headersForSchema(names: readonly string[], values: FieldValues): Readonly<Record<string, string>> {
  const rows = names.flatMap((name) => {
    const value = firstValue(values, name);
    if (value === undefined) return [];
    return [[name, name === contentType ? plainContentType(value, readMediaType(value)) : value] as const];
  });
  return Object.fromEntries(rows);
}

/** What the schemas find; without a body that can be read they look at the headers alone. A header that is not judged is not missed. */
function examine(
  names: readonly string[],
  reading: RequestReading,
  body: BodyReading | undefined,
  duties: Duties,
): Examined {
  const form = formOf(duties, body?.codec);
  const headers = headersForSchema(names, reading.values);
  const message = body === undefined ? { headers } : { headers, ...body.texts };
  const { broken: found, visits } = examineMessage(message, form, (text) => reading.parse(text));
  const isJudged = ({ at }: { readonly at: string }): boolean => {
    const header = /^\/headers\/([^/]+)/.exec(at)?.[1];
    return header === undefined || names.includes(header);
  };
  return { broken: found.filter(isJudged), visits: visits.filter(isJudged) };
}
