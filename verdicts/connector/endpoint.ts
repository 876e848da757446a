/** Judges method and path of a call that is meant for the operation. */
import { broken, type ConnectorFinding, observed } from './contract.js';
import { shown } from './shown.js';
import type { PathReading } from './target.js';

export interface EndpointReading {
  readonly findings: readonly ConnectorFinding[];
  /** The method carries a body of the operation, so that the body can be judged. */
  readonly hasBody: boolean;
  /** Asks about the resource and establishes nothing: neither headers nor body are judged. */
  readonly asksOnly: boolean;
}

const clause = 'operation/endpoint';

export function judgeEndpoint(method: string, path: Exclude<PathReading, { kind: 'other' }>): EndpointReading {
  if (method === 'OPTIONS' || method === 'HEAD') {
    const words = {
      message: `${method} asks about the resource and establishes no conversation, so it was not judged.`,
      advice: 'Nothing has to be changed for it.',
    };
    return { findings: [observed(clause, words)], hasBody: false, asksOnly: true };
  }
  const wrongMethod = method !== 'POST';
  const messages = [
    ...(wrongMethod ? [`The method is expected to be POST, and ${shown(method)} came.`] : []),
    ...(path.kind === 'missed' ? [path.words.message] : []),
  ];
  const advices = [
    ...(wrongMethod ? [methodAdvice(method)] : []),
    ...(path.kind === 'missed' ? [path.words.advice] : []),
  ];
  const findings =
    messages.length === 0 ? [] : [broken(clause, { message: messages.join(' '), advice: advices.join(' ') })];
  return { findings, hasBody: !['GET', 'DELETE', 'CONNECT', 'TRACE'].includes(method), asksOnly: false };
}

function methodAdvice(method: string): string {
  if (method.toUpperCase() === 'POST') return 'Write the method in capitals: letter case counts.';
  if (method === 'GET') {
    return 'Send POST, also for a conversation that exists already: it gives the identifier back. A GET may come from a redirect that was followed, or from a request without its method option.';
  }
  return 'Send POST: it creates the conversation, or gives back the identifier of the one that exists.';
}
