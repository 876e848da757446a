/** What the answers to a probe say: which edition and layout the service speaks, or why that cannot be told. Pure. */
import type { Layout } from '../../schemas/codecs/codecs.js';
import { type EditionId, editionOf, editionsInForce } from '../../schemas/editions/editions.js';

/** What came for one request of a probe. */
export type ProbeAnswer =
  | { readonly kind: 'accepted'; readonly status: number; readonly identifier: string }
  /** A 2xx answer without an identifier in a JSON object. */
  | { readonly kind: 'malformed'; readonly status: number }
  /** `code` is the member of that name in a JSON body. */
  | { readonly kind: 'refused'; readonly status: number; readonly code?: number }
  | { readonly kind: 'other status'; readonly status: number }
  /** `cause` as in a run; absent when the service was reached and did not answer. */
  | { readonly kind: 'no answer'; readonly cause?: string; readonly message: string };

export interface ProbeAttempt extends Spoken {
  readonly answer: ProbeAnswer;
}

export interface ProbeAnswers {
  /** One for each layout that was tried, in the order of the editions. */
  readonly attempts: readonly ProbeAttempt[];
  /** To a body that no edition takes; absent when it was not asked for. */
  readonly nonsense?: ProbeAnswer;
  /** To the first accepted request sent again. */
  readonly again?: ProbeAnswer;
}

export interface Spoken {
  readonly edition: EditionId;
  readonly layout: Layout;
}

export type ProbeDecision =
  | {
      readonly found: true;
      /** What to run with: the first of `spoken`. */
      readonly use: Spoken;
      /** Every layout that was accepted. */
      readonly spoken: readonly Spoken[];
      /** Success statuses that came, each once: for a new conversation first. */
      readonly statuses: readonly number[];
      readonly notes: readonly string[];
    }
  | {
      readonly found: false;
      readonly cause: string;
      /** What was expected and what came, one sentence. */
      readonly reason: string;
      /** What to do. */
      readonly advice: string;
    };

export function decideProbe({ attempts, nonsense, again }: ProbeAnswers): ProbeDecision {
  const accepted = attempts.filter(({ answer }) => isThrough(answer));
  const [first] = accepted;
  if (first === undefined) return whyNot(attempts);
  const takesNonsense = nonsense !== undefined && isThrough(nonsense);
  const editions = new Set(accepted.map(({ edition }) => edition));
  if (takesNonsense && editions.size === editionsInForce().length) {
    return {
      found: false,
      cause: 'accepts anything',
      reason: 'Every layout of every edition was accepted, and so was a body that is none of them.',
      advice: 'the service seems to accept whatever it gets: choose --edition and --layout by its documentation',
    };
  }
  const spoken = accepted.map(({ edition, layout }) => ({ edition, layout }));
  const statuses = [...accepted.map(({ answer }) => answer), ...(again === undefined ? [] : [again])]
    .filter(isThrough)
    .map(({ status }) => status);
  return {
    found: true,
    use: { edition: first.edition, layout: first.layout },
    spoken,
    statuses: [...new Set(statuses)],
    notes: notesOn(first, accepted, takesNonsense),
  };
}

/** A 2xx answer: what a success lacks is for a run to tell. */
export function isThrough(answer: ProbeAnswer): answer is Extract<ProbeAnswer, { kind: 'accepted' | 'malformed' }> {
  return answer.kind === 'accepted' || answer.kind === 'malformed';
}

