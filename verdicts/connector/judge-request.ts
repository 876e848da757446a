/** Judges one request of a connector by itself: every clause that a connector owes, each broken one with what to change. Pure. */

import type { ClauseId } from '../../schemas/clauses/clauses.js';
import { validateRequest } from '../../schemas/validation/validate-request.js';
import type { ReceivedRequest } from '../../wire/received.js';
import { exercisedByBody } from './body/exercised.js';
import { observeValues } from './body/observations.js';
import type { BodyReading } from './body/reading.js';
import { judgeValues } from './body/value-words.js';
import {
  broken,
  type ConnectorContract,
  type ConnectorFinding,
  defaultBasePath,
  type Examination,
} from './contract.js';
import { judgeEndpoint } from './endpoint.js';
import { type ContractHeader, contractHeaders, type FieldValues, fieldValues, firstValue } from './fields.js';
import { boundaryWords, plainContentType, readMediaType } from './headers/content-type.js';
import { judgeBody } from './judge-body.js';
import { exercisedByHeaders, judgeHeaders } from './judge-headers.js';
import { judgeSecrets, type SecretsReading } from './secrets-in-url.js';
import { readPath, readTarget } from './target.js';

/** What is wrong with a request, or worth telling; empty for a conforming one. */
export function judgeRequest(request: ReceivedRequest, contract: ConnectorContract): readonly ConnectorFinding[] {
  return examineRequest(request, contract).findings;
}

/** The same, with the clauses that the request put to the test: what was never exercised is never green. */
export function examineRequest(request: ReceivedRequest, contract: ConnectorContract): Examination {
  const target = readTarget(request.target);
  const secrets = judgeSecrets(target, contract.tokens);
  const inUrl: Examination = { findings: secrets.findings, exercised: ['operation/no-secrets-in-url'] };
  if (request.operation === 'token') return inUrl;
  const path = readPath(target.path, contract.basePath ?? defaultBasePath);
  if (path.kind === 'other') {
    return request.operation === 'sibling' ? joined(inUrl, examineSibling(request, contract, secrets)) : inUrl;
  }
  const endpoint = judgeEndpoint(request.method, path);
  const asked: Examination = {
    findings: endpoint.findings,
    exercised: endpoint.asksOnly ? [] : ['operation/endpoint'],
  };
  if (endpoint.asksOnly || isHeadless(request)) return joined(inUrl, asked);
  return joined(inUrl, asked, examineCall(request, contract, secrets, endpoint.hasBody));
}

function examineCall(
  request: ReceivedRequest,
  contract: ConnectorContract,
  secrets: SecretsReading,
  hasBody: boolean,
): Examination {
  const values = fieldValues(request.fields);
  const headers = contractHeaders.filter((name) => hasBody || name !== 'Content-Type');
  const body = hasBody
    ? judgeBody(request, values.get('content-type') ?? [], contract)
    : { findings: [], exercised: [] };
  const found = validated(headersForSchema(values), body.reading, contract);
  return {
    findings: [
      ...withoutCredentials(judgeHeaders(headers, values, found, contract), secrets),
      ...body.findings,
      ...(body.reading === undefined
        ? []
        : judgeValues(
            found.filter(({ at }) => !at.startsWith('/headers')).filter((one) => !isDecoded(one.clause, body.findings)),
            body.reading,
          )),
      ...(body.reading === undefined ? [] : observeValues(body.reading, contract)),
    ],
    exercised: [
      ...exercisedByHeaders(headers, values, contract),
      ...body.exercised,
      ...(body.reading === undefined ? [] : exercisedByBody(body.reading)),
    ],
  };
}

/** The framing broke before the header section was whole: what it lacks is not known. */
function isHeadless({ fields, trouble }: ReceivedRequest): boolean {
  return fields.length === 0 && trouble !== undefined;
}

