/** Why a plain conforming request was not accepted, by what came, and what to do about it. Pure. */
import type { FailureKind } from '../../wire/exchange.js';
import { isThrough, type ProbeAnswer, saysLimit } from './probe-answer.js';

export interface WhyNot {
  readonly cause:
    | 'limit reached'
    | 'TLS expected'
    | 'scope missing'
    | 'credentials refused'
    | 'context refused'
    | 'channel refused'
    | 'not this API'
    | 'not found'
    | 'redirected'
    | 'service in trouble'
    | 'no edition'
    | 'throttled'
    | 'unreachable';
  /** What it speaks of, in lower case, without a full stop; empty where that is not known. */
  readonly told: string;
  /** What to do; begins in lower case, without a full stop. */
  readonly advice: string;
}

/** Codes of the vendor's public list, by what they speak of; several overlap for one cause. */
const codes = {
  scope: new Set([10003]),
  token: new Set([10004]),
  context: new Set([10001, 10005, 10070]),
  channel: new Set([10002, 10006, 10017, 10026, 10031, 10035, 10052, 10069]),
  trouble: new Set([10019, 10055, 10056, 10094, 20004]),
} as const;

/** What to do where no answer came. */
const adviceWithoutAnswer: Partial<Record<FailureKind, string>> = {
  dns: 'check the host name of the base URL, and a proxy in between (HTTPS_PROXY, NO_PROXY)',
  tls: 'check scheme and port of the base URL',
  proxy: 'check the proxy in between (HTTPS_PROXY, NO_PROXY)',
  'answer-timeout': 'try again when it answers: a service that was asleep may need a minute',
  'not-http': 'check the scheme and the port of the base URL: this port may expect https://',
  reset: 'check the scheme of the base URL: this port may expect https://; then the log of the service',
  'closed-early': 'check the scheme of the base URL: this port may expect https://; then the log of the service',
  'cut-answer': 'mend the answer: it ends before it is complete',
  'body-timeout': 'mend the answer: it does not end',
  'malformed-answer': 'mend the answer: it is no well-formed HTTP',
  throttled: 'wait until the service takes requests again, and hold the run back with --rate',
};
const adviceUnreachable = 'check the base URL, the network and a proxy in between (HTTPS_PROXY, NO_PROXY)';

/** What tells most goes first: whether anything was judged, who asks, then for what, then how. @param answers one at least. */
export function whyNotAccepted(answers: readonly ProbeAnswer[], operation: string): WhyNot {
  const statuses = answers.flatMap((answer) => ('status' in answer ? [answer.status] : []));
  const speaksOf = (set: ReadonlySet<number>): boolean =>
    answers.some((answer) => 'code' in answer && answer.code !== undefined && set.has(answer.code));
  const silent = answers.find((answer) => answer.kind === 'no answer');
  if (silent !== undefined && statuses.length === 0) {
    return {
      cause: silent.failure === 'throttled' ? 'throttled' : 'unreachable',
      told: '',
      advice: adviceWithoutAnswer[silent.failure] ?? adviceUnreachable,
    };
  }
  if (answers.some(saysLimit)) {
    return {
      cause: 'limit reached',
      told: 'the org takes no more requests for now',
      advice: 'try again when the limit of the org allows it, and ask for less (--level smoke, --max-requests)',
    };
  }
  if (answers.some((answer) => 'wantsTls' in answer)) {
    return {
      cause: 'TLS expected',
      told: 'the port expects TLS',
      advice: 'begin the base URL with https://',
    };
  }
  if (speaksOf(codes.scope)) {
    return {
      cause: 'scope missing',
      told: 'the token lacks the scope interaction_api',
      advice: 'give the connected app the scope interaction_api, and fetch a new token',
    };
  }
  if (speaksOf(codes.token)) return credentials('the token is not valid for the service');
  if (speaksOf(codes.context)) {
    return {
      cause: 'context refused',
      told: 'the authorization context does not fit',
      advice: 'check SF_AUTHORIZATION_CONTEXT: it must belong to the channel and to the app of the token',
    };
  }
  if (speaksOf(codes.channel)) {
    return {
      cause: 'channel refused',
      told: 'the channel is not known, not active or of another kind',
      advice: 'check CHANNEL_ADDRESS_IDENTIFIER and SF_AUTHORIZATION_CONTEXT: the org must know both together',
    };
  }
  if (answers.some((answer) => answer.kind === 'malformed' && !isThrough(answer))) {
    return {
      cause: 'not this API',
      told: 'a page came where JSON was expected',
      advice:
        'check the base URL, which ends in /api at an org, and what stands in between: a page for signing in is no answer of the service',
    };
  }
  if (statuses.includes(401)) return credentials('the status speaks of the token');
  if (statuses.includes(403)) {
    return credentials(
      'the status speaks of who asks',
      'check the token, its scope interaction_api, SF_ORG_ID and its org, and SF_AUTHORIZATION_CONTEXT',
    );
  }
  if (statuses.every((status) => status === 404 || status === 405)) {
    return {
      cause: 'not found',
      told: 'there is no such operation below the base URL, or not this channel',
      advice: `check the base URL, which ends in /api at an org (the operation is ${operation} below it), and CHANNEL_ADDRESS_IDENTIFIER`,
    };
  }
  if (statuses.some((status) => status >= 300 && status < 400)) {
    return {
      cause: 'redirected',
      told: 'a redirection came where an answer was expected',
      advice: 'check scheme and host of the base URL',
    };
  }
  if (statuses.some((status) => status >= 500) || speaksOf(codes.trouble)) {
    return {
      cause: 'service in trouble',
      told: 'the service fails',
      advice: 'try again when it works: a service that was asleep may need a minute; then look into its log',
    };
  }
  return {
    cause: 'no edition',
    told: '',
    advice:
      'check org id, authorization context and channel, the edition and layout (byoc-conformance probe finds them), and whether this seed was sent before: it repeats its RequestIds',
  };
}

function credentials(
  told: string,
  advice = 'check the token, its scope interaction_api, SF_ORG_ID and its org',
): WhyNot {
  return { cause: 'credentials refused', told, advice };
}

export const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
