/** Judges method and path of a call that is meant for an operation. */
import { type ClauseId, isClauseId } from '../../schemas/clauses/clauses.js';
import { broken, type ConnectorFinding, observed } from './contract.js';
import type { PathReading } from './target.js';
import { shown } from './words.js';

export interface EndpointReading {
  readonly findings: readonly ConnectorFinding[];
  /** The clause of method and path. */
  readonly clause: ClauseId;
  /** The method carries a body of the operation, so that the body can be judged. */
  readonly hasBody: boolean;
  /** Asks about the resource and does nothing: neither headers nor body are judged. */
  readonly asksOnly: boolean;
}

const bodiless = ['GET', 'DELETE', 'CONNECT', 'TRACE'];

export function judgeEndpoint(method: string, path: Exclude<PathReading, { kind: 'other' }>): EndpointReading {
  const { operation } = path.duties;
  const clause = operation.endpoint;
  if (!isClauseId(clause))
    throw new Error(`the operation ${operation.id} names a clause that there is none of: ${clause}`);
  if (method === 'OPTIONS' || method === 'HEAD') {
    const words = {
      message: `${method} asks about the resource and does nothing, so it was not judged.`,
      advice: 'Nothing has to be changed for it.',
    };
    return { findings: [observed(clause, words)], clause, hasBody: false, asksOnly: true };
  }
  const wrongMethod = method !== operation.method;
  const messages = [
    ...(wrongMethod ? [`The method is expected to be ${operation.method}, and ${shown(method)} came.`] : []),
    ...(path.kind === 'missed' ? [path.words.message] : []),
  ];
  const advices = [
    ...(wrongMethod ? [methodAdvice(method, operation.method)] : []),
    ...(path.kind === 'missed' ? [path.words.advice] : []),
  ];
  const findings =
    messages.length === 0 ? [] : [broken(clause, { message: messages.join(' '), advice: advices.join(' ') })];
  return { findings, clause, hasBody: !wrongMethod || !bodiless.includes(method), asksOnly: false };
}

function methodAdvice(method: string, wanted: string): string {
  if (method.toUpperCase() === wanted) return 'Write the method in capitals: letter case counts.';
  if (method === 'GET') {
    return `Send ${wanted}, also for what exists already: it gives back what is there. A GET may come from a redirect that was followed, or from a request without its method option.`;
  }
  return `Send ${wanted}: no other method does what the operation does.`;
}