/** A part whose bytes are no text was told of already, so that it is not missing as well. */
function isDecoded(clause: ClauseId, findings: readonly ConnectorFinding[]): boolean {
  const told = (one: ClauseId): boolean =>
    findings.some((finding) => finding.clause === one && finding.verdict === 'nonconformant');
  return (
    (clause === 'body/channel-address-identifier/required' && told('body/channel-address-identifier/string')) ||
    (clause === 'body/participants/required' && told('body/participants/json'))
  );
}

/** Only the five headers of a sibling are judged, and of Content-Type what holds for any body: that it is named, and cut. */
function examineSibling(request: ReceivedRequest, contract: ConnectorContract, secrets: SecretsReading): Examination {
  if (['OPTIONS', 'HEAD'].includes(request.method) || isHeadless(request)) return { findings: [], exercised: [] };
  const values = fieldValues(request.fields);
  const headers = contractHeaders.filter((name) => name !== 'Content-Type');
  const found = validated(headersForSchema(values), undefined, contract);
  const findings = judgeHeaders(headers, values, found, contract);
  const contentType = request.body.length === 0 ? [] : siblingContentType(values, contract);
  return {
    findings: [...withoutCredentials(findings, secrets), ...contentType],
    exercised: exercisedByHeaders(headers, values, contract),
  };
}

function siblingContentType(values: FieldValues, contract: ConnectorContract): readonly ConnectorFinding[] {
  const value = firstValue(values, 'Content-Type') ?? '';
  if (value === '') {
    const words = {
      message: 'A request with a body is expected to name its media type in Content-Type, and this one does not.',
      advice: 'Set Content-Type to the media type of the body.',
    };
    return [broken('headers/content-type/required', words)];
  }
  const { mediaType, boundary } = readMediaType(value);
  if (contract.edition !== '61.0' || mediaType !== 'multipart/form-data' || boundary !== undefined) return [];
  return [broken('headers/content-type/boundary', boundaryWords(value))];
}

/** Credentials in the URL are one mistake: the header that they belong into is not missed as well. */
function withoutCredentials(
  findings: readonly ConnectorFinding[],
  { credentials }: SecretsReading,
): readonly ConnectorFinding[] {
  return credentials ? findings.filter(({ clause }) => clause !== 'headers/authorization/required') : findings;
}

/** Canonical names, the first value of each; Content-Type in its plainest spelling. */
function headersForSchema(values: FieldValues): Readonly<Record<string, string>> {
  const rows = contractHeaders.flatMap((name: ContractHeader) => {
    const value = firstValue(values, name);
    if (value === undefined) return [];
    return [[name, name === 'Content-Type' ? plainContentType(value, readMediaType(value)) : value] as const];
  });
  return Object.fromEntries(rows);
}

/** What the schemas find; a body that cannot be read is left out by putting a conforming one in its place. */
function validated(
  headers: Readonly<Record<string, string>>,
  reading: BodyReading | undefined,
  { edition }: ConnectorContract,
) {
  if (edition !== '61.0') return validateRequest({ headers, body: reading?.json ?? conformingWhole }, 'json');
  if (reading === undefined) return validateRequest({ headers, form: { json: conformingWhole } }, 'json-part');
  if (reading.layout === 'json-part')
    return validateRequest({ headers, form: { json: reading.json ?? '' } }, 'json-part');
  const channel = reading.whole?.channelAddressIdentifier;
  const form = {
    ...(typeof channel === 'string' ? { channelAddressIdentifier: channel } : {}),
    ...(reading.json === undefined ? {} : { participants: reading.json }),
  };
  return validateRequest({ headers, form }, 'parts');
}

const conformingWhole = JSON.stringify({
  channelAddressIdentifier: 'channel',
  participants: [{ subject: 'subject', role: 'EndUser', appType: 'custom' }],
});

function joined(...examinations: readonly Examination[]): Examination {
  return {
    findings: examinations.flatMap(({ findings }) => findings),
    exercised: [...new Set(examinations.flatMap(({ exercised }) => exercised))],
  };
}
