/** The verdict on a connector, its exit code and the sentence that tells why. Pure. */
import type { ClauseResult, ConnectorRecord } from '../../../schemas/record/run-record.js';
import { count, firstIds, type RunVerdict, runVerdict } from '../../record/run-verdict.js';

export interface ConnectorEnding {
  /** OPTIONS and HEAD, which only ask, are not counted. */
  readonly conversationRequests: number;
  /** Those of them that were answered with success. */
  readonly established: number;
  readonly siblingRequests: number;
  readonly clauses: readonly ClauseResult[];
  readonly scenarios: NonNullable<ConnectorRecord['scenarios']>;
  /** What kept the command from ending well, in plain words; absent when it did. */
  readonly commandTrouble?: string;
  readonly cutShort: boolean;
  /** The words for "nothing came": `the command`, `the proxy`. */
  readonly nothingCame: string;
  readonly requests: number;
  /** What the answers said to calls that were refused, in plain words; absent where none was. */
  readonly refused?: string;
  /** The same of the token endpoint. */
  readonly tokenRefused?: string;
}

/** What is broken is broken; what sent nothing, or could not be judged, is never green. */
export function connectorVerdict(ending: ConnectorEnding): RunVerdict & Pick<ConnectorRecord, 'trouble'> {
  const trouble = undecided(ending);
  const verdict = runVerdict(ending.clauses, { cutShort: false, trouble });
  // Written down in any case: a waiver may take away what is broken, but not this.
  if (trouble !== undefined) return { ...verdict, trouble };
  const requests = `${count(ending.conversationRequests, 'request')} judged, `;
  return verdict.verdict === 'conformant' ? { ...verdict, reason: requests + verdict.reason } : verdict;
}

function undecided(ending: ConnectorEnding): { reason: string; cause: string } | undefined {
  const { commandTrouble } = ending;
  const also = commandTrouble === undefined ? '' : ` ${sentence(commandTrouble)}.`;
  if (ending.requests === 0) return { reason: `${ending.nothingCame}${also}`, cause: 'no request' };
  if (ending.conversationRequests === 0) {
    const others =
      ending.siblingRequests > 0 ? `, only ${count(ending.siblingRequests, 'call')} of operations around it` : '';
    const said = ending.tokenRefused === undefined ? '' : ` The token endpoint refused ${ending.tokenRefused}.`;
    return { reason: `No request to establish a conversation came${others}.${said}${also}`, cause: 'no request' };
  }
  // A connector that was always refused, or never answered, has shown nothing: where a clause is broken, that is why.
  if (
    ending.established === 0 &&
    !ending.cutShort &&
    !ending.clauses.some(({ verdict }) => verdict === 'nonconformant')
  ) {
    const came = `${count(ending.conversationRequests, 'request')} to establish one came, and none was answered with success`;
    const said = ending.refused === undefined ? '' : ` Refused were ${ending.refused}.`;
    return { reason: `No conversation was established: ${came}.${said}${also}`, cause: 'nothing established' };
  }
  if (commandTrouble !== undefined) {
    const reason =
      ending.refused === undefined
        ? `What was sent is right, but ${commandTrouble}.`
        : `No clause is broken, but calls to establish a conversation were refused: ${ending.refused}.${also}`;
    return { reason, cause: 'command failed' };
  }
  if (ending.cutShort)
    return { reason: 'It was stopped before its end; what was sent until then is right.', cause: 'cut short' };
  const open = ending.scenarios.filter(({ verdict }) => verdict === 'inconclusive');
  if (open.length > 0) {
    const reason = `${count(open.length, 'scenario')} could not be judged: ${firstIds(open)}. ${open[0]?.reason ?? ''}`;
    return { reason: reason.trim(), cause: 'scenario not judged' };
  }
  const clauses = ending.clauses.filter(({ verdict }) => verdict === 'inconclusive');
  if (clauses.length > 0) {
    const reason = `${count(clauses.length, 'clause')} could not be judged: ${firstIds(clauses)}.`;
    return { reason, cause: 'not judged' };
  }
  if (!ending.clauses.some(({ verdict }) => verdict === 'conformant')) {
    return { reason: 'Requests came, but no clause could be judged by them.', cause: 'not exercised' };
  }
  return undefined;
}

const sentence = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