function notesOn(first: ProbeAttempt, accepted: readonly ProbeAttempt[], takesNonsense: boolean): readonly string[] {
  const notes: string[] = [];
  const { documentedStatus } = editionOf(first.edition);
  const status = isThrough(first.answer) ? first.answer.status : undefined;
  if (documentedStatus !== undefined && status !== documentedStatus) {
    notes.push(`Edition ${first.edition} documents the status ${documentedStatus}; 200, 201 and 202 are all fine.`);
  }
  if (accepted.some(({ answer }) => answer.kind === 'malformed')) {
    notes.push('A 2xx answer came without a conversationIdentifier in a JSON object: a run will tell.');
  }
  if (takesNonsense) notes.push('A body that is of no edition was accepted as well: a run will tell.');
  const identifiers = accepted.flatMap(({ answer }) => (answer.kind === 'accepted' ? [answer.identifier] : []));
  if (new Set(identifiers).size > 1) notes.push('The layouts gave different identifiers for one conversation.');
  return notes;
}

/** Codes of the public list that speak of the channel. */
const channelCodes = new Set([10001, 10002, 10006, 10017, 10026, 10031, 10035, 10069, 10070]);

type NotFound = Extract<ProbeDecision, { found: false }>;

/** What tells most goes first: who asks, then for what, then how. */
function whyNot(attempts: readonly ProbeAttempt[]): NotFound {
  const answers = attempts.map(({ answer }) => answer);
  const statuses = answers.flatMap((answer) => ('status' in answer ? [answer.status] : []));
  const not = (cause: string, reason: string, advice: string): NotFound => ({ found: false, cause, reason, advice });
  const silent = answers.find((answer) => answer.kind === 'no answer');
  if (silent !== undefined && statuses.length === 0) {
    const cause = silent.cause ?? 'unreachable';
    const advice =
      cause === 'throttled'
        ? 'wait until the service takes requests again'
        : 'check the base URL, the network and a proxy in between (HTTPS_PROXY, NO_PROXY)';
    return not(cause, `An answer was expected, and none came: ${silent.message}.`, advice);
  }
  const refusal = statuses.find((status) => status === 401 || status === 403);
  if (refusal !== undefined) {
    const reason = `A conforming request was refused with ${refusal}, which speaks of the credentials.`;
    return not('credentials refused', reason, 'check the token, its scope interaction_api, SF_ORG_ID and its org');
  }
  if (answers.some((answer) => answer.kind === 'refused' && channelCodes.has(answer.code ?? 0))) {
    const reason = `A conforming request was refused because of its channel: ${toldBy(attempts)}.`;
    const advice = 'check CHANNEL_ADDRESS_IDENTIFIER and SF_AUTHORIZATION_CONTEXT: the org must know both together';
    return not('channel refused', reason, advice);
  }
  if (statuses.every((status) => status === 404 || status === 405)) {
    const reason = `There is no operation POST v1/conversation below the base URL, or not this channel: ${toldBy(attempts)}.`;
    return not('not found', reason, 'check the base URL, which ends in /api at an org, and the channel');
  }
  if (statuses.some((status) => status >= 300 && status < 400)) {
    const reason = `A redirection came where an answer was expected: ${toldBy(attempts)}.`;
    return not('redirected', reason, 'check scheme and host of the base URL');
  }
  if (statuses.some((status) => status >= 500)) {
    return not('service in trouble', `The service fails: ${toldBy(attempts)}.`, 'try again when it works');
  }
  const reason = `No layout of any edition was accepted: ${toldBy(attempts)}.`;
  return not('no edition', reason, 'check org id, authorization context and channel; then the log of the service');
}

function toldBy(attempts: readonly ProbeAttempt[]): string {
  return attempts.map(({ edition, layout, answer }) => `${edition} ${layout} ${tellAnswer(answer)}`).join(', ');
}

/** Nothing of what the service wrote but its status and the number of its code. */
export function tellAnswer(answer: ProbeAnswer): string {
  switch (answer.kind) {
    case 'accepted':
      return `${answer.status} with an identifier`;
    case 'malformed':
      return `${answer.status} without an identifier`;
    case 'refused':
      return `refused with ${answer.status}${answer.code === undefined ? '' : ` (code ${answer.code})`}`;
    case 'other status':
      return `the status ${answer.status}`;
    case 'no answer':
      return `no answer (${answer.message})`;
  }
}
